/** The sentences of the section *Help*. Its topics are in `whatsapp-messages.ts` and `situations.ts`. */
import { countText } from "./format.ts";

export const helpText = {
  title: "Help",
  report: "Ask for help safely",
  reportHint:
    "You can show this report in public. It has versions, days, counts, Key IDs and errors of Sixtyfour. It has no key, label, note, phone number or file name. Read it before you send it.",
  reportLabel: "Report",
  neverSend:
    "Never send your 64 digits, a passphrase or a password. Anyone who asks for one is not helping you.",
  guide: "What happened?",
  guideHint:
    "Type what the phone says or what happened. WhatsApp's wording differs by version, phone and language, so these are summaries.",
  filter: "Search help",
  nearest: "No topic has all these words. These come closest:",
  none: "No topic has these words. Look through all of them:",
  all: "All topics",
  means: "What it means",
  withKey: "With the key",
  withoutKey: "Without the key",
  gone: "This is gone",
};

export function helpFoundText(count: number): string {
  return countText(count, "topic", "topics");
}
