import { useEffect, useState } from "preact/hooks";
import type { PopupStep } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { AddFromPage } from "../../features/add/add-from-page.tsx";
import { OtherPageFill } from "../../features/fill/other-page-fill.tsx";
import { PageStep } from "../../features/fill/page-step.tsx";
import { useWatched, WatchedProvider } from "../../features/fill/use-fill-look.ts";
import { CopyKeyButton } from "../../features/keys/copy-key-button.tsx";
import { groupEntries, KeyLists } from "../../features/keys/entry-list.tsx";
import { EntryView } from "../../features/keys/entry-view.tsx";
import { GenerateButton } from "../../features/keys/generate-button.tsx";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { PopupBar } from "./popup-bar.tsx";
import { useEscape } from "./use-escape.ts";

type View =
  | { name: "list"; fillAsked: boolean }
  | { name: "key"; id: string; revealed: boolean }
  | { name: "add"; from: "page" | "selection" };

const LIST: View = { name: "list", fillAsked: false };

type UnlockedProps = { inWindow: boolean; step: PopupStep | null; onStepTaken: () => void };

export function Unlocked({ inWindow, step, onStepTaken }: UnlockedProps) {
  const entries = useEntries();
  const api = useApi();
  const { popupText, press } = useText();
  const say = useSay();
  const watched = useWatched();
  const [view, setView] = useState<View>(LIST);
  /** The view that *Back* has left: the keyboard goes on from what led there. */
  const [left, setLeft] = useState<View | null>(null);
  const go = (next: View) => {
    say.clear();
    setLeft(view);
    setView(next);
  };
  useEffect(() => {
    if (step === null) return;
    say.clear();
    setView(step === "add" ? { name: "add", from: "selection" } : { name: "list", fillAsked: true });
    onStepTaken();
  }, [step, onStepTaken, say]);
  const groups = groupEntries(entries);
  const entry = view.name === "key" ? entries.find(({ id }) => id === view.id) : undefined;
  const atList = view.name === "list" || (view.name === "key" && !entry);
  const isListed = (id: string) => entries.some((one) => one.id === id && one.deletedAtMs === null);
  const leftId = left?.name === "key" && isListed(left.id) ? left.id : null;
  const back = () => go(LIST);
  useEscape(atList ? null : back);
  return (
    <WatchedProvider value={watched}>
      <PopupBar inWindow={inWindow} atList={atList} onKeys={back} />
      {!atList && (
        <div class="back-row">
          <Button label={press.back} icon="back" look="quiet" onPress={back} />
        </div>
      )}
      {atList && (
        <>
          <main>
            <PageStep
              asked={view.name === "list" && view.fillAsked}
              inWindow={inWindow}
              onAdd={() => go({ name: "add", from: "page" })}
            />
            {entries.length === 0 && <p class="hint">{popupText.noKeys}</p>}
            <KeyLists
              groups={groups}
              link={({ id }, name) => (
                <Button
                  label={name}
                  look="link"
                  first={id === leftId}
                  onPress={() => go({ name: "key", id, revealed: false })}
                />
              )}
              act={(one) => <CopyKeyButton entry={one} />}
            />
          </main>
          <footer class="bar">
            <Button
              label={press.add}
              look="primary"
              first={left !== null && leftId === null}
              onPress={() => api.openApp("#add")}
            />
            <GenerateButton onMade={(id) => go({ name: "key", id, revealed: true })} />
          </footer>
        </>
      )}
      {view.name === "key" && entry && (
        <main>
          <EntryView key={entry.id} entry={entry} revealed={view.revealed} onDeleted={() => go(LIST)}>
            <OtherPageFill entry={entry} inWindow={inWindow} />
          </EntryView>
        </main>
      )}
      {view.name === "add" && (
        <main>
          <AddFromPage
            key={view.from}
            from={view.from}
            onOpen={(id) => go({ name: "key", id, revealed: false })}
          />
        </main>
      )}
    </WatchedProvider>
  );
}
