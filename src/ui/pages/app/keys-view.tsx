import { useRef, useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { AddKey } from "../../features/add/add-key.tsx";
import { SaveKeyFile } from "../../features/add/key-file-button.tsx";
import { CopyKeyButton } from "../../features/keys/copy-key-button.tsx";
import { DeletedKeys, groupEntries, KeyLists } from "../../features/keys/entry-list.tsx";
import { EntryView } from "../../features/keys/entry-view.tsx";
import { GenerateButton } from "../../features/keys/generate-button.tsx";
import { ReminderHint } from "../../features/keys/reminder-hint.tsx";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { View } from "../../kit/view.tsx";
import { ViewLink } from "../../kit/view-link.tsx";
import { useEntries } from "../../page-state.ts";
import { goTo, hashes, keyHash, type Route } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

type KeysRoute = Extract<Route, { name: "keys" | "add" | "key" }>;

type KeyListProps = {
  /** Where the person comes back from, if anywhere: the keyboard goes on from what led there. */
  left: KeysRoute | null;
  onMade: (id: string) => void;
};

function KeyList({ left, onMade }: KeyListProps) {
  const { keysText, press, words } = useText();
  const entries = useEntries();
  const groups = groupEntries(entries);
  const isListed = (id: string) => entries.some((one) => one.id === id && one.deletedAtMs === null);
  const leftId = left?.name === "key" && isListed(left.id) ? left.id : null;
  return (
    <View title={words.keys} focus={false}>
      {entries.length === 0 && (
        <Panel title={keysText.none} look="nothing">
          <p>{keysText.noneHint}</p>
        </Panel>
      )}
      <div class="buttons">
        <Button
          label={press.add}
          look="primary"
          first={left !== null && leftId === null}
          onPress={() => goTo(hashes.add)}
        />
        <GenerateButton onMade={onMade} />
      </div>
      <ReminderHint onLook={() => goTo(hashes.places)} />
      <KeyLists
        groups={groups}
        link={({ id }, name) => (
          <ViewLink href={keyHash(id)} text={name} look="link" first={id === leftId} current={false} />
        )}
        act={(entry) => <CopyKeyButton entry={entry} />}
      />
      <DeletedKeys entries={groups.deleted} />
    </View>
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

function Gone() {
  const { keysText } = useText();
  return (
    <div class="nothing">
      <p>{keysText.gone}</p>
    </div>
  );
}

/** The list, or what it leads to. */
export function KeysView({ route }: { route: KeysRoute }) {
  const { press } = useText();
  const entries = useEntries();
  const [freshId, setFreshId] = useState<string | null>(null);
  const left = useRef<KeysRoute | null>(null);
  const toFresh = (id: string) => {
    setFreshId(id);
    goTo(keyHash(id));
  };
  if (route.name === "keys") return <KeyList left={left.current} onMade={toFresh} />;
  left.current = route;
  const shown = route.name === "key" ? entries.find(({ id }) => id === route.id) : undefined;
  const isThere = shown !== undefined && shown.deletedAtMs === null;
  return (
    <main class="narrow stack">
      <div class="back-row">
        <ViewLink href={hashes.keys} text={press.back} icon="back" look="back" current={false} />
      </div>
      {route.name === "add" && <AddKey />}
      {route.name === "key" && isThere && <OneKey entry={shown} isFresh={shown.id === freshId} />}
      {route.name === "key" && !isThere && <Gone />}
    </main>
  );
}
