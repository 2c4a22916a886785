/** A page's timers that a story holds back, so that no machine is too slow for what happens before they end. */
import type { Page } from "../drivers/page.ts";

type Held = { release: () => void };

/** @returns what starts them anew. Until then none of the page's timers of `ms` that begins now ends. */
export async function holdTimers(page: Page, ms: number): Promise<() => Promise<void>> {
  await page.evaluate((heldMs: number) => {
    const { setTimeout: start, clearTimeout: stop } = window;
    const held = new Map<number, TimerHandler>();
    // Counts down, as the browser's own are above zero.
    let lastId = 0;
    const hold = (run: TimerHandler, delay?: number, ...args: unknown[]): number => {
      if (delay !== heldMs) return start(run, delay, ...args);
      held.set(--lastId, run);
      return lastId;
    };
    const drop = (id?: number): void => {
      if (id === undefined || !held.delete(id)) stop(id);
    };
    const release = (): void => {
      Object.assign(window, { setTimeout: start, clearTimeout: stop });
      for (const run of held.values()) start(run, heldMs);
    };
    Object.assign(window, { setTimeout: hold, clearTimeout: drop, heldTimers: { release } });
  }, ms);
  return () => page.evaluate(() => (window as unknown as { heldTimers: Held }).heldTimers.release());
}
