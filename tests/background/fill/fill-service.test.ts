import { beforeEach, expect, test, vi } from "vitest";
import { fail, ok } from "../../../src/core/errors.ts";
import { envelope } from "../../../src/protocol/envelope.ts";
import type { FillLook } from "../../../src/protocol/page.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { unlockedBrowser } from "../../support/unlocked-browser.ts";

const ORIGIN = "https://web.whatsapp.com";
const SENDER = { kind: "content", tabId: 7, documentId: "document-1", origin: ORIGIN } as const;
const TOKEN = "ab".repeat(16);
const SHAPE = { boxes: 16, digitsPerBox: 4, multiline: false };

const REPORT = {
  kind: "form",
  token: TOKEN,
  shape: SHAPE,
  title: "Restore chat history",
  chosen: false,
  masked: false,
};

let browser: MemoryBrowser;
let id: string;
let outcome: unknown;

function report(lookId: unknown, sender: typeof SENDER = SENDER) {
  const payload = { lookId, report: REPORT, keyShown: false };
  return browser.background().route(envelope("sixtyfour/content", "form.report", payload), sender);
}

beforeEach(async () => {
  browser = await unlockedBrowser();
  ({ id } = await browser.get("entry.generate", { label: "", phoneEnding: "" }));
  outcome = "filled";
  browser.setPage({
    findActiveTab: () => Promise.resolve({ id: 7, site: "restore", isLoading: false }),
    async send(_tab, _document, type, payload) {
      if (type === "form.fill") return ok({ outcome });
      await report((payload as { lookId: string }).lookId);
      return ok({});
    },
  });
});

async function offer(): Promise<Extract<FillLook, { kind: "form" }>> {
  const look = await browser.get("fill.look", {});
  if (look.kind !== "form") throw new Error(look.kind);
  return look;
}

test("a fill that cannot be noted is a fill all the same, and the failure is logged", async () => {
  const { offerId } = await offer();
  browser.refusedKeys.add("seen");
  expect(await browser.get("fill.run", { offerId, entryId: id })).toEqual({ outcome: "filled" });
  await vi.waitFor(() => expect(browser.failures()).toBe(1));
});

const fillOrders = () => browser.orders.filter((o) => o.type === "form.fill");

test("the offer shows the content script's own origin, and the fill goes to its very document", async () => {
  const { offerId, origin, shape, entryIds } = await offer();
  expect({ origin, shape, entryIds }).toEqual({ origin: ORIGIN, shape: SHAPE, entryIds: [id] });
  expect(await browser.get("fill.run", { offerId, entryId: id })).toEqual({ outcome: "filled" });
  const { hex } = await browser.get("key.reveal", { id });
  expect(fillOrders()).toEqual([
    { type: "form.fill", documentId: "document-1", payload: { token: TOKEN, hex } },
  ]);
  await expect.poll(async () => (await browser.get("entry.list", {}))[0]?.lastUsedAtMs).toBe(browser.nowMs());
});

test("once: an offer that was used, has expired or never was sends nothing", async () => {
  const { offerId } = await offer();
  const both = await Promise.all([
    browser.ask("fill.run", { offerId, entryId: id }),
    browser.ask("fill.run", { offerId: "00".repeat(16), entryId: id }),
  ]);
  expect(both.map((r) => r.ok)).toEqual([true, false]);
  expect(await browser.ask("fill.run", { offerId, entryId: id })).toMatchObject({
    error: { code: "offer-expired" },
  });
  const late = await offer();
  await browser.pass(60_000);
  expect(await browser.ask("fill.run", { offerId: late.offerId, entryId: id })).toMatchObject({
    error: { code: "offer-expired" },
  });
  expect(fillOrders()).toHaveLength(1);
});

test("another tab in front than the one that was offered: nothing is sent", async () => {
  const { offerId } = await offer();
  browser.setPage({ findActiveTab: () => Promise.resolve({ id: 8, site: "restore", isLoading: false }) });
  expect(await browser.ask("fill.run", { offerId, entryId: id })).toMatchObject({
    error: { code: "offer-expired" },
  });
  expect(fillOrders()).toHaveLength(0);
});

test("two presses at once fill once", async () => {
  const { offerId } = await offer();
  const both = await Promise.all([1, 2].map(() => browser.ask("fill.run", { offerId, entryId: id })));
  expect(both.filter((r) => r.ok)).toHaveLength(1);
  expect(fillOrders()).toHaveLength(1);
});

test("the worker's death between offer and press changes nothing; a lock does", async () => {
  const { offerId } = await offer();
  await browser.wake();
  expect((await browser.ask("fill.run", { offerId, entryId: id })).ok).toBe(true);
  const next = await offer();
  await browser.get("keyring.lock", {});
  expect(await browser.ask("fill.run", { offerId: next.offerId, entryId: id })).toMatchObject({
    error: { code: "locked" },
  });
  expect(fillOrders()).toHaveLength(1);
});

test("a page that dies within the fill is reported as no answer", async () => {
  const { offerId } = await offer();
  browser.setPage({ send: () => Promise.reject(new Error("closed")) });
  expect(await browser.get("fill.run", { offerId, entryId: id })).toEqual({ outcome: "interrupted" });
  outcome = "filled";
});

test("a script that no longer holds the form says so, and nothing else is claimed", async () => {
  const { offerId } = await offer();
  browser.setPage({ send: () => Promise.resolve(fail("offer-expired")) });
  expect(await browser.ask("fill.run", { offerId, entryId: id })).toMatchObject({
    error: { code: "offer-expired" },
  });
});

test("looking again at the same form keeps its offer, and it is still good once", async () => {
  const first = await offer();
  await browser.pass(30_000);
  const again = await offer();
  expect(again.offerId).toBe(first.offerId);
  expect(again.expiresAtMs).toBeGreaterThan(first.expiresAtMs);
  expect((await browser.ask("fill.run", { offerId: first.offerId, entryId: id })).ok).toBe(true);
  expect((await browser.ask("fill.run", { offerId: first.offerId, entryId: id })).ok).toBe(false);
});

test("an outcome outside the list is no answer", async () => {
  const { offerId } = await offer();
  outcome = "<b>filled</b>";
  expect(await browser.get("fill.run", { offerId, entryId: id })).toEqual({ outcome: "interrupted" });
});

test("a report counts only for a look that was asked for, from the tab that was asked", async () => {
  browser.setPage({
    async send(_tab, _document, _type, payload) {
      await report((payload as { lookId: string }).lookId, {
        ...SENDER,
        tabId: 8,
      } as unknown as typeof SENDER);
      await report("00".repeat(16));
      return ok({});
    },
  });
  expect((await browser.get("fill.look", {})).kind).toBe("reload-page");
});

test.each(["other", "unknown"] as const)("a tab of site %s is sent nothing", async (site) => {
  const sent: string[] = [];
  browser.setPage({
    findActiveTab: () => Promise.resolve({ id: 7, site, isLoading: false }),
    async send(_tab, _document, type) {
      sent.push(type);
    },
  });
  expect(await browser.get("fill.look", {})).toEqual({ kind: "other-page" });
  expect(sent).toEqual([]);
});

test.each([
  ["restore", true, false, "reload-page"],
  ["restore", true, true, "no-form"],
  ["restore", false, false, "no-access"],
  ["unknown", false, false, "no-access"],
  ["unknown", true, false, "other-page"],
  ["other", false, false, "other-page"],
] as const)("no script on a %s page, access %s, loading %s: %s", async (site, access, isLoading, kind) => {
  browser.setPage({
    findActiveTab: () => Promise.resolve({ id: 7, site, isLoading }),
    hasSiteAccess: () => Promise.resolve(access),
    send: () => Promise.reject(new Error("no receiver")),
  });
  expect((await browser.get("fill.look", {})).kind).toBe(kind);
});

test("no form, two alike and a refusal are passed on", async () => {
  for (const said of [
    { kind: "no-form" },
    { kind: "ambiguous" },
    { kind: "refused", why: "not-empty", chosen: false },
  ] as const) {
    browser.setPage({
      async send(_tab, _document, _type, payload) {
        const { lookId } = payload as { lookId: string };
        const message = envelope("sixtyfour/content", "form.report", {
          lookId,
          report: said,
          keyShown: false,
        });
        await browser.background().route(message, SENDER);
        return ok({});
      },
    });
    expect(await browser.get("fill.look", {})).toEqual({ ...said, keyShown: false });
  }
});
