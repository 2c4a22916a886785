/**
 * What a story holds back in a page of ours, so that no machine is too slow for what is to happen before it.
 */
import type { Page } from "../drivers/page.ts";

type Held = { release: () => void };

/** @returns what starts them again. Until then none of the page's timers of `ms` that begins now ends. */
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

type HeldLooks = { release: () => Promise<void> };

/**
 * From now on the popup hears of nothing new on the page in front, or its button might go before it is
 * pressed.
 *
 * @returns what lets the looks that were asked for meanwhile begin, and waits until what they found is drawn.
 */
export async function holdLooks(popup: Page): Promise<() => Promise<void>> {
  await popup.evaluate(() => {
    type Send = (...given: unknown[]) => unknown;
    type Root = { runtime: { sendMessage: Send } };
    // Ours asks Firefox by this name; Chromium has the other alone.
    const { runtime } =
      (Reflect.get(globalThis, "browser") as Root) ?? (Reflect.get(globalThis, "chrome") as Root);
    const send = runtime.sendMessage;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const isLook = (message: unknown) => (message as { type?: string }).type === "fill.look";
    const looks: unknown[] = [];
    runtime.sendMessage = (...given) => {
      if (!isLook(given[0])) return send.apply(runtime, given);
      const look = released.then(() => send.apply(runtime, given));
      looks.push(look);
      return look;
    };
    const nextFrame = () => new Promise<unknown>((done) => requestAnimationFrame(done));
    // Until what they found is drawn: a press before would be on what the popup showed while they were held.
    const releaseAll = async () => {
      release();
      await Promise.allSettled(looks);
      await nextFrame();
      await nextFrame();
    };
    Object.assign(window, { heldLooks: { release: releaseAll } });
  });
  return () => popup.evaluate(() => (window as unknown as { heldLooks: HeldLooks }).heldLooks.release());
}
