import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../../../core/keyring/opened-keyring.ts";
import type { PopupStep } from "../../../protocol/page.ts";
import { AddFromPage } from "../../features/add/add-from-page.tsx";
import { OtherPageFill } from "../../features/fill/other-page-fill.tsx";
import { PageStep } from "../../features/fill/page-step.tsx";
import { useFillLook } from "../../features/fill/use-fill-look.ts";
import { groupEntries, KeyLists } from "../../features/keys/entry-list.tsx";
import { EntryView } from "../../features/keys/entry-view.tsx";
import { Brand } from "../../kit/brand.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import type { PageProps } from "../../live.tsx";
import { useText } from "../../text/use-text.ts";

type View =
  | { name: "list"; fillAsked: boolean }
  | { name: "key"; id: string; revealed: boolean }
  | { name: "add"; from: "page" | "selection" };

const LIST: View = { name: "list", fillAsked: false };

type UnlockedProps = PageProps & {
  settings: Settings;
  inWindow: boolean;
  step: PopupStep | null;
  onStepTaken: () => void;
};

export function Unlocked({ state, api, settings, inWindow, step, onStepTaken }: UnlockedProps) {
  const { errorText, popupText, press, words } = useText();
  const say = useSay();
  const [, run] = useBusy();
  const { look, lookAgain } = useFillLook(api);
  const [view, setView] = useState<View>(LIST);
  const go = (next: View) => {
    say.clear();
    setView(next);
  };
  useEffect(() => {
    if (step === null) return;
    setView(step === "add" ? { name: "add", from: "selection" } : { name: "list", fillAsked: true });
    onStepTaken();
  }, [step, onStepTaken]);
  const generate = () =>
    run(async () => {
      const reply = await api.ask("entry.generate", { label: "", phoneEnding: "" });
      if (!reply.ok) return say.alert(errorText[reply.error.code]);
      go({ name: "key", id: reply.value.id, revealed: true });
    });
  const groups = groupEntries(state.entries);
  const entry = view.name === "key" ? state.entries.find(({ id }) => id === view.id) : undefined;
  const atList = view.name === "list" || (view.name === "key" && !entry);
  return (
    <>
      <header class="bar">
        {atList ? (
          <Brand />
        ) : (
          <>
            <h1 class="visually-hidden">{words.name}</h1>
            <button type="button" class="quiet back" onClick={() => go(LIST)}>
              {press.back}
            </button>
          </>
        )}
        <div class="buttons">
          {!inWindow && (
            <button type="button" class="quiet" onClick={() => api.popOut()}>
              {press.popOut}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => api.openApp("#settings")}>
            {press.settings}
          </button>
          <button type="button" class="quiet" onClick={() => api.ask("keyring.lock", {})}>
            {press.lock}
          </button>
        </div>
      </header>
      {atList && (
        <>
          <main>
            <PageStep
              api={api}
              look={look}
              asked={view.name === "list" && view.fillAsked}
              lookAgain={lookAgain}
              entries={state.entries}
              settings={settings}
              inWindow={inWindow}
              onAdd={() => go({ name: "add", from: "page" })}
            />
            {state.entries.length === 0 && <p class="hint">{popupText.noKeys}</p>}
            <KeyLists
              groups={groups}
              link={({ id }, name) => (
                <button type="button" class="link" onClick={() => go({ name: "key", id, revealed: false })}>
                  {name}
                </button>
              )}
            />
          </main>
          <footer class="bar">
            <button type="button" class="primary" onClick={generate}>
              {press.generate}
            </button>
            <button type="button" onClick={() => api.openApp("#add")}>
              {press.add}
            </button>
          </footer>
        </>
      )}
      {view.name === "key" && entry && (
        <main>
          <EntryView
            key={entry.id}
            api={api}
            entry={entry}
            revealed={view.revealed}
            onDeleted={() => go(LIST)}
          >
            <OtherPageFill api={api} entry={entry} inWindow={inWindow} />
          </EntryView>
        </main>
      )}
      {view.name === "add" && (
        <main>
          <AddFromPage
            key={view.from}
            api={api}
            entries={state.entries}
            from={view.from}
            onOpen={(id) => go({ name: "key", id, revealed: false })}
          />
        </main>
      )}
    </>
  );
}
