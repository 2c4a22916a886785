/** Turns a keyring that was frozen with an older body into what it must be read as today. */

type Frozen = {
  settings: Record<string, unknown>;
  entries: { provenAtMs: number | null; copies: { place: string; provenAtMs: number | null }[] }[];
};

/**
 * @param frozen - of body version 1 to 3, as `tests/vectors` has it: `drillAfterMs` came with version 2,
 *   `goneAtMs` and `vaults` with version 3, `kind` and today's names with version 4.
 */
export function readToday({ settings, entries, ...rest }: Frozen): object {
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
