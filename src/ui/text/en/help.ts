/** The sentences of the section *Help*. WhatsApp's messages are in `whatsapp-messages.ts`. */
import { countText } from "./format.ts";

export const helpText = {
  title: "Help",
  report: "Ask for help safely",
  reportHint:
    "You can show this report in public. It has versions, days, counts, Key IDs and errors of Sixtyfour. It has no key, label, note, phone number or file name. Read it before you send it.",
  reportLabel: "Report",
  neverSend:
    "Never send your 64 digits, a passphrase or a password. Anyone who asks for one is not helping you.",
  guide: "What does WhatsApp's message mean?",
  guideHint:
    "Type a few words of the message. WhatsApp's wording differs by version, phone and language, so these are summaries.",
  filter: "Filter messages",
  none: "No message has these words. Try fewer words, or a less common one.",
  means: "What it means",
  withKey: "With the key",
  withoutKey: "Without the key",
  gone: "This is gone",
};

export function helpFoundText(count: number): string {
  return countText(count, "message", "messages");
}
