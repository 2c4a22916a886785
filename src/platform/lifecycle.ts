/** Start and installation of the extension, and the note that tells our pages of a change. */
import { envelope } from "../protocol/envelope.ts";
import type { Notice } from "../protocol/page.ts";
import { browser } from "./browser.ts";

export function onInstalled(listener: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => listener(reason === "install"));
}

/** Wakes the background when the browser starts; otherwise it would start only with the first event. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Only our own pages hear it. If none is open, that is no failure. */
export function publish(notice: Notice): void {
  browser.runtime.sendMessage(envelope("sixtyfour/notice", notice, {})).catch(() => undefined);
}

/** A sentence for the browser's own menus and buttons, by its name in `ui/text/en/manifest.ts`. */
export function localised(name: string): string {
  return browser.i18n.getMessage(name);
}
