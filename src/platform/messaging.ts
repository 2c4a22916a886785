/** Messages between our contexts, as promises. `protocol` defines what they contain. */
import { envelope, type Protocol } from "../protocol/envelope.ts";
import { bare, type Sender } from "./beside-polyfill.ts";

export type { Sender } from "./beside-polyfill.ts";

/** Sends a request; the raw reply. Rejects when nobody is there to answer. */
export function sendToBackground(protocol: Protocol, type: string, payload: unknown): Promise<unknown> {
  return bare.runtime.sendMessage(envelope(protocol, type, payload));
}

/**
 * Listens to messages. A listener that returns undefined leaves the message to others; a promise is the
 * reply.
 *
 * @returns the way to stop listening.
 */
export function onMessage(
  listener: (raw: unknown, sender: Sender) => Promise<unknown> | undefined,
): () => void {
  const heard = (raw: unknown, sender: Sender, respond: (reply: unknown) => void): boolean => {
    const reply = listener(raw, sender);
    if (!reply) return false;
    // A handler that throws must still answer, or the sender would wait for ever.
    reply.then(respond, () => respond(undefined));
    return true;
  };
  bare.runtime.onMessage.addListener(heard);
  return () => bare.runtime.onMessage.removeListener(heard);
}

/** True for our own extension's contexts outside tabs: a web page or another extension is neither. */
function isBackground(sender: Sender): boolean {
  return sender.id === bare.runtime.id && sender.tab === undefined;
}

/** Like {@link onMessage}, for messages from our background only. */
export function onBackgroundMessage(listener: (raw: unknown) => Promise<unknown> | undefined): () => void {
  return onMessage((raw, sender) => (isBackground(sender) ? listener(raw) : undefined));
}
