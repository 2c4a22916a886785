/** Turns a keyring that was frozen with an older body into what it must be read as today. */

type Older = {
  settings: Record<string, unknown>;
  entries: { provenAtMs: number | null; copies: { place: string; provenAtMs: number | null }[] }[];
};
type Today = { entries: { kind: string }[] };
const isToday = (frozen: Older | Today): frozen is Today => frozen.entries.every((entry) => "kind" in entry);

/**
 * @param frozen - of body version 1 to 4, as `tests/vectors` has it: `drillAfterMs` came with version 2,
 *   `goneAtMs` and `vaults` with version 3, `kind` and today's names with version 4.
 */
export function readToday(frozen: Older | Today): object {
  if (isToday(frozen)) return frozen;
  const { settings, entries, ...rest } = frozen;
  const { drillAfterMs: reminderAfterMs = null, ...kept } = settings;
  return {
    vaults: [],
    ...rest,
    settings: { ...kept, reminderAfterMs },
    entries: entries.map(({ provenAtMs: testedAtMs, copies, ...entry }) => ({
      ...entry,
      kind: "whatsapp-64",
      testedAtMs,
      places: copies.map(({ provenAtMs: verifiedAtMs, ...place }) => ({
        goneAtMs: null,
        ...place,
        verifiedAtMs,
      })),
    })),
  };
}
