/**
 * The browser's API, the same in both browsers. What it lacks stands in `beside-polyfill.ts`.
 *
 * docs/decisions/0004-one-way-to-the-browsers-api.md
 */
import browser from "webextension-polyfill";

export { browser };
