/**
 * What our script in another page than WhatsApp Web's gives back to the call that put it there. The page
 * cannot speak in it, but it may have broken what the script stands on: parsed like a message.
 */
import * as v from "valibot";
import { exact, list, matching, type TypeOf, text } from "../core/schema.ts";
import { type FillOutcome, LONGEST_HOST, MOST_HOSTS, type Token } from "./content.ts";
import { lookReportSchema } from "./content-requests.ts";

export const otherLookSchema = exact({
  /** With its port, in ASCII; empty where the document has no origin. */
  host: text(LONGEST_HOST),
  /** Over https, or on this machine. */
  isSafe: v.boolean(),
  /** Others whose scripts the page has loaded. */
  scriptHosts: list(matching(/^[^\s/@]+$/, LONGEST_HOST), MOST_HOSTS),
  report: lookReportSchema,
});

/** The script's functions under the name `otherPage` in its own world. */
export type OtherPage = {
  look(): TypeOf<typeof otherLookSchema>;
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
};
