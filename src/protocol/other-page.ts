/**
 * What our script in another page than WhatsApp Web's gives back to the call that put it there. The page
 * cannot speak in it, but it may have broken what the script stands on: parsed like a message.
 */

import { isRecord, isText } from "../core/shapes.ts";
import { type LookReport, parseLookReport, type Token } from "./content.ts";
import type { FillOutcome } from "./page.ts";

/** A name that resolves has 253 characters at most, and a port six. */
export const LONGEST_HOST = 259;
/** More hosts than one reads are not named. */
export const MOST_HOSTS = 20;

/**
 * `host` with its port, in ASCII. `isSafe`: over https, or on this machine. `scriptHosts`: others whose
 * scripts the page has loaded.
 */
export type OtherLook = { host: string; isSafe: boolean; scriptHosts: string[]; report: LookReport };

/** The script's functions under the name `otherPage` in its own world. */
export type OtherPage = {
  look(): OtherLook;
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
};

function parseHosts(raw: unknown): string[] | null {
  const isHost = (value: unknown) => isText(value, LONGEST_HOST) && /^[^\s/@]+$/.test(value);
  return Array.isArray(raw) && raw.length <= MOST_HOSTS && raw.every(isHost) ? raw : null;
}

export function parseOtherLook(raw: unknown): OtherLook | null {
  if (!isRecord(raw)) return null;
  const { host, isSafe } = raw;
  const scriptHosts = parseHosts(raw["scriptHosts"]);
  const report = parseLookReport(raw["report"]);
  return report && scriptHosts && typeof host === "string" && typeof isSafe === "boolean"
    ? { host, isSafe, scriptHosts, report }
    : null;
}
