import { useEffect, useRef, useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { AddKey } from "../../features/add/add-key.tsx";
import { SaveKeyFile } from "../../features/add/key-file-button.tsx";
import { DeletedKeys, groupEntries, KeyLists } from "../../features/keys/entry-list.tsx";
import { EntryView } from "../../features/keys/entry-view.tsx";
import { GenerateButton } from "../../features/keys/generate-button.tsx";
import { ReminderHint } from "../../features/keys/reminder-hint.tsx";
import { Button } from "../../kit/button.tsx";
import { ViewLink } from "../../kit/view-link.tsx";
import { useEntries } from "../../page-state.ts";
import { goTo, hashes, keyHash, type Route } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

type KeysRoute = Extract<Route, { name: "keys" | "add" | "key" }>;

/**
 * Back at the list alone, where it is narrow: the keyboard goes on from the key that was left, or from the first
 * button.
 */
function useFocusBack(route: KeysRoute): { current: HTMLElement | null } {
  const pane = useRef<HTMLElement>(null);
  const left = useRef<KeysRoute | null>(null);
  useEffect(() => {
    const from = left.current;
    left.current = route;
    if (route.name !== "keys" || from === null || from.name === "keys") return;
    const link =
      from.name === "key" ? pane.current?.querySelector<HTMLElement>(`a[href="${keyHash(from.id)}"]`) : null;
    (link ?? pane.current?.querySelector("button"))?.focus();
  }, [route]);
  return pane;
}

type KeyListProps = {
  route: KeysRoute;
  shown: EntrySummary | undefined;
  onAdd: () => void;
  onMade: (id: string) => void;
};

function ListPane({ route, shown, onAdd, onMade }: KeyListProps) {
  const { press, tabWords } = useText();
  const groups = groupEntries(useEntries());
  const pane = useFocusBack(route);
  return (
    <section ref={pane} class="pane list-pane" aria-labelledby="keys-heading">
      <h2 id="keys-heading" class="visually-hidden">
        {tabWords.all}
      </h2>
      <div class="buttons">
        <Button label={press.add} look={route.name === "add" ? undefined : "primary"} onPress={onAdd} />
        <GenerateButton onMade={onMade} />
      </div>
      <ReminderHint onLook={() => goTo(hashes.places)} />
      <KeyLists
        groups={groups}
        selectedId={shown?.id ?? null}
        link={({ id }, name) => (
          <ViewLink href={keyHash(id)} text={name} look="link" current={id === shown?.id} />
        )}
      />
      <DeletedKeys entries={groups.deleted} />
    </section>
  );
}

/** One key, and whether a backup has shown that it is right. */
function OneKey({ entry, isFresh }: { entry: EntrySummary; isFresh: boolean }) {
  const { lastTestText } = useText();
  const { id, testedAtMs } = entry;
  return (
    <>
      <EntryView key={id} entry={entry} revealed={isFresh} onDeleted={() => goTo(hashes.keys)} />
      <div class="last-test">
        <p class={testedAtMs === null ? "amber-mark" : "hint"}>{lastTestText(testedAtMs)}</p>
        <SaveKeyFile id={id} />
      </div>
    </>
  );
}

function NothingChosen() {
  const { keysText } = useText();
  const isEmpty = useEntries().length === 0;
  return (
    <div class="nothing">
      {isEmpty && <h2>{keysText.none}</h2>}
      <p>{isEmpty ? keysText.noneHint : keysText.choose}</p>
    </div>
  );
}

function Gone() {
  const { keysText } = useText();
  return (
    <div class="nothing">
      <p>{keysText.gone}</p>
    </div>
  );
}

/** The list on the left, what it leads to on the right; one at a time where it is narrow. */
export function KeysView({ route }: { route: KeysRoute }) {
  const { press } = useText();
  const entries = useEntries();
  const [freshId, setFreshId] = useState<string | null>(null);
  /** Each press goes to the box for the key, also where that is shown already. */
  const [addPresses, setAddPresses] = useState(0);
  const toAdd = () => {
    setAddPresses((presses) => presses + 1);
    goTo(hashes.add);
  };
  const shown = route.name === "key" ? entries.find(({ id }) => id === route.id) : undefined;
  const toFresh = (id: string) => {
    setFreshId(id);
    goTo(keyHash(id));
  };
  const isThere = shown !== undefined && shown.deletedAtMs === null;
  return (
    <main class={route.name === "keys" ? "panes" : "panes detail"}>
      <ListPane route={route} shown={shown} onAdd={toAdd} onMade={toFresh} />
      <div class="pane detail-pane">
        {route.name !== "keys" && (
          <ViewLink href={hashes.keys} text={press.back} look="back" current={false} />
        )}
        {route.name === "add" && <AddKey key={addPresses} />}
        {route.name === "key" && isThere && <OneKey entry={shown} isFresh={shown.id === freshId} />}
        {route.name === "key" && !isThere && <Gone />}
        {route.name === "keys" && <NothingChosen />}
      </div>
    </main>
  );
}
