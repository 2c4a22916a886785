/**
 * What our script in another page than WhatsApp Web's gives back to the call that put it there. The page cannot
 * speak in it, but it may have broken what the script stands on: parsed like a message.
 */
import { type LookReport, parseLookReport, type Token } from "./content.ts";
import type { FillOutcome } from "./page.ts";
import { isRecord } from "./shapes.ts";

/** `host` with its port, in ASCII. `isSafe`: over https, or on this machine. */
export type OtherLook = { host: string; isSafe: boolean; report: LookReport };

/** The script's functions under the name `otherPage` in its own world. */
export type OtherPage = {
  look(): OtherLook;
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
};

export function parseOtherLook(raw: unknown): OtherLook | null {
  if (!isRecord(raw)) return null;
  const { host, isSafe } = raw;
  const report = parseLookReport(raw["report"]);
  return report && typeof host === "string" && typeof isSafe === "boolean" ? { host, isSafe, report } : null;
}
