/**
 * Every message × every kind of sender against the allow table. The senders are what the browsers say of
 * them; the end-to-end suites send the same messages from the real ones.
 */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { RoutedSender } from "../../src/background/router.ts";
import { orderReaders } from "../../src/protocol/content.ts";
import { envelope, type Protocol } from "../../src/protocol/envelope.ts";
import { PAGE_REQUESTS, type PageRequestType, pageRequests } from "../../src/protocol/page-requests.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";

const ID = "abcdefghijklmnopabcdefghijklmnop";
const HOME = `chrome-extension://${ID}/`;
const SITE = "https://web.whatsapp.com";
const TAB = { id: 3, index: 0, highlighted: true, active: true, pinned: false, incognito: false };

let identify: (sender: object) => RoutedSender | null;
let browser: MemoryBrowser;

beforeAll(async () => {
  vi.stubGlobal("chrome", { runtime: { id: ID, getURL: (path: string) => HOME + path } });
  const { identifySender } = await import("../../src/platform/sender.ts");
  identify = (sender) => identifySender(sender as Parameters<typeof identifySender>[0]);
});
beforeEach(async () => {
  browser = createMemoryBrowser();
  await browser.background().keyring.ready;
});

const ours = { id: ID, origin: `chrome-extension://${ID}` };
const frame = { id: ID, origin: SITE, url: `${SITE}/`, frameId: 0, tab: TAB, documentId: "D" };
/** The vault page may ask this and nothing else, and no other page what is the vault's. */
const OF_THE_VAULT: readonly string[] = ["vault.list", "vault.save", "place.forget"];
const ASKED_BY_THE_VAULT_PAGE: readonly string[] = [
  ...OF_THE_VAULT,
  ...["keyring.state", "keyring.create", "keyring.unlock", "keyring.lock", "keyring.use", "keyring.merge"],
  ...["entry.list", "entry.find", "key.reveal", "place.verify", "clipboard.taken", "fault.collect"],
];

type Known = { sender: object; speaks: Protocol | null; isVaultPage?: true };

const SENDERS: Record<string, Known> = {
  "our popup": { sender: { ...ours, url: `${HOME}ui/pages/popup/popup.html` }, speaks: "sixtyfour/page" },
  "our popped-out popup": {
    sender: { ...ours, url: `${HOME}ui/pages/popup/popup.html?window=1`, tab: TAB, frameId: 0 },
    speaks: "sixtyfour/page",
  },
  "our tab": {
    sender: { ...ours, url: `${HOME}ui/pages/app/app.html#add`, tab: TAB, frameId: 0 },
    speaks: "sixtyfour/page",
  },
  "our vault page": {
    sender: { ...ours, url: `${HOME}ui/pages/vault/vault.html#restore`, tab: TAB, frameId: 0 },
    speaks: "sixtyfour/page",
    isVaultPage: true,
  },
  "our vault page in a sub-frame": {
    sender: { ...ours, url: `${HOME}ui/pages/vault/vault.html`, tab: TAB, frameId: 1 },
    speaks: null,
  },
  "our offscreen document": {
    sender: { ...ours, url: `${HOME}offscreen/offscreen.html` },
    speaks: "sixtyfour/offscreen",
  },
  "content frame on the right origin": { sender: frame, speaks: "sixtyfour/content" },
  "content in a sub-frame": { sender: { ...frame, frameId: 5 }, speaks: null },
  "content on another origin": {
    sender: { ...frame, origin: "https://example.org", url: "https://example.org/" },
    speaks: null,
  },
  "content on a look-alike host": {
    sender: { ...frame, origin: `${SITE}.example.org`, url: `${SITE}.example.org/` },
    speaks: null,
  },
  "content on http": { sender: { ...frame, origin: "http://web.whatsapp.com" }, speaks: null },
  "content on another port": {
    sender: { ...frame, origin: `${SITE}:8443`, url: `${SITE}:8443/` },
    speaks: null,
  },
  "content whose address is elsewhere": { sender: { ...frame, url: "https://example.org/" }, speaks: null },
  "content without an address": { sender: { ...frame, url: "" }, speaks: null },
  "content with a missing origin": { sender: { ...frame, origin: undefined }, speaks: null },
  "content with an opaque origin": { sender: { ...frame, origin: "null" }, speaks: null },
  "content without a tab": { sender: { ...frame, tab: undefined }, speaks: null },
  "our page with a missing origin": {
    sender: { ...ours, origin: undefined, url: `${HOME}ui/pages/popup/popup.html` },
    speaks: null,
  },
  "our page in a sub-frame": {
    sender: { ...ours, url: `${HOME}ui/pages/popup/popup.html`, tab: TAB, frameId: 2 },
    speaks: null,
  },
  "an unknown page of ours": { sender: { ...ours, url: `${HOME}THIRD-PARTY.txt`, tab: TAB }, speaks: null },
  "an offscreen document in a tab": {
    sender: { ...ours, url: `${HOME}offscreen/offscreen.html`, tab: TAB },
    speaks: null,
  },
  "another extension": {
    sender: {
      id: "p".repeat(32),
      origin: `chrome-extension://${"p".repeat(32)}`,
      url: `chrome-extension://${"p".repeat(32)}/x.html`,
    },
    speaks: null,
  },
  "another extension with our address": {
    sender: { id: "p".repeat(32), origin: ours.origin, url: `${HOME}ui/pages/popup/popup.html` },
    speaks: null,
  },
  nobody: { sender: {}, speaks: null },
};

const MESSAGES: { protocol: Protocol; type: string; payload: unknown }[] = [
  ...PAGE_REQUESTS.map(({ type }) => ({ protocol: "sixtyfour/page" as const, type, payload: {} })),
  { protocol: "sixtyfour/content", type: "page.waiting", payload: { form: true, key: false } },
  { protocol: "sixtyfour/content", type: "field.chosen", payload: { chosen: true } },
  {
    protocol: "sixtyfour/content",
    type: "form.report",
    payload: { lookId: "0".repeat(32), report: { kind: "no-form" }, keyShown: false },
  },
  {
    protocol: "sixtyfour/content",
    type: "key.report",
    payload: { lookId: "0".repeat(32), report: { kind: "none" } },
  },
  { protocol: "sixtyfour/offscreen", type: "clipboard.cleared", payload: { copyId: "0".repeat(32) } },
];

describe.each(Object.entries(SENDERS))("sender: %s", (_, { sender, speaks, isVaultPage = false }) => {
  test.each(MESSAGES)("$type", async ({ protocol, type, payload }) => {
    const reply = await browser.background().route(envelope(protocol, type, payload), identify(sender));
    const refused = { ok: false, error: { code: "refused-sender" } };
    const isAllowed = isVaultPage ? ASKED_BY_THE_VAULT_PAGE.includes(type) : !OF_THE_VAULT.includes(type);
    if (speaks === protocol && isAllowed) expect(reply).not.toEqual(refused);
    else expect(reply).toEqual(refused);
  });

  test("another protocol's version, shape or type is never carried out", async () => {
    const known = identify(sender);
    for (const raw of [
      null,
      "keyring.state",
      { type: "keyring.state" },
      { ...envelope("sixtyfour/page", "keyring.state", {}), version: 2 },
      { ...envelope("sixtyfour/page", "keyring.state", {}), extra: 1 },
      envelope("sixtyfour/page", "keyring.everything", {}),
      envelope("sixtyfour/page", "toString", {}),
      envelope("sixtyfour/content", "form.fill", { token: "0".repeat(32), hex: "0".repeat(64) }),
    ])
      expect(await browser.background().route(raw, known)).toMatchObject({ ok: false });
  });
});

test("the badge follows the content frame's booleans, for its own tab only", async () => {
  const known = identify(frame);
  for (const waiting of [
    { form: true, key: false },
    { form: false, key: true },
    { form: false, key: false },
  ]) {
    await browser.background().route(envelope("sixtyfour/content", "page.waiting", waiting), known);
    expect([...browser.badge]).toEqual([[3, waiting]]);
  }
  expect(
    await browser
      .background()
      .route(envelope("sixtyfour/content", "page.waiting", { form: "yes", key: false }), known),
  ).toMatchObject({
    error: { code: "invalid-request" },
  });
});

test("an open popup looks at once where a form or a key came or went, and hears of any other change as one", async () => {
  const say = async (form: boolean, sender: object = frame) => {
    const message = envelope("sixtyfour/content", "page.waiting", { form, key: false });
    await browser.background().route(message, identify(sender as typeof frame));
    return browser.notices.at(-1);
  };
  expect(await say(true)).toBe("look");
  expect(await say(true)).toBe("change");
  expect(await say(false)).toBe("look");
  expect(await say(false)).toBe("change");
  // Another document in the same tab, and another tab.
  expect(await say(false, { ...frame, documentId: "another" })).toBe("look");
  expect(await say(true, { ...frame, tab: { ...frame.tab, id: 4 } })).toBe("look");
  expect(await say(false, { ...frame, documentId: "another" })).toBe("change");
  await browser.wake();
  expect(await say(false, { ...frame, documentId: "another" })).toBe("look");
});

test("payloads that are not exactly right are refused", async () => {
  const id = "0".repeat(32);
  const bad: [PageRequestType, unknown][] = [
    ["keyring.state", null],
    ["keyring.state", { x: 1 }],
    ["keyring.create", { passphrase: "short" }],
    ["keyring.create", { passphrase: "x".repeat(1025) }],
    ["keyring.unlock", { passphrase: 5 }],
    ["passphrase.change", { current: "whatever it was", next: "short", kept: [] }],
    ["entry.generate", { label: "x".repeat(101), phoneEnding: "" }],
    ["entry.generate", { label: "", phoneEnding: "12345" }],
    ["entry.add", { hex: "0".repeat(65), label: "", phoneEnding: "", replaces: null }],
    ["entry.add", { hex: "0".repeat(64), label: "", phoneEnding: "", replaces: "me" }],
    ["entry.add", { hex: "A".repeat(64), label: "", phoneEnding: "", replaces: null }],
    ["entry.edit", { id, field: "note", from: "", to: "x".repeat(2001) }],
    ["entry.edit", { id, field: "label", from: "", to: "x".repeat(101) }],
    ["entry.edit", { id, field: "phoneEnding", from: "", to: "12a" }],
    ["entry.edit", { id, field: "key", from: "", to: "" }],
    ["key.reveal", { id: "../1" }],
    ["key.reveal", { id, extra: true }],
    [
      "settings.save",
      { autoLockMinutes: 0, clipboardSeconds: 45, fillWarningRead: true, reminderAfterMs: null },
    ],
    [
      "settings.save",
      { autoLockMinutes: 5, clipboardSeconds: 14, fillWarningRead: true, reminderAfterMs: null },
    ],
    ["fill.run", { offerId: id, entryId: null }],
  ];
  for (const [type, payload] of bad) expect(pageRequests.read(type, payload), type).toBeNull();
  expect(pageRequests.read("key.reveal", { id })).toEqual({ id });
});

test("a payload that is not whole is not carried out", async () => {
  const bad = [{ id: "../1" }, { id: "0".repeat(32), extra: true }, null, "x"] as unknown as { id: string }[];
  for (const payload of bad)
    expect(await browser.ask("key.reveal", payload)).toEqual({
      ok: false,
      error: { code: "invalid-request" },
    });
  expect(browser.failures()).toBe(0);
});

test("orders to the content script are parsed as strictly", () => {
  const token = "0".repeat(32);
  expect(orderReaders["form.fill"]({ token, hex: "a".repeat(64) })).not.toBeNull();
  for (const hex of ["a".repeat(63), "A".repeat(64), 5])
    expect(orderReaders["form.fill"]({ token, hex })).toBeNull();
  expect(orderReaders["form.look"]({ lookId: "x" })).toBeNull();
});

test("a handler that throws answers `internal`, says so once, and nothing of why", async () => {
  browser.setPage({ findActiveTab: () => Promise.reject(new Error("a secret")) });
  expect(await browser.ask("fill.look", {})).toEqual({ ok: false, error: { code: "internal" } });
  expect(browser.failures()).toBe(1);
});
