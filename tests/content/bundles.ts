/** Builds of the content room for tests in browsers: one script each. */
import { join, resolve } from "node:path";
import { build } from "vite";

type Browser = "chrome" | "firefox";

const here = import.meta.dirname;

/** `double` replaces platform/messaging.ts. */
async function bundle(entry: string, browser: Browser, double?: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    resolve: { alias: double ? [{ find: /^.*platform\/messaging\.ts$/, replacement: double }] : [] },
    define: { __BROWSER__: JSON.stringify(browser) },
    build: { write: false, target: "es2023", lib: { entry, formats: ["iife"], name: "content" } },
  });
  const [first] = Array.isArray(built) ? built : [];
  const chunk = first?.output[0];
  if (!chunk) throw new Error(`nothing built of ${entry}`);
  return chunk.code;
}

/** The room's functions under the name `probe`. */
export function bundleProbe(browser: Browser): Promise<string> {
  return bundle(join(here, "probe.ts"), browser);
}

const ROOM = resolve(here, "../../src/content");

/** The script that is in every page; the other end of its messages is under the name `wire`. */
export function bundleMain(): Promise<string> {
  return bundle(join(ROOM, "main.ts"), "chrome", join(here, "messaging-double.ts"));
}

/** What a look puts beside it. */
export function bundleLooking(): Promise<string> {
  return bundle(join(ROOM, "looking.ts"), "chrome");
}
