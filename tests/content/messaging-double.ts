/** Stands in for platform/messaging.ts: a test gives the orders and reads what was sent. */
import { envelope, type Protocol } from "../../src/protocol/envelope.ts";

type Listener = (raw: unknown) => Promise<unknown> | undefined;
const wire: {
  sent: unknown[];
  listener: Listener | null;
  order: (type: string, payload: unknown) => unknown;
} = {
  sent: [],
  listener: null,
  order: (type, payload) => wire.listener?.(envelope("sixtyfour/content", type, payload)),
};

export function sendToBackground(protocol: Protocol, type: string, payload: unknown): Promise<unknown> {
  wire.sent.push(envelope(protocol, type, payload));
  return Promise.resolve({ ok: true, value: {} });
}

export function onBackgroundMessage(listener: Listener): void {
  wire.listener = listener;
}

Object.assign(globalThis, { wire });
