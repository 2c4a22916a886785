/** The practice pages at WhatsApp Web's address, and the passphrase of every end-to-end test. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
export const SITE = "https://web.whatsapp.com";
export const PASSPHRASE = "plain wide river stone lamp";

/** One self-contained page of `tests/pages`, as `tests/pages/build.mjs` wrote it. */
export function practicePage(name: string): string {
  return readFileSync(resolve(ROOT, `dist/pages/${name}.html`), "utf8");
}

/** What every practice page shows of its own state. */
export type AppState = { key: string; events: string[] };
