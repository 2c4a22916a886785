/** What the section *Help* says, but for WhatsApp's messages: `whatsapp-messages.ts`. */
import { countText } from "./format.ts";

export const helpText = {
  title: "Help",
  report: "Ask for help safely",
  reportHint:
    "This can be shown in public. It holds versions, days, counts, fingerprints and what failed inside Sixtyfour; no key, no label, no note, no number, no name of a file. Read it before you send it.",
  reportLabel: "Report",
  neverSend:
    "Nobody who helps you needs the 64 digits, a passphrase or a password. Who asks for one is not helping.",
  guide: "What does WhatsApp's message mean?",
  guideHint:
    "Type a few words of what the screen says. WhatsApp's wording differs by version, phone and language, so this is the gist.",
  filter: "Filter messages",
  none: "No message with these words. Try fewer, or one that stands out.",
  means: "What it means",
  withKey: "With the key",
  withoutKey: "Without the key",
  gone: "This is gone",
};

export function helpFoundText(count: number): string {
  return countText(count, "message", "messages");
}
