/**
 * Chromium's offscreen document: writes the clipboard, clears it in time, then closes itself.
 *
 * The async clipboard API needs focus, which this document never has; `execCommand("copy")` does not.
 */

import { read } from "../core/schema.ts";
import { sendToBackground } from "../platform/messaging.ts";
import { type OffscreenOrder, offscreenOrderSchema } from "../protocol/offscreen.ts";

/** The browser takes the text over a little later: a document that closes at once would take it along. */
const LINGER_MS = 3_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Puts text on the clipboard; the empty text empties it. */
function put(text: string): boolean {
  let isSet = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    isSet = true;
  };
  document.addEventListener("copy", onCopy, { once: true });
  // Without a selection there is no copy event; what is selected does not matter.
  const selection = document.querySelector("textarea");
  if (selection) selection.value = "-";
  selection?.select();
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return isCopied && isSet;
}

async function clearInTime(copyId: string): Promise<void> {
  timer = undefined;
  if (!put("")) return; // the background's alarm tries again
  await sendToBackground("sixtyfour/offscreen", "clipboard.cleared", { copyId }).catch(() => undefined);
  closeWhenIdle();
}

/**
 * Closes the document some time after the last order, unless a key is still to be cleared from the clipboard.
 */
function closeWhenIdle(): void {
  clearTimeout(closing);
  closing = setTimeout(() => {
    if (timer === undefined) window.close();
  }, LINGER_MS);
}

function obey(order: OffscreenOrder): boolean {
  clearTimeout(timer);
  timer = undefined;
  if (order.order === "forget") return true;
  if (order.order === "clear") return put("");
  const isHeld = put(order.text);
  const clear = () => void clearInTime(order.copyId).catch(() => undefined); // the alarm behind it tries again
  if (isHeld) timer = setTimeout(clear, order.clearsInMs);
  return isHeld;
}

// Only our own worker can reach this: `Client.postMessage` stays within the extension's origin.
navigator.serviceWorker.addEventListener("message", (event) => {
  if (!(event.source instanceof ServiceWorker) || event.origin !== location.origin) return;
  const order = read(offscreenOrderSchema, event.data);
  event.ports[0]?.postMessage(order !== null && obey(order));
  closeWhenIdle();
});
navigator.serviceWorker.startMessages();
