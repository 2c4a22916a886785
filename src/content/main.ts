/**
 * Our script in WhatsApp Web's page. It tells the background that a restore form waits, and fills the key when
 * the background orders it. It holds no secret, reads nothing stored, shows nothing and obeys no page.
 */
import { onBackgroundMessage, sendToBackground } from "../platform/messaging.ts";
import {
  type ContentOrders,
  type ContentOrderType,
  type ContentRequests,
  type ContentRequestType,
  type LookReport,
  orderParsers,
} from "../protocol/content.ts";
import { parseEnvelope } from "../protocol/envelope.ts";
import { fillForm } from "./fill-form.ts";
import { type Form, findForm, isSameForm } from "./find-form.ts";
import { createOffer } from "./offer.ts";
import { isRestorePage } from "./place.ts";
import { watchForForm } from "./watch.ts";

function tell<T extends ContentRequestType>(
  type: T,
  payload: ContentRequests[T]["payload"],
): Promise<unknown> {
  return sendToBackground("sixtyfour/content", type, payload);
}

function start(): void {
  const offer = createOffer<Form>(() => performance.now(), isSameForm);
  const lookNow = watchForForm((waiting) => {
    // Fails only when the extension is gone from under this page: nobody is left to tell.
    tell("form.waiting", { waiting }).catch(() => undefined);
  });

  function reportNow(): LookReport {
    const found = findForm();
    if (found.kind !== "form") return found;
    return { kind: "form", token: offer.hold(found.form), shape: found.form.shape };
  }

  const orders: {
    [T in ContentOrderType]: (
      payload: ContentOrders[T]["payload"],
    ) => Promise<ContentOrders[T]["value"] | null>;
  } = {
    "form.look": async ({ lookId }) => {
      await tell("form.report", { lookId, report: reportNow() });
      return {};
    },
    "form.fill": async ({ token, hex }) => {
      const form = offer.take(token);
      if (!form) return null;
      const outcome = await fillForm(form, hex);
      setTimeout(lookNow); // the answer first
      return { outcome };
    },
  };

  async function obey<T extends ContentOrderType>(type: T, raw: unknown): Promise<unknown> {
    const payload = orderParsers[type](raw);
    if (!payload) return { ok: false, error: { code: "invalid-request" } };
    const value = await orders[type](payload);
    return value ? { ok: true, value } : { ok: false, error: { code: "offer-expired" } };
  }

  onBackgroundMessage((raw) => {
    const message = parseEnvelope(raw);
    if (message?.protocol !== "sixtyfour/content" || !Object.hasOwn(orders, message.type)) return undefined;
    return obey(message.type as ContentOrderType, message.payload);
  });
}

if (isRestorePage()) start();
