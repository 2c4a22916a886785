// The logger of every build here. It prints errors, and a warning fails the build, so its cause must be
// fixed.
import { createLogger } from "vite";

/** How long a plugin took is not a fault, and a busy machine would turn the build red. */
const IS_TIME = /\[(?:PLUGIN|BUNDLER)_TIMINGS\]/;

/** @param {string} message */
function refuse(message) {
  if (!IS_TIME.test(message)) throw new Error(`the build warns: ${message}`);
}

/** @returns {import("vite").Logger} */
export function createStrictLogger() {
  return { ...createLogger("error"), warn: refuse, warnOnce: refuse };
}
