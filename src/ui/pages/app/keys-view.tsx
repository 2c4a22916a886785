import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { AddKey, type Draft } from "../../features/add/add-key.tsx";
import { SaveKeyFile } from "../../features/add/key-file-button.tsx";
import { DrillHint } from "../../features/keys/drill-hint.tsx";
import { EntryFacts, Fingerprint } from "../../features/keys/entry-facts.tsx";
import { groupEntries, KeyLists } from "../../features/keys/entry-list.tsx";
import { EntryView } from "../../features/keys/entry-view.tsx";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { ViewLink } from "../../kit/view-link.tsx";
import { useEntries } from "../../page-state.ts";
import { goTo, hashes, keyHash, type Route } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

function DeletedKeys({ entries }: { entries: EntrySummary[] }) {
  const api = useApi();
  const { dateText, entryName, erasedText, errorText, keysText, tabPress, tabWords } = useText();
  const say = useSay();
  const { run } = useAct();
  const restore = (id: string) =>
    run(async () => {
      const reply = await api.ask("entry.restore", { id });
      if (reply.ok) say.status(keysText.restored);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <>
      <h2 class="list-heading">{tabWords.deleted}</h2>
      <ul class="entries" aria-label={tabWords.deleted}>
        {entries.map((entry) => (
          <li key={entry.id} class="entry deleted">
            <p class="entry-title">
              <span>{entryName(entry)}</span>
              <Fingerprint entry={entry} />
            </p>
            <EntryFacts entry={entry} />
            {entry.erasedAtMs !== null && <p class="hint">{erasedText(dateText(entry.erasedAtMs))}</p>}
            <Button label={tabPress.restore} onPress={() => restore(entry.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Nothing({ children }: { children: ComponentChildren }) {
  return <div class="nothing">{children}</div>;
}

type KeysViewProps = {
  route: Extract<Route, { name: "keys" | "add" | "key" }>;
  draft: Draft;
  onDraft: (draft: Draft) => void;
};

/** The list on the left, what it leads to on the right; one at a time where it is narrow. */
export function KeysView({ route, draft, onDraft }: KeysViewProps) {
  const entries = useEntries();
  const api = useApi();
  const { dateText, errorText, keyProofText, keysText, press, tabWords } = useText();
  const say = useSay();
  const { run } = useAct();
  const [freshId, setFreshId] = useState<string | null>(null);
  const groups = groupEntries(entries);
  const shown = route.name === "key" ? entries.find(({ id }) => id === route.id) : undefined;
  const generate = () =>
    run(async () => {
      const reply = await api.ask("entry.generate", { label: "", phoneEnding: "" });
      if (!reply.ok) return say.alert(errorText[reply.error.code]);
      setFreshId(reply.value.id);
      goTo(keyHash(reply.value.id));
    });
  return (
    <main class={route.name === "keys" ? "panes" : "panes detail"}>
      <section class="pane list-pane" aria-labelledby="keys-heading">
        <h2 id="keys-heading" class="visually-hidden">
          {tabWords.all}
        </h2>
        <div class="buttons">
          <Button label={press.generate} look="primary" onPress={generate} />
          {route.name !== "add" && <Button label={press.add} onPress={() => goTo(hashes.add)} />}
        </div>
        <DrillHint nowMs={api.nowMs()} onLook={() => goTo(hashes.copies)} />
        <KeyLists
          groups={groups}
          selectedId={shown?.id ?? null}
          link={({ id }, name) => (
            <ViewLink href={keyHash(id)} text={name} look="link" current={id === shown?.id} />
          )}
        />
        {groups.deleted.length > 0 && <DeletedKeys entries={groups.deleted} />}
      </section>
      <div class="pane detail-pane">
        {route.name !== "keys" && (
          <ViewLink href={hashes.keys} text={press.back} look="back" current={false} />
        )}
        {route.name === "add" && <AddKey draft={draft} onDraft={onDraft} />}
        {route.name === "key" && shown?.deletedAtMs === null && (
          <>
            <EntryView
              key={shown.id}
              entry={shown}
              revealed={shown.id === freshId}
              onDeleted={() => goTo(hashes.keys)}
            />
            <div class="proof">
              <p class={shown.provenAtMs === null ? "amber-mark" : "hint"}>
                {keyProofText(shown.provenAtMs === null ? null : dateText(shown.provenAtMs))}
              </p>
              <SaveKeyFile id={shown.id} />
            </div>
          </>
        )}
        {route.name === "key" && shown?.deletedAtMs !== null && (
          <Nothing>
            <p>{keysText.gone}</p>
          </Nothing>
        )}
        {route.name === "keys" && (
          <Nothing>
            {entries.length === 0 && <h2>{keysText.none}</h2>}
            <p>{entries.length === 0 ? keysText.noneHint : keysText.choose}</p>
          </Nothing>
        )}
      </div>
    </main>
  );
}
