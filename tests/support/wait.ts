/** Waiting for conditions instead of sleeping. */

/**
 * How long a test waits for a condition. Long, as it costs only where something is wrong: a busy machine is
 * slow, not broken.
 */
export const PATIENCE_MS = 120_000;

export type WaitOptions = { timeoutMs?: number; everyMs?: number };

/** Yields the processor for `ms`; only for polling and for showing that something does *not* happen. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Asks `probe` until it answers with something truthy, and returns that.
 *
 * An exception of the probe counts as "not yet": pages and workers come and go while a test waits. The last
 * one is kept as the cause of the final error.
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | Promise<T>,
  { timeoutMs = PATIENCE_MS, everyMs = 50 }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const endsAtMs = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await within(Math.max(endsAtMs - Date.now(), 1), what, Promise.resolve(probe()));
      if (answer) return answer;
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= endsAtMs) throw new Error(`not seen in ${timeoutMs} ms: ${what}`, { cause });
    await pause(everyMs);
  }
}

/** Fails when `promise` takes longer than `timeoutMs`; the promise itself cannot be stopped. */
export async function within<T>(timeoutMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${timeoutMs} ms: ${what}`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Shows that something stays so: asks `probe` for the whole of `forMs` and fails at the first falsy answer.
 * For "the clipboard is not cleared before its time" and the like.
 */
export async function holds(what: string, forMs: number, probe: () => unknown, everyMs = 100): Promise<void> {
  const endsAtMs = Date.now() + forMs;
  do {
    if (!(await probe())) throw new Error(`ended too early: ${what}`);
    await pause(everyMs);
  } while (Date.now() < endsAtMs);
}
