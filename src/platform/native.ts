/**
 * The browser's own API without the polyfill, for what must load fast: the popup and the background. Its
 * calls return promises in Firefox and, under Manifest V3, in Chromium; only message listeners differ, and
 * `messaging.ts` sees to those.
 */
import type { Browser } from "webextension-polyfill";

type Root = { browser?: Browser; chrome?: Browser };

const root = globalThis as unknown as Root;

export const native = (root.browser ?? root.chrome) as Browser;
