/** The practice pages at WhatsApp Web's address, and the passphrase of every end-to-end test. */
import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
export const SITE = "https://web.whatsapp.com";
export const PASSPHRASE = "plain wide river stone lamp";

export { practicePage } from "../support/practice-pages.ts";

/** What every practice page shows of its own state. */
export type AppState = { key: string; events: string[] };

/** What the popup says when a page has kept it from filling: of `outcomeText` in src/ui/text/en/page-acts.ts. */
export const NOT_FILLED =
  /The form could not be filled|The page changed what was filled in|no restore form on this page any more/;

/** What the toolbar button shows where no form waits: the tests' key has no proven copy. */
export const NO_FORM_MARK = "!";
