/** Renders `docs/messages.md`: the guide of the section *Help*, for reading outside the extension. */
import { helpText } from "../../src/ui/text/en/help.ts";
import type { WhatsAppMessage } from "../../src/ui/text/en/whatsapp-messages.ts";

function section({ gist, lookFor, means, withKey, withoutKey, gone }: WhatsAppMessage): string[] {
  const parts = [
    `## ${gist}`,
    `Words to look for: ${lookFor.join(", ")}.`,
    `**${helpText.means}.** ${means}`,
    `**${helpText.withKey}.** ${withKey}`,
    `**${helpText.withoutKey}.** ${withoutKey}`,
  ];
  return gone === null ? parts : [...parts, `**${helpText.gone}.** ${gone}`];
}

export function renderMessageGuide(messages: readonly WhatsAppMessage[]): string {
  const intro = [
    `# ${helpText.guide}`,
    "Sixtyfour is not affiliated with WhatsApp or Meta. WhatsApp's wording differs by version, phone and language: each heading sums up a message. `src/ui/text/en/whatsapp-messages.ts` names the sources. This file is made from it by `npx vitest run -c tests/vitest.config.ts tests/ui/features/help/messages.test.ts -u`.",
  ];
  return `${[...intro, ...messages.flatMap(section)].join("\n\n")}\n`;
}
