/**
 * The background held at the n-th step that it takes outside itself (a write to storage, an alarm, a message
 * to a page): there a story ends it, and sees what is left. No clock has a part in that, so each run meets
 * each state.
 */
import type { PageRequestType, Payload, Value } from "../../src/protocol/page-requests.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { sendRaw } from "./steps.ts";
import { expect } from "./story.ts";

/**
 * Everything, or the writes of the keyring alone: then what else it does goes on, so that an answer that is
 * early comes.
 */
type Steps = "all" | "writes";
type HeldScope = { whenHeld: Promise<void>; Client?: { prototype: object } };

/** Takes the step, by other arguments if need be. */
type Take = (...others: unknown[]) => unknown;
type Watched = {
  /** The last step, of whose end the background hears nothing. @returns when it is done. */
  takeLast?: (take: Take, given: unknown[]) => unknown;
  /** What is given to the background in its place. */
  unheard?: unknown;
};

/**
 * Runs in the background. The first `count` steps are taken, but that the last of them is done is not heard
 * there, and no further one is taken: all is as after its death at this place.
 */
function holdAfter({ count, steps }: { count: number; steps: Steps }): void {
  const taken: unknown[] = [];
  let resolveHeld: () => void = () => undefined;
  const whenHeld = new Promise<void>((resolve) => {
    resolveHeld = resolve;
  });
  Object.assign(globalThis, { whenHeld });
  const never = new Promise<never>(() => undefined);
  const hold = () => void Promise.allSettled(taken).then(resolveHeld);

  function watch(
    owner: object | undefined,
    names: string[],
    { takeLast = (take) => take(), unheard = never }: Watched = {},
  ): void {
    for (const name of owner ? names : []) {
      const original = Reflect.get(owner ?? {}, name) as Take;
      const counted = function (this: unknown, ...given: unknown[]) {
        const take: Take = (...others) => original.apply(this, others.length > 0 ? others : given);
        const left = count - taken.length;
        if (left > 1) {
          const step = take();
          taken.push(step);
          return step;
        }
        if (left === 1) taken.push(takeLast(take, given));
        hold();
        return unheard;
      };
      Reflect.set(owner ?? {}, name, counted);
    }
  }

  watch(chrome.storage.local, ["set", "remove"]);
  watch(IDBObjectStore.prototype, ["put", "delete"], {
    takeLast: (take) => {
      const { transaction } = take() as IDBRequest;
      return new Promise((done) => transaction?.addEventListener("complete", done));
    },
    unheard: {},
  });
  if (steps === "writes") return;
  watch(chrome.storage.session, ["set", "remove"]);
  watch(chrome.alarms, ["create", "clear"]);
  // The page's answer is not waited for: the background ends while the page is at work.
  watch(chrome.tabs, ["sendMessage"], { takeLast: (take) => void take() });
  // To the clipboard: Firefox's event page writes it, Chromium's worker asks a document to.
  watch(navigator.clipboard, ["writeText"]);
  watch(chrome.offscreen, ["createDocument"]);
  watch((globalThis as unknown as HeldScope).Client?.prototype, ["postMessage"], {
    // Through a channel of ours, or the document's answer would be heard.
    takeLast: (take, [order]) => {
      const { port1, port2 } = new MessageChannel();
      take(order, [port2]);
      return new Promise((done) => {
        port1.onmessage = done;
      });
    },
  });
}

/**
 * From now on the background takes `count` steps. @returns a promise that resolves when it has, and would go
 * on.
 */
export async function holdWorker(
  browser: Driver,
  count: number,
  steps: Steps = "all",
): Promise<{ held: Promise<"held"> }> {
  await browser.evaluateInWorker(holdAfter, { count, steps });
  const held = browser
    .evaluateInWorker(() => (globalThis as unknown as HeldScope).whenHeld)
    .then(
      () => "held" as const,
      // It has ended, which the story itself does.
      () => new Promise<never>(() => undefined),
    );
  return { held };
}

type Where = {
  browser: () => Driver;
  page: () => Page;
  steps: Steps;
  end: () => Promise<void>;
};

/**
 * One request over and over: the background ends after none of its steps, after the first, the second, …, and
 * at last after its answer. `check` is told of the answer, or null where none came.
 */
export async function endAtEachStep<T extends PageRequestType>(
  { browser, page, steps, end }: Where,
  request: () => Promise<{ type: T; payload: Payload<T> }>,
  check: (answer: Value<T> | null) => Promise<void>,
): Promise<void> {
  for (let count = 0, isHeld = true; isHeld; count++) {
    const { type, payload } = await request();
    const { held } = await holdWorker(browser(), count, steps);
    const reply = sendRaw(page(), type, payload).catch(() => null);
    isHeld = (await Promise.race([held, reply])) === "held";
    await end();
    // One that came while it was held was early, and counts all the same.
    const answered = await reply;
    if (!isHeld) expect(answered, type).toMatchObject({ ok: true });
    await check(answered?.ok ? (answered.value as Value<T>) : null);
  }
}
