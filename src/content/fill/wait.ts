/** Moments in the page's own time. */

/** A hidden window gets no frames: after this time the fill continues without one. */
const LONGEST_WAIT_MS = 100;

/** One task later. A channel, because timers of a hidden tab are held back to one a second. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The next frame, or 100 ms if none comes. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => resolve());
  });
}

/** Two frames, or 100 ms if they do not come. */
export function afterTwoFrames(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
