/** A progress line on the terminal. Prints nothing if standard error is not a terminal. */

export type Progress = {
  at(done: number): void;
  end(): void;
};

const EVERY_MS = 200;
const ERASE_LINE = "\r\x1b[2K";

/** Gives the text of the line. */
type Speak = (done: number, total: number, elapsedMs: number) => string;

export function startProgress(total: number, speak: Speak): Progress {
  const terminal = process.stderr;
  if (!terminal.isTTY || total === 0) return { at: () => undefined, end: () => undefined };
  const startedMs = performance.now();
  let saidMs = startedMs;
  let isShown = false;
  return {
    at(done) {
      const nowMs = performance.now();
      if (nowMs - saidMs < EVERY_MS) return;
      saidMs = nowMs;
      isShown = true;
      terminal.write(`${ERASE_LINE}${speak(done, total, nowMs - startedMs)}`);
    },
    end() {
      if (isShown) terminal.write(ERASE_LINE);
    },
  };
}
