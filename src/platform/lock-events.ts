/**
 * Signs that the user has left: the screen is locked, no input for a while, the last normal window closes.
 *
 * A locked screen is not idleness. Chromium says `locked`, and its `idle` means nothing here. Firefox never
 * says `locked`, so idleness stands in for it (SECURITY.md).
 */
import { IDLE_MINUTES } from "../core/keyring/lock-state.ts";
import { browser } from "./browser.ts";
import { log } from "./log.ts";

const IDLE_SECONDS = IDLE_MINUTES * 60;
const STANDS_IN = __BROWSER__ === "firefox";

/** @param whenIdle - nobody is at the computer, where that stands in for the screen's lock. */
export function onAway(whenLocked: () => void, whenIdle: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "locked") whenLocked();
    else if (state === "idle" && STANDS_IN) whenIdle();
  });
  browser.idle.setDetectionInterval(IDLE_SECONDS);
}

/** Is nobody at the computer, where that stands in for the screen's lock? */
export async function isIdle(): Promise<boolean> {
  return STANDS_IN && (await browser.idle.queryState(IDLE_SECONDS)) === "idle";
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
