/**
 * What the browser's API gives besides the polyfill, and why. All else in this room goes through
 * `browser.ts`. This file does not import it, and so the content script can import this file.
 *
 * - The runtime's messages: the content script needs them, and the polyfill would add a fifth to what each
 *   load of WhatsApp Web pays for. Listeners answer through `sendResponse`, which both browsers understand.
 * - Closed shadow trees: the content script again.
 * - The offscreen document: Chromium alone has one, and the polyfill's types know only what Firefox has.
 * - The access level of a storage area: the same. It is called through the polyfill.
 * - The origin of a message's sender: both browsers name it, the polyfill's types do not.
 */
import type { Runtime, Storage } from "webextension-polyfill";

/** What the browser says of a message's sender. `origin` is missing in some cases: those are refused. */
export type Sender = Runtime.MessageSender & { origin?: string };

/** From Chrome 140 on; Firefox has no such thing. */
export type ClosableArea = Storage.StorageArea & {
  setAccessLevel?(level: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
};

type Listener = (raw: unknown, sender: Sender, respond: (reply: unknown) => void) => boolean;
type OffscreenDocument = { url: string; reasons: ["CLIPBOARD"]; justification: string };

type Bare = {
  runtime: {
    id: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  offscreen: { createDocument(wanted: OffscreenDocument): Promise<void> };
};

const root = globalThis as unknown as { browser?: Bare; chrome?: Bare };

/**
 * By the name that each browser has always had: in a content script, an element of the page can answer to a
 * name that the browser does not have. Empty where a test runs the content script's parts in a plain page.
 */
export const bare = ((__BROWSER__ === "chrome" ? root.chrome : root.browser) ?? {}) as Bare;
