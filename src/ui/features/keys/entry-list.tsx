import type { ComponentChildren } from "preact";
import type { EntrySummary } from "../../../protocol/page.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { useText } from "../../text/use-text.ts";
import { EntryFacts, KeyIdMark, SafetyMark, TwinMark } from "./entry-facts.tsx";
import { useKeyNames } from "./twins.ts";

export type EntryGroups = { current: EntrySummary[]; superseded: EntrySummary[]; deleted: EntrySummary[] };

/** Newest first in each group; a deleted key is in that group only. */
export function groupEntries(entries: EntrySummary[]): EntryGroups {
  const sorted = entries.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const kept = sorted.filter((entry) => entry.deletedAtMs === null);
  return {
    current: kept.filter((entry) => entry.supersededBy === null),
    superseded: kept.filter((entry) => entry.supersededBy !== null),
    deleted: sorted.filter((entry) => entry.deletedAtMs !== null),
  };
}

type ListedProps = {
  entry: EntrySummary;
  look: string;
  title: ComponentChildren;
  children: ComponentChildren;
};

/** One key of a list; what can be said of it or done with it stands below its facts. */
function Listed({ entry, look, title, children }: ListedProps) {
  return (
    <li class={look}>
      <p class="entry-title">
        {title}
        <KeyIdMark entry={entry} />
      </p>
      <EntryFacts entry={entry} />
      <TwinMark entry={entry} />
      {children}
    </li>
  );
}

type Links = {
  /** The control that leads to an entry; its name is the entry's, no more. */
  link: (entry: EntrySummary, name: string) => ComponentChildren;
  /** What can be done with an entry at once, at the end of its row. */
  act?: (entry: EntrySummary) => ComponentChildren;
};

function EntryList({ name, entries, link, act }: Links & { name: string; entries: EntrySummary[] }) {
  const { entryName } = useText();
  return (
    <ul class="entries" aria-label={name}>
      {entries.map((entry) => (
        <Listed key={entry.id} entry={entry} look="entry" title={link(entry, entryName(entry))}>
          <SafetyMark entry={entry} />
          {act?.(entry)}
        </Listed>
      ))}
    </ul>
  );
}

/** The current keys, and under them the old ones. */
export function KeyLists({ groups, ...links }: Links & { groups: EntryGroups }) {
  const { words } = useText();
  return (
    <>
      <EntryList name={words.keys} entries={groups.current} {...links} />
      {groups.superseded.length > 0 && (
        <>
          <h2 class="list-heading">{words.superseded}</h2>
          <EntryList name={words.superseded} entries={groups.superseded} {...links} />
        </>
      )}
    </>
  );
}

/** Each can be restored until it is erased. */
export function DeletedKeys({ entries }: { entries: EntrySummary[] }) {
  const { nameOf } = useKeyNames();
  const { entryName, eraseConfirm, erasedText, erasePressName, keysPress, keysText } = useText();
  if (entries.length === 0) return null;
  return (
    <>
      <h2 class="list-heading">{keysText.deleted}</h2>
      <ul class="entries" aria-label={keysText.deleted}>
        {entries.map((entry) => (
          <Listed key={entry.id} entry={entry} look="entry deleted" title={<span>{entryName(entry)}</span>}>
            {entry.erasedAtMs !== null && <p class="hint">{erasedText(entry.erasedAtMs)}</p>}
            <div class="buttons">
              <ActButton
                label={keysPress.restore}
                act={async (ask) => {
                  await ask("entry.restore", { id: entry.id });
                  return keysText.restored;
                }}
              />
              <ActButton
                label={keysPress.erase}
                name={erasePressName(nameOf(entry))}
                look="danger quiet"
                confirm={eraseConfirm}
                act={async (ask) => {
                  await ask("entry.erase", { id: entry.id });
                  return keysText.erased;
                }}
              />
            </div>
          </Listed>
        ))}
      </ul>
    </>
  );
}
