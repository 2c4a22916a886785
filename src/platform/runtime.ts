/**
 * The few calls of the extension runtime that the content script needs, without the polyfill: its bundle then
 * names no other API, and a test can say so. Chromium's promises and `sendResponse` serve in both browsers.
 */
import type { Runtime } from "webextension-polyfill";

/** What the browser says of a message's sender. `origin` is missing in some cases: those are refused. */
export type Sender = Runtime.MessageSender & { origin?: string; documentId?: string };

type Listener = (raw: unknown, sender: Sender, respond: (reply: unknown) => void) => boolean;

type RuntimeCalls = {
  id: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};

type Root = { browser?: { runtime: RuntimeCalls }; chrome?: { runtime: RuntimeCalls } };

function findRuntime(): RuntimeCalls {
  const root = globalThis as unknown as Root;
  const runtime = root.browser?.runtime ?? root.chrome?.runtime;
  if (!runtime) throw new Error("not in an extension");
  return runtime;
}

export const runtime = findRuntime();
