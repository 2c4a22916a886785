/** The practice pages at WhatsApp Web's address, and the passphrase of every end-to-end test. */
import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
export const SITE = "https://web.whatsapp.com";
export const PASSPHRASE = "plain wide river stone lamp";

export { practicePage } from "../support/practice-pages.ts";

/** What every practice page shows of its own state. */
export type AppState = { key: string; events: string[] };
