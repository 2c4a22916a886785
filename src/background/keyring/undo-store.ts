/**
 * What the last import has changed, for as long as it can be undone: until the keyring locks. It lies in the
 * session's memory, beside the keyring key, so that the worker's death does not take it away.
 */
import { randomId } from "../../core/bytes.ts";
import { type ImportTrace, importTraceSchema } from "../../core/keyring/import-trace.ts";
import { exact, id, read } from "../../core/schema.ts";
import type { Ports } from "../ports.ts";

/** Removed by the session when it ends. */
export const UNDO = "undo";

const storedSchema = exact({ id, trace: importTraceSchema });

export function createUndoStore(session: Ports["session"]) {
  return {
    /** @returns the name that undoes it; null where the browser has no room for it. */
    async note(trace: ImportTrace): Promise<string | null> {
      const stored = { id: randomId(), trace };
      try {
        await session.set(UNDO, stored);
        return stored.id;
      } catch {
        // What could be undone before must not be taken for this one.
        await session.remove(UNDO).catch(() => undefined);
        return null;
      }
    },

    async find(named: string): Promise<ImportTrace | null> {
      const stored = read(storedSchema, await session.get(UNDO));
      return stored?.id === named ? stored.trace : null;
    },

    /** The name of what can be undone now. */
    async last(): Promise<string | null> {
      return read(storedSchema, await session.get(UNDO))?.id ?? null;
    },

    /** What stays names a keyring that has changed since: it undoes nothing that is not as it was. */
    forget: (): Promise<void> => session.remove(UNDO).catch(() => undefined),
  };
}
