/** Holds the state of one page: reads it, reads it again after every change, and draws the page from it. */
import { type ComponentChildren, type FunctionComponent, h } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type ErrorCode, fail, ok, type Result } from "../core/errors.ts";
import type { EntrySummary, KeyringState, PageRequestType } from "../protocol/page.ts";
import type { Api } from "./api.ts";
import { Brand } from "./kit/brand.tsx";
import { SayProvider } from "./kit/say.tsx";
import { useText } from "./text/use-text.ts";

/** `entries` is empty unless the keyring is unlocked. */
export type UiState = { keyring: KeyringState; entries: EntrySummary[] };
export type PageProps = { state: UiState; api: Api };

const CHANGES: ReadonlySet<PageRequestType> = new Set([
  "keyring.create",
  "keyring.unlock",
  "keyring.lock",
  "keyring.import",
  "keyring.set-aside",
  "entry.generate",
  "entry.add",
  "entry.edit",
  "entry.delete",
  "entry.restore",
  "settings.save",
  "backup.prove",
  "copy.prove",
  "copy.forget",
  "keyring.write-export",
  "keyring.merge",
  "fill.run",
]);

async function readState(api: Api): Promise<Result<UiState>> {
  const keyring = await api.ask("keyring.state", {});
  if (!keyring.ok) return keyring;
  if (keyring.value.status !== "unlocked") return ok({ keyring: keyring.value, entries: [] });
  const entries = await api.ask("entry.list", {});
  if (entries.ok) return ok({ keyring: keyring.value, entries: entries.value });
  if (entries.error.code !== "locked") return entries;
  return ok({ keyring: { ...keyring.value, status: "locked", settings: null }, entries: [] });
}

/** Wraps the page's api so that an answer arrives only after the state it led to is drawn. */
function refreshing(api: Api, refresh: () => Promise<void>): Api {
  return {
    ...api,
    async ask(type, payload) {
      const reply = await api.ask(type, payload);
      if (reply.ok ? CHANGES.has(type) : reply.error.code === "locked") await refresh();
      return reply;
    },
  };
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
      <button type="button" class="primary" onClick={retry}>
        {press.tryAgain}
      </button>
    </Waiting>
  );
}

export function Live({ api, page }: { api: Api; page: FunctionComponent<PageProps> }) {
  const [read, setRead] = useState<Result<UiState> | null>(null);
  const { refresh, live } = useMemo(() => {
    let newest = 0;
    const refresh = async () => {
      const mine = ++newest;
      const next = await readState(api).catch(() => fail("internal"));
      if (mine === newest) setRead(next);
    };
    return { refresh, live: refreshing(api, refresh) };
  }, [api]);
  useEffect(() => {
    void refresh();
    return api.onNotice((notice) => {
      if (notice === "state") void refresh();
    });
  }, [api, refresh]);
  useCopyWatch(api);
  useUseWatch(api);
  return (
    <SayProvider notices={read?.ok ? read.value.keyring.notices : []}>
      {read === null && <Waiting />}
      {read?.ok === false && <Failed code={read.error.code} retry={refresh} />}
      {read?.ok && h(page, { state: read.value, api: live })}
    </SayProvider>
  );
}

/** Does this copy put something on the clipboard? Browsers copy nothing without a selection. */
function takesText(): boolean {
  const box = document.activeElement;
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
    return box.selectionStart !== box.selectionEnd;
  return document.getSelection()?.isCollapsed === false;
}

/**
 * Tells the background that something other than a key went to the clipboard; key regions prevent the
 * default.
 */
function useCopyWatch(api: Api): void {
  useEffect(() => {
    const taken = (event: Event) => {
      if (!event.defaultPrevented && takesText()) void api.ask("clipboard.taken", {});
    };
    window.addEventListener("copy", taken);
    window.addEventListener("cut", taken);
    return () => {
      window.removeEventListener("copy", taken);
      window.removeEventListener("cut", taken);
    };
  }, [api]);
}

/** How often the background hears that somebody is here. */
const USE_EVERY_MS = 15_000;

/** Typing and pointing in a page of ours is a use of it: what is being typed must not lock away. */
function useUseWatch(api: Api): void {
  useEffect(() => {
    let saidAtMs = Number.NEGATIVE_INFINITY;
    const used = (event: Event) => {
      if (!event.isTrusted || api.nowMs() - saidAtMs < USE_EVERY_MS) return;
      saidAtMs = api.nowMs();
      void api.ask("keyring.use", {});
    };
    window.addEventListener("keydown", used);
    window.addEventListener("pointerdown", used);
    return () => {
      window.removeEventListener("keydown", used);
      window.removeEventListener("pointerdown", used);
    };
  }, [api]);
}
