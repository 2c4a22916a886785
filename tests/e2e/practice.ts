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
  /Sixtyfour could not fill in the form|The page changed the digits|restore form is no longer on this page/;

/** What the toolbar button shows where no form waits: the tests' key is verified in no place. */
export const NO_FORM_MARK = "!";
