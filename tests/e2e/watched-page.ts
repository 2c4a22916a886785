/** What happens in a page, noted by the page itself from before its first script. */
import type { Page } from "../drivers/page.ts";

export type Watched = { changes: string[]; heard: string[]; names: string[] };

/** Runs before the page: notes every change of the document, every message, every name in the window. */
export function watchPage(): void {
  if (location.protocol !== "https:") return;
  const names = new Set(Object.getOwnPropertyNames(window));
  const seen = { changes: [] as string[], heard: [] as string[] };
  Object.defineProperty(window, "watched", {
    get: () => ({ ...seen, names: Object.getOwnPropertyNames(window).filter((name) => !names.has(name)) }),
  });
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const value = attributeName && (target as Element).getAttribute(attributeName);
      seen.changes.push(`${type} ${target.nodeName} ${attributeName ?? ""} ${value ?? ""}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ["message", "messageerror", "storage", "error", "unhandledrejection"])
    addEventListener(name, (event) =>
      seen.heard.push(`${name} ${JSON.stringify(Reflect.get(event, "data") ?? "")}`),
    );
}

export const watched = (tab: Page) => tab.evaluate(() => (window as unknown as { watched: Watched }).watched);
export const changedAttributes = ({ changes }: Watched) =>
  changes.filter((change) => change.startsWith("attributes")).sort();
