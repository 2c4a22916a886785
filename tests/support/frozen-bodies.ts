/** Turns a keyring that was frozen with an older body into what it must be read as today. */

type Older = {
  settings: Record<string, unknown>;
  entries: { provenAtMs: number | null; copies: { place: string; provenAtMs: number | null }[] }[];
};
type Newer = { entries: { kind: string; marks?: object[] }[] };
const isNewer = (frozen: Older | Newer): frozen is Newer => frozen.entries.every((entry) => "kind" in entry);

/**
 * @param frozen - of body version 1 to 5, as `tests/vectors` has it: `drillAfterMs` came with version 2,
 *   `goneAtMs` and `vaults` with version 3, `kind` and today's names with version 4, `marks` with version 5.
 */
export function readToday(frozen: Older | Newer): object {
  if (isNewer(frozen)) {
    const entries = frozen.entries.map(({ marks = [], ...entry }) => ({ ...entry, marks }));
    return { ...frozen, entries };
  }
  const { settings, entries, ...rest } = frozen;
  const { drillAfterMs: reminderAfterMs = null, ...kept } = settings;
  return {
    vaults: [],
    ...rest,
    settings: { ...kept, reminderAfterMs },
    entries: entries.map(({ provenAtMs: testedAtMs, copies, ...entry }) => ({
      ...entry,
      kind: "whatsapp-64",
      marks: [],
      testedAtMs,
      places: copies.map(({ provenAtMs: verifiedAtMs, ...place }) => ({
        goneAtMs: null,
        ...place,
        verifiedAtMs,
      })),
    })),
  };
}
