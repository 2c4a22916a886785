import type { ComponentChildren } from "preact";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useText } from "../../text/use-text.ts";
import { EntryFacts, Fingerprint, UnsafeMark } from "./entry-facts.tsx";

export type EntryGroups = { current: EntrySummary[]; earlier: EntrySummary[]; deleted: EntrySummary[] };

/** Newest first in each group; a deleted key is in that group only. */
export function groupEntries(entries: EntrySummary[]): EntryGroups {
  const sorted = entries.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const kept = sorted.filter((entry) => entry.deletedAtMs === null);
  return {
    current: kept.filter((entry) => entry.supersededBy === null),
    earlier: kept.filter((entry) => entry.supersededBy !== null),
    deleted: sorted.filter((entry) => entry.deletedAtMs !== null),
  };
}

type EntryListProps = {
  name: string;
  entries: EntrySummary[];
  /** The control that leads to an entry; its name is the entry's, no more. */
  link: (entry: EntrySummary, name: string) => ComponentChildren;
  selectedId?: string | null;
};

function EntryList({ name, entries, link, selectedId }: EntryListProps) {
  const { entryName } = useText();
  return (
    <ul class="entries" aria-label={name}>
      {entries.map((entry) => (
        <li key={entry.id} class={entry.id === selectedId ? "entry selected" : "entry"}>
          <p class="entry-title">
            {link(entry, entryName(entry))}
            <Fingerprint entry={entry} />
          </p>
          <EntryFacts entry={entry} />
          <UnsafeMark entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** The current keys, and under them the earlier ones. */
export function KeyLists({
  groups,
  ...rest
}: { groups: EntryGroups } & Omit<EntryListProps, "name" | "entries">) {
  const { words } = useText();
  return (
    <>
      <EntryList name={words.keys} entries={groups.current} {...rest} />
      {groups.earlier.length > 0 && (
        <>
          <h2 class="list-heading">{words.earlier}</h2>
          <EntryList name={words.earlier} entries={groups.earlier} {...rest} />
        </>
      )}
    </>
  );
}
