/** Pointing at a field, reading a shown key and filling another page, as the background sees them. */
import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../src/core/errors.ts";
import { envelope } from "../../src/protocol/envelope.ts";
import type { MemoryBrowser } from "../support/memory-browser.ts";
import { unlockedBrowser } from "../support/unlocked-browser.ts";

const SENDER = {
  kind: "content",
  tabId: 7,
  documentId: "document-1",
  origin: "https://web.whatsapp.com",
} as const;
const TOKEN = "ab".repeat(16);
const SHAPE = { boxes: 1, digitsPerBox: 64, multiline: false };
const FORM = {
  kind: "form",
  token: TOKEN,
  shape: SHAPE,
  title: "Open a backup",
  chosen: false,
  masked: true,
};
const HOST = "viewer.example";
const expired = { ok: false, error: { code: "offer-expired" } };

let browser: MemoryBrowser;
let id: string;
/** What our script in the other page was asked, and what it says. */
let filled: unknown[];
let report: unknown;
let outcome: unknown;

const tabInFront = (tabId: number, site: "restore" | "other" = "restore") =>
  browser.setPage({ findActiveTab: () => Promise.resolve({ id: tabId, site, isLoading: false }) });

const tabLoading = (tabId: number) =>
  browser.setPage({ findActiveTab: () => Promise.resolve({ id: tabId, site: "restore", isLoading: true }) });

const say = (type: string, payload: unknown, sender: typeof SENDER = SENDER) =>
  browser.background().route(envelope("sixtyfour/content", type, payload), sender);

beforeEach(async () => {
  browser = await unlockedBrowser();
  ({ id } = await browser.get("entry.generate", { label: "", phoneEnding: "" }));
  filled = [];
  report = { host: HOST, isSafe: true, scriptHosts: ["library.example"], report: FORM };
  outcome = "filled";
  browser.setPage({ send: () => Promise.resolve(ok({})) });
  browser.setOtherPage({
    look: () => Promise.resolve({ documentId: "d1", value: report }),
    fill: (...to) => {
      filled.push(to);
      return Promise.resolve(outcome);
    },
  });
});

describe("choosing a field", () => {
  test("outlines what is under the pointer, then opens the popup at the fill, once", async () => {
    tabInFront(7);
    await browser.get("field.choose", {});
    expect(browser.highlighted).toEqual([[7, true]]);
    await browser.wake(); // the worker may have died in between
    await say("field.chosen", { chosen: true });
    expect(browser.highlighted.at(-1)).toEqual([7, false]);
    expect(browser.popups()).toBe(1);
    expect(await browser.get("popup.step", {})).toEqual({ step: "fill" });
    await say("field.chosen", { chosen: true });
    expect(browser.popups()).toBe(1);
  });

  test("choice gate: a page that says so unasked, from another tab or too late opens nothing", async () => {
    tabInFront(7);
    await say("field.chosen", { chosen: true });
    await browser.get("field.choose", {});
    await say("field.chosen", { chosen: true }, { ...SENDER, tabId: 8 } as never);
    await browser.pass(65_000);
    await say("field.chosen", { chosen: true });
    expect(browser.popups()).toBe(0);
  });

  test("no page but WhatsApp Web's is asked", async () => {
    tabInFront(7, "other");
    expect(await browser.ask("field.choose", {})).toMatchObject({ error: { code: "no-page" } });
    expect(browser.highlighted).toEqual([]);
    expect(browser.orders).toEqual([]);
  });

  test("given up: the outline goes, and no popup comes", async () => {
    tabInFront(7);
    await browser.get("field.choose", {});
    await say("field.chosen", { chosen: false });
    expect(browser.highlighted.at(-1)).toEqual([7, false]);
    expect(browser.popups()).toBe(0);
  });

  test("a page without our script: said, and no outline stays", async () => {
    tabInFront(7);
    for (const send of [
      () => Promise.reject(new Error("no receiver")),
      () => Promise.resolve({ ok: false, error: { code: "offer-expired" } }),
    ]) {
      browser.setPage({ send });
      expect(await browser.ask("field.choose", {})).toMatchObject({ error: { code: "no-page" } });
      expect(browser.highlighted.slice(-2)).toEqual([
        [7, true],
        [7, false],
      ]);
      tabLoading(7);
      const loading = { error: { code: "page-loading" } };
      expect(await browser.ask("field.choose", {})).toMatchObject(loading);
      expect(await browser.ask("key.read", { from: "page" })).toMatchObject(loading);
      tabInFront(7);
    }
  });
});

describe("reading a key", () => {
  const answer = (reading: unknown, sender: typeof SENDER = SENDER) =>
    browser.setPage({
      async send(_tab, _document, _type, payload) {
        const { lookId } = payload as { lookId: string };
        await say("key.report", { lookId, report: reading }, sender);
        return ok({});
      },
    });

  test("what the page in front shows is passed on and kept nowhere", async () => {
    tabInFront(7);
    answer({ kind: "text", text: "0123 4567" });
    expect(await browser.get("key.read", { from: "page" })).toEqual({ kind: "text", text: "0123 4567" });
    expect(JSON.stringify([...browser.session])).not.toContain("0123");
    for (const kind of ["none", "several"] as const) {
      answer({ kind });
      expect(await browser.get("key.read", { from: "page" })).toEqual({ kind });
    }
  });

  test("what is selected is read by the browser's own way, and only on WhatsApp Web", async () => {
    tabInFront(7);
    const read = () => browser.ask("key.read", { from: "selection" });
    for (const [selected, reading] of [
      ["0123 4567", { kind: "text", text: "0123 4567" }],
      [" ", { kind: "none" }],
      ["0".repeat(5000), { kind: "text", text: "0".repeat(4096) }],
    ] as const) {
      browser.setPage({ readSelection: () => Promise.resolve(selected) });
      expect(await read()).toEqual(ok(reading));
    }
    const silent = { ok: false, error: { code: "no-page" } };
    for (const broken of [() => Promise.resolve(undefined), () => Promise.reject(new Error("no access"))]) {
      browser.setPage({ readSelection: broken });
      expect(await read()).toEqual(silent);
    }
    browser.setPage({ readSelection: () => Promise.resolve("0123") });
    tabInFront(9, "other");
    expect(await read()).toEqual(silent);
  });

  test("answer gate: another tab's answer, a long or malformed one, and none at all count as silence", async () => {
    tabInFront(7);
    const silent = { ok: false, error: { code: "no-page" } };
    answer({ kind: "none" }, { ...SENDER, tabId: 8 } as never);
    expect(await browser.ask("key.read", { from: "page" })).toEqual(silent);
    for (const reading of [{ kind: "text", text: "0".repeat(4097) }, { kind: "text" }, "text", null]) {
      answer(reading);
      expect(await browser.ask("key.read", { from: "page" })).toEqual(silent);
    }
    // Nothing was asked: a report out of the blue does nothing.
    expect(await say("key.report", { lookId: TOKEN, report: { kind: "none" } })).toEqual(ok({}));
    expect(await browser.ask("key.read", { from: "everywhere" as never })).toMatchObject({
      error: { code: "invalid-request" },
    });
  });
});

describe("another page", () => {
  const look = () => browser.get("other.look", {});
  const offer = async (): Promise<string> => {
    const seen = await look();
    if (seen.kind !== "form") throw new Error(seen.kind);
    return seen.offerId;
  };
  const fill = (offerId: string, host: string) => browser.ask("other.fill", { offerId, entryId: id, host });

  beforeEach(() => tabInFront(9, "other"));

  test("names the host, and fills its very document once the host is typed", async () => {
    const seen = await look();
    expect(seen).toMatchObject({
      kind: "form",
      host: HOST,
      scriptHosts: ["library.example"],
      shape: SHAPE,
      title: "Open a backup",
    });
    const { hex } = await browser.get("key.reveal", { id });
    expect(await fill(await offer(), ` ${HOST.toUpperCase()} `)).toEqual(ok({ outcome: "filled" }));
    expect(filled).toEqual([[9, "d1", TOKEN, hex]]);
    await expect
      .poll(async () => (await browser.get("entry.list", {}))[0]?.lastUsedAtMs)
      .toBe(browser.nowMs());
  });

  test("host gate: another host fills nothing, and the offer stands", async () => {
    const offerId = await offer();
    for (const host of ["", "viewer", "viewer.example.com", "https://viewer.example", "web.whatsapp.com"])
      expect(await fill(offerId, host)).toMatchObject({ error: { code: "wrong-host" } });
    expect(filled).toEqual([]);
    expect((await fill(offerId, HOST)).ok).toBe(true);
  });

  test("once gate: an offer is gone with the first try, however it ended", async () => {
    for (const ending of ["filled", "page-changed-it", null]) {
      outcome = ending;
      const offerId = await offer();
      const first = await fill(offerId, HOST);
      expect(first).toEqual(ending === null ? expired : ok({ outcome: ending }));
      expect(await fill(offerId, HOST)).toEqual(expired);
    }
    expect(filled).toHaveLength(3);
  });

  test("offers of the two kinds are not each other's", async () => {
    const offerId = await offer();
    expect(await browser.ask("fill.run", { offerId, entryId: id })).toEqual(expired);
    expect(browser.orders).toEqual([]);
    await browser.pass(60_000);
    expect(await fill(offerId, HOST)).toEqual(expired);
  });

  test("another tab in front: nothing is sent", async () => {
    const offerId = await offer();
    tabInFront(10, "other");
    expect(await fill(offerId, HOST)).toEqual(expired);
    expect(filled).toEqual([]);
  });

  test("no leave, WhatsApp Web, no https, no form: each is said", async () => {
    for (const said of [
      { kind: "no-form" },
      { kind: "ambiguous" },
      { kind: "refused", why: "hidden", chosen: true },
    ] as const) {
      report = { host: HOST, isSafe: true, scriptHosts: [], report: said };
      expect(await look()).toEqual({ ...said, host: HOST });
    }
    report = { host: HOST, isSafe: false, scriptHosts: [], report: { kind: "no-form" } };
    expect(await look()).toEqual({ kind: "unsafe", host: HOST });
    for (const broken of [
      {
        host: HOST,
        isSafe: true,
        scriptHosts: [],
        report: { kind: "refused", why: "its own words", chosen: true },
      },
      { host: HOST, isSafe: true, scriptHosts: [], report: { kind: "refused", why: "hidden" } },
      ...[
        undefined,
        "one.example",
        [1],
        [""],
        ["two words"],
        ["a".repeat(260)],
        Array(21).fill("one.example"),
      ].map((scriptHosts) => ({ host: HOST, isSafe: true, scriptHosts, report: FORM })),
      undefined,
      {},
      { host: 1, isSafe: true, scriptHosts: [], report: FORM },
      { host: HOST, scriptHosts: [], report: FORM },
    ]) {
      report = broken;
      expect(await look()).toEqual({ kind: "no-leave" });
    }
    browser.setOtherPage({
      look: () => Promise.reject(new Error("no leave")),
      fill: () => Promise.reject(new Error("no leave")),
    });
    expect(await look()).toEqual({ kind: "no-leave" });
    tabInFront(7);
    expect(await look()).toEqual({ kind: "restore-site" });
  });

  test("a locked keyring fills nothing", async () => {
    const offerId = await offer();
    await browser.get("keyring.lock", {});
    expect(await fill(offerId, HOST)).toMatchObject({ error: { code: "locked" } });
    expect(filled).toEqual([]);
  });
});
