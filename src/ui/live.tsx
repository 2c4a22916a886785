/** Holds the state of one page: reads it, reads it again after every change, and draws the page from it. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type ErrorCode, fail, ok, type Result } from "../core/errors.ts";
import { holdsKeyRow } from "../core/key/key-rows.ts";
import { pageRequests } from "../protocol/page-requests.ts";
import { type Api, ApiProvider } from "./api.ts";
import { Brand } from "./kit/brand.tsx";
import { Button } from "./kit/button.tsx";
import { markOwnDrag } from "./kit/own-drag.ts";
import { SayProvider } from "./kit/say.tsx";
import { LockWarning } from "./lock-warning.tsx";
import { type PageState, PageStateProvider } from "./page-state.ts";
import { useText } from "./text/use-text.ts";

/** Reading what is stored takes three seconds at most, also where a database is silent. */
const ANSWER_WITHIN_MS = 10_000;
/** Of one that works at something else. */
const STATE_WITHIN_MS = 1_000;

async function readState(api: Api): Promise<Result<PageState>> {
  const keyring = await api.ask("keyring.state", {});
  if (!keyring.ok) return keyring;
  if (keyring.value.status !== "unlocked") return ok({ keyring: keyring.value, entries: [] });
  const entries = await api.ask("entry.list", {});
  if (entries.ok) return ok({ keyring: keyring.value, entries: entries.value });
  if (entries.error.code !== "locked") return entries;
  return ok({ keyring: { ...keyring.value, status: "locked", settings: null }, entries: [] });
}

/** What a page's parts ask by, and what is to be done when the background tells of a change. */
type Refreshing = { api: Api; refresh: () => Promise<void>; onChange: () => void };

/**
 * An answer arrives only after the state it led to is drawn. The background tells of a change before it
 * answers whoever asked for it, so that the state is already being read then, and is not read again.
 */
function refreshing(api: Api, read: (withinMs?: number) => Promise<void>): Refreshing {
  let readings = 0;
  let newest: Promise<void> = Promise.resolve();
  const refresh = () => {
    readings++;
    newest = read();
    return newest;
  };
  const ask: Api["ask"] = async (type, payload) => {
    const before = readings;
    // Some acts take long. Whether anybody is there is told by the state, which is answered at once.
    const stop = api.after(ANSWER_WITHIN_MS, () => void read(STATE_WITHIN_MS));
    const reply = await api.ask(type, payload).finally(stop);
    const isChanged = reply.ok ? pageRequests.find(type)?.changesState : reply.error.code === "locked";
    if (isChanged) await (readings > before ? newest : refresh());
    return reply;
  };
  return { api: { ...api, ask }, refresh, onChange: () => void refresh() };
}

function Waiting({ children }: { children?: ComponentChildren }) {
  return (
    <>
      <header class="bar">
        <Brand />
      </header>
      <main>{children}</main>
    </>
  );
}

function Failed({ code, retry }: { code: ErrorCode; retry: () => Promise<void> }) {
  const { errorText, press } = useText();
  return (
    <Waiting>
      <p>{errorText[code]}</p>
      <Button label={press.tryAgain} look="primary" onPress={retry} />
    </Waiting>
  );
}

/** Above the page, which stays: what is typed in it must not go because of a silence that may end. */
function NoAnswer({ retry }: { retry: () => Promise<void> }) {
  const { errorText, press } = useText();
  return (
    <div role="alert" class="warning amber">
      <p>{errorText["no-answer"]}</p>
      <Button label={press.tryAgain} onPress={retry} />
    </div>
  );
}

/** @param children - the page, drawn once the first state is there; all of it finds state and api by hooks. */
export function Live({ api, children }: { api: Api; children: ComponentChildren }) {
  const [read, setRead] = useState<Result<PageState> | null>(null);
  const [isSilent, setSilent] = useState(false);
  const live = useMemo(() => {
    let newest = 0;
    const refresh = async (withinMs = ANSWER_WITHIN_MS) => {
      const mine = ++newest;
      const stop = api.after(withinMs, () => {
        if (mine === newest) setSilent(true);
      });
      const next = await readState(api).catch(() => fail("internal"));
      stop();
      if (mine !== newest) return;
      setSilent(false);
      setRead(next);
    };
    return refreshing(api, refresh);
  }, [api]);
  useEffect(() => {
    void live.refresh();
    return api.onNotice((notice) => {
      if (notice === "state") live.onChange();
    });
  }, [api, live]);
  useCopyWatch(api);
  const retry = () => {
    setSilent(false);
    return live.refresh();
  };
  return (
    <SayProvider
      notices={read?.ok ? read.value.keyring.notices : []}
      stage={read?.ok ? read.value.keyring.status : ""}
    >
      {read === null && <Waiting />}
      {isSilent && <NoAnswer retry={retry} />}
      {read?.ok === false && <Failed code={read.error.code} retry={live.refresh} />}
      {read?.ok && (
        <ApiProvider value={live.api}>
          <PageStateProvider value={read.value}>
            {children}
            <LockWarning />
          </PageStateProvider>
        </ApiProvider>
      )}
    </SayProvider>
  );
}

/** What this copy puts on the clipboard. Browsers copy nothing without a selection. */
function takenText(): string {
  const box = document.activeElement;
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
    return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
  return document.getSelection()?.toString() ?? "";
}

/** Tells the background what was copied by hand; where *Copy* does it instead, the default is prevented. */
function useCopyWatch(api: Api): void {
  useEffect(() => {
    const taken = (event: Event) => {
      const text = event.defaultPrevented ? "" : takenText();
      if (text !== "") void api.ask("clipboard.taken", { isKey: holdsKeyRow(text) });
    };
    window.addEventListener("copy", taken);
    window.addEventListener("cut", taken);
    window.addEventListener("dragstart", markOwnDrag);
    return () => {
      window.removeEventListener("copy", taken);
      window.removeEventListener("cut", taken);
      window.removeEventListener("dragstart", markOwnDrag);
    };
  }, [api]);
}
