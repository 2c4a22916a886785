/**
 * What an import has changed, so that it can be undone: without keys, as what it has added can be taken away
 * by its id. What was changed again since then stays as it is.
 */
import * as v from "valibot";
import { exact, list, type TypeOf } from "../schema.ts";
import { isRecord } from "../shapes.ts";
import { entryFactsSchema, type Keyring, vaultNoteSchema } from "./opened-keyring.ts";
import { knownSettings, type Settings, settingsSchema } from "./settings.ts";
import { MOST_STORED } from "./storage-budget.ts";

export const importTraceSchema = exact({
  added: list(entryFactsSchema, MOST_STORED),
  changed: list(exact({ before: entryFactsSchema, after: entryFactsSchema }), MOST_STORED),
  notes: list(exact({ before: v.nullable(vaultNoteSchema), after: vaultNoteSchema }), MOST_STORED),
  settings: exact({ before: settingsSchema, after: settingsSchema }),
});
export type ImportTrace = TypeOf<typeof importTraceSchema>;

/** Properties come in another order out of storage than a change has made them in. */
const inOrder = (_: string, value: unknown) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
const textOf = (value: unknown): string => JSON.stringify(value, inOrder);
const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

const factsOf = ({ entries }: Keyring) => entries.map(({ key: _, ...facts }) => facts);

export function traceImport(before: Keyring, after: Keyring): ImportTrace {
  const entries = new Map(factsOf(before).map((entry) => [entry.id, entry]));
  const notes = new Map(before.vaults.map((note) => [note.id, note]));
  const trace: ImportTrace = {
    added: factsOf(after).filter(({ id }) => !entries.has(id)),
    changed: [],
    notes: [],
    // An import changes no other settings, and the trace is read as strictly as it is written.
    settings: { before: knownSettings(before.settings), after: knownSettings(after.settings) },
  };
  for (const entry of factsOf(after)) {
    const was = entries.get(entry.id);
    if (was && !isSame(was, entry)) trace.changed.push({ before: was, after: entry });
  }
  for (const note of after.vaults) {
    const was = notes.get(note.id) ?? null;
    if (was?.text !== note.text) trace.notes.push({ before: was, after: note });
  }
  return trace;
}

/** What is still as the import has left it becomes what it was before, property by property. */
function restored<T extends object>(now: T, before: T, after: T): T {
  const names = (Object.keys(before) as (keyof T)[]).filter((name) => isSame(now[name], after[name]));
  return { ...now, ...Object.fromEntries(names.map((name) => [name, before[name]])) };
}

/** @returns the keyring, and how many added keys stay in it because they were changed since. */
export function undoImport(keyring: Keyring, trace: ImportTrace): { keyring: Keyring; stayed: number } {
  const added = new Map(trace.added.map((entry) => [entry.id, entry]));
  const changed = new Map(trace.changed.map((change) => [change.after.id, change]));
  const notes = new Map(trace.notes.map((change) => [change.after.id, change]));
  const isAddedAsIs = (facts: { id: string }) => isSame(facts, added.get(facts.id));
  const entries = keyring.entries
    .filter(({ key: _, ...facts }) => !isAddedAsIs(facts))
    .map(({ key, ...facts }) => {
      const change = changed.get(facts.id);
      return { key, ...(change ? restored(facts, change.before, change.after) : facts) };
    });
  const vaults = keyring.vaults.flatMap((note) => {
    const change = notes.get(note.id);
    if (change?.after.text !== note.text) return [note];
    return change.before === null ? [] : [change.before];
  });
  const settings: Settings = restored(keyring.settings, trace.settings.before, trace.settings.after);
  return {
    keyring: { ...keyring, settings, entries, vaults },
    stayed: entries.filter(({ id }) => added.has(id)).length,
  };
}
