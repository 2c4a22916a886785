/**
 * Every message: who sent it, may they, is it whole, then its handler. What fails any of these does nothing.
 *
 * Our pages speak `page`, the offscreen document `offscreen`, our script in the restore site's top frame
 * `content`; nobody speaks for another. The vault page may ask only for what it needs, and no other page for
 * what is the vault's. Unknown senders get no answer at all.
 */
import { type ErrorCode, fail, ok, type Result } from "../core/errors.ts";
import {
  type ContentRequests,
  type ContentRequestType,
  contentRequests,
} from "../protocol/content-requests.ts";
import { type Envelope, type Protocol, parseEnvelope } from "../protocol/envelope.ts";
import { offscreenRequests } from "../protocol/offscreen.ts";
import {
  type AskingPage,
  mayAsk,
  type PageRequestType,
  type Payload,
  pageRequests,
  type Value,
} from "../protocol/page-requests.ts";
import type { ClipboardService } from "./clipboard/clipboard-service.ts";
import type { ContentSender } from "./fill/page-questions.ts";
import type { KeyringService } from "./keyring/keyring-service.ts";

export type PageHandlers = {
  [T in PageRequestType]: (
    payload: Payload<T>,
    page: AskingPage,
  ) => Promise<Result<Value<T>>> | Result<Value<T>>;
};

export type ContentHandlers = {
  [T in ContentRequestType]: (
    payload: ContentRequests[T]["payload"],
    sender: ContentSender,
  ) => Promise<void> | void;
};

export type RoutedSender =
  | { kind: AskingPage }
  | { kind: "offscreen" }
  | ({ kind: "content" } & ContentSender);

/** The vault page speaks as our other pages do, and may ask for less. */
const protocolOf = ({ kind }: RoutedSender): Protocol =>
  kind === "vault-page" ? "sixtyfour/page" : `sixtyfour/${kind}`;

type Services = {
  keyring: KeyringService;
  clipboard: ClipboardService;
  handlers: PageHandlers;
  contentHandlers: ContentHandlers;
  onFailure(reason: unknown): void;
};

export function createRouter({ keyring, clipboard, handlers, contentHandlers, onFailure }: Services) {
  async function handlePage<T extends PageRequestType>(
    { type, isUse }: { type: T; isUse: boolean },
    raw: unknown,
    page: AskingPage,
  ): Promise<Result<unknown>> {
    const payload = pageRequests.read(type, raw);
    if (payload === null) return fail("invalid-request");
    await keyring.enforceDeadline();
    const touched = isUse ? keyring.touch() : null;
    const reply = await handlers[type](payload, page);
    await touched;
    return reply;
  }

  async function handleContent<T extends ContentRequestType>(
    { type }: { type: T },
    raw: unknown,
    { tabId, documentId, origin }: ContentSender,
  ): Promise<Result<unknown>> {
    const payload = contentRequests.read(type, raw);
    if (!payload) return fail("invalid-request");
    await contentHandlers[type](payload, { tabId, documentId, origin });
    return ok({});
  }

  async function handleOffscreen(message: Envelope): Promise<Result<unknown>> {
    const asked = offscreenRequests.find(message.type);
    const payload = asked && offscreenRequests.read(asked.type, message.payload);
    if (!payload) return fail("invalid-request");
    await clipboard.cleared(payload.copyId);
    return ok({});
  }

  async function handle(message: Envelope, sender: RoutedSender): Promise<Result<unknown, ErrorCode>> {
    if (message.protocol !== protocolOf(sender)) return fail("refused-sender");
    if (sender.kind === "content") {
      const told = contentRequests.find(message.type);
      return told ? handleContent(told, message.payload, sender) : fail("invalid-request");
    }
    if (sender.kind === "offscreen") return handleOffscreen(message);
    const asked = pageRequests.find(message.type);
    if (!asked) return fail("invalid-request");
    return mayAsk(sender.kind, asked)
      ? handlePage(asked, message.payload, sender.kind)
      : fail("refused-sender");
  }

  /** Undefined: not ours to answer. */
  return (raw: unknown, sender: RoutedSender | null): Promise<Result<unknown>> | undefined => {
    const message = parseEnvelope(raw);
    if (message?.protocol === "sixtyfour/notice") return undefined;
    if (sender === null) return Promise.resolve(fail("refused-sender"));
    if (message === null) return Promise.resolve(fail("invalid-request"));
    return handle(message, sender).catch((reason) => {
      onFailure(reason);
      return fail("internal");
    });
  };
}
