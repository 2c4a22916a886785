/**
 * The WebExtension API as promises, in both browsers, for what is loaded when it is asked for. What must load
 * fast, the popup and the background, speaks to the browser itself (`native.ts`).
 */
import polyfill from "webextension-polyfill";

export const browser = polyfill;
