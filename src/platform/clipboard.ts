/**
 * Writing the clipboard from the background.
 *
 * Chromium: an offscreen document writes it and keeps the timer that clears it, so that neither the popup nor
 * the worker has to stay alive. Orders go straight to it (see protocol/offscreen.ts). Firefox: the background
 * page writes, and an alarm clears.
 */
import type { OffscreenOrder } from "../protocol/offscreen.ts";
import { bare } from "./beside-polyfill.ts";
import { browser } from "./browser.ts";
import { log } from "./log.ts";

const OFFSCREEN_PATH = "offscreen/offscreen.html";
/** A document that is there answers within milliseconds. */
const ANSWER_WITHIN_MS = 1_500;

type WindowClientLike = { url: string; postMessage(message: unknown, transfer: MessagePort[]): void };
type WorkerScope = { clients: { matchAll(o: { includeUncontrolled: true }): Promise<WindowClientLike[]> } };

async function findOffscreen(): Promise<WindowClientLike | null> {
  const { clients } = globalThis as unknown as WorkerScope;
  const all = await clients.matchAll({ includeUncontrolled: true });
  return all.find((c) => c.url === browser.runtime.getURL(OFFSCREEN_PATH)) ?? null;
}

async function ensureOffscreen(): Promise<WindowClientLike | null> {
  const open = await findOffscreen();
  if (open) return open;
  await bare.offscreen.createDocument({
    url: OFFSCREEN_PATH,
    reasons: ["CLIPBOARD"],
    justification: "Puts a key that the user copies on the clipboard and clears it again",
  });
  return findOffscreen();
}

/** Null: no answer came. */
function tell(client: WindowClientLike, order: OffscreenOrder): Promise<boolean | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer: boolean | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(end, ANSWER_WITHIN_MS, null);
    port1.onmessage = (event: MessageEvent<unknown>) => end(event.data === true);
    client.postMessage(order, [port2]);
  });
}

/**
 * A document that is just closing takes an order along unread, and keeps another one from being made. So an
 * order without an answer is given once more.
 */
async function order(given: OffscreenOrder): Promise<boolean> {
  for (const isLast of [false, true]) {
    try {
      const client = await ensureOffscreen();
      const answer = client && (await tell(client, given));
      if (answer !== null) return answer;
    } catch (reason) {
      if (isLast) log("clipboard-refused", reason);
    }
  }
  return false;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (reason) {
    log("clipboard-refused", reason);
    return false;
  }
}

export const clipboard = {
  /** Puts `text` there. In Chromium the offscreen document clears it after `clearsInMs` by itself. */
  async hold(copyId: string, text: string, clearsInMs: number): Promise<boolean> {
    if (__BROWSER__ === "firefox") return write(text);
    return order({ order: "hold", copyId, text, clearsInMs });
  },

  async clear(): Promise<boolean> {
    if (__BROWSER__ === "firefox") return write("");
    return order({ order: "clear" });
  },

  /** Something else was copied since: it must not be cleared. */
  async forget(): Promise<void> {
    if (__BROWSER__ === "firefox") return;
    const client = await findOffscreen();
    if (client) await tell(client, { order: "forget" });
  },
};

/** Does a timer clear it (Chromium), or the alarm alone (Firefox)? */
export const isClipboardClearedByTimer = __BROWSER__ === "chrome";
