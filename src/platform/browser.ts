/** The WebExtension API as promises, in both browsers. No other room names it. */
import polyfill from "webextension-polyfill";

export const browser = polyfill;
