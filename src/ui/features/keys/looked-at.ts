/**
 * Which key the user looked at last: it is the one that is offered first wherever a key is chosen. The tab keeps its
 * random id, also on the vault page, and nothing else.
 */
import { useEffect } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";

const NAME = "looked-at";

/** Stands for as long as the key is shown. */
export function useLookedAt(id: string): void {
  useEffect(() => sessionStorage.setItem(NAME, id), [id]);
}

/** Keys that were replaced last: who chooses by habit must not print or store one that opens nothing new. */
export function currentFirst(entries: readonly EntrySummary[]): EntrySummary[] {
  return [...entries].sort((a, b) => Number(a.supersededBy !== null) - Number(b.supersededBy !== null));
}

/** The key that is offered first of these; null where there is none. */
export function firstOffered(entries: readonly EntrySummary[]): EntrySummary | null {
  const lookedAt = sessionStorage.getItem(NAME);
  return entries.find(({ id }) => id === lookedAt) ?? currentFirst(entries)[0] ?? null;
}
