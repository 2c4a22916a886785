import type { WhatsAppMessage } from "../../text/en/whatsapp-messages.ts";

/** The messages that have all words of `query`, in any case. All messages if it is empty. */
export function findMessages(
  messages: readonly WhatsAppMessage[],
  query: string,
): readonly WhatsAppMessage[] {
  const wanted = query.toLowerCase().replaceAll("’", "'").split(/\s+/).filter(Boolean);
  return messages.filter((message) => {
    const { gist, lookFor, means, withKey, withoutKey, gone } = message;
    const text = [gist, ...lookFor, means, withKey, withoutKey, gone ?? ""].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
