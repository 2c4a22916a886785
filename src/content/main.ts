/**
 * Our script in WhatsApp Web's page. It tells the background that a restore form or a key is there, and fills
 * or reads one when the background orders it. It holds no secret, reads nothing stored, shows nothing, obeys
 * no page.
 */
import { onBackgroundMessage, sendToBackground } from "../platform/messaging.ts";
import {
  type ContentOrderType,
  LONGEST_READING,
  type OrderPayload,
  type OrderValue,
  orderReaders,
} from "../protocol/content.ts";
import type { ContentRequests, ContentRequestType, KeyReading } from "../protocol/content-requests.ts";
import { parseEnvelope } from "../protocol/envelope.ts";
import { isRestorePage } from "./gates/place.ts";
import { isKeyShown } from "./watch/shown-key.ts";
import { watchPage } from "./watch/watch-page.ts";
import type { Looking, World } from "./world.ts";

function tell<T extends ContentRequestType>(
  type: T,
  payload: ContentRequests[T]["payload"],
): Promise<unknown> {
  return sendToBackground("sixtyfour/content", type, payload);
}

function readingOf(texts: readonly string[]): KeyReading {
  if (texts.length > 1) return { kind: "several" };
  const [text] = texts;
  return text === undefined ? { kind: "none" } : { kind: "text", text: text.slice(0, LONGEST_READING) };
}

function start(): void {
  let looking: Looking | null = null;
  (globalThis as World).joinSixtyfour = (make) => {
    looking ??= make();
  };
  // Fails only if the extension was removed or reloaded while this page was open: nobody is left to tell.
  const watch = watchPage((waiting) => {
    tell("page.waiting", waiting).catch(() => undefined);
  });

  const orders: {
    [T in ContentOrderType]: (looking: Looking, payload: OrderPayload<T>) => Promise<OrderValue<T> | null>;
  } = {
    "form.look": async ({ report }, { lookId }) => {
      const seen = { lookId, report: report(), keyShown: isKeyShown() };
      watch.reportNext();
      await tell("form.report", seen);
      return {};
    },
    "field.choose": async ({ chooseField }) => {
      chooseField((chosen) => void tell("field.chosen", { chosen }).catch(() => undefined));
      return {};
    },
    "key.read": async ({ readShownKeys }, { lookId }) => {
      await tell("key.report", { lookId, report: readingOf(readShownKeys()) });
      return {};
    },
    "form.fill": async ({ fill }, { token, hex }) => {
      const outcome = await fill(token, hex);
      if (outcome === null) return null;
      setTimeout(watch.lookNow); // the answer first
      return { outcome };
    },
  };

  async function obey<T extends ContentOrderType>(type: T, raw: unknown): Promise<unknown> {
    const payload = orderReaders[type](raw);
    if (!payload) return { ok: false, error: { code: "invalid-request" } };
    const value = looking && (await orders[type](looking, payload));
    return value ? { ok: true, value } : { ok: false, error: { code: "offer-expired" } };
  }

  onBackgroundMessage((raw) => {
    const message = parseEnvelope(raw);
    if (message?.protocol !== "sixtyfour/content" || !Object.hasOwn(orders, message.type)) return undefined;
    return obey(message.type as ContentOrderType, message.payload);
  });
}

if (isRestorePage()) start();
