/** Signs that the user has left: the system locks, no input for a while, the last normal window closes. */
import { browser } from "./browser.ts";
import { log } from "./log.ts";

/** Chromium says `locked`; Firefox never does, there idleness stands in for it (SECURITY.md). */
export function onSystemLock(listener: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "locked" || (__BROWSER__ === "firefox" && state === "idle")) listener();
  });
}

/** How long without input counts as idle; the browsers take 15 s at least. */
export function setIdleMinutes(minutes: number): void {
  browser.idle.setDetectionInterval(minutes * 60);
}

/**
 * The last window with tabs has closed. A popped-out window, or a browser without a window, may still run.
 */
export function onLastWindowClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(() => {
    browser.windows.getAll({ windowTypes: ["normal"] }).then(
      (windows) => windows.length === 0 && listener(),
      (reason) => log("event-failed", reason),
    );
  });
}
