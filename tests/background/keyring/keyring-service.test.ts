import { sha256 } from "@noble/hashes/sha2.js";
import { beforeEach, describe, expect, test } from "vitest";
import { toBase64 } from "../../../src/core/bytes.ts";
import { ok } from "../../../src/core/errors.ts";
import { inspectSealed } from "../../../src/core/sealed/sealed-keyring.ts";
import { PLACES } from "../../../src/core/sealed/stored-copies.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { isOfDamagedFile, restoreFile } from "../../support/restore-file.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const MINUTE = 60_000;
let browser: MemoryBrowser;

const status = async () => (await browser.get("keyring.state", {})).status;
const generate = (label = "") => browser.get("entry.generate", { label, phoneEnding: "" });
const labels = async () => (await browser.get("entry.list", {})).map((e) => e.label);
const unlock = (passphrase = PASSPHRASE) => browser.ask("keyring.unlock", { passphrase });

beforeEach(async () => {
  browser = await unlockedBrowser();
});

describe("life", () => {
  test("created, used, locked, unlocked; a wrong passphrase is said to be wrong", async () => {
    browser = createMemoryBrowser();
    await browser.get("keyring.create", { passphrase: PASSPHRASE });
    expect(await status()).toBe("unlocked");
    await generate("a");
    await browser.get("keyring.lock", {});
    expect(await status()).toBe("locked");
    expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
    expect(await unlock("plain wide river stones")).toMatchObject({ error: { code: "wrong-passphrase" } });
    expect((await unlock()).ok).toBe(true);
    expect(await labels()).toEqual(["a"]);
  });

  test("a second keyring is never created over the first", async () => {
    await generate("a");
    await browser.quit();
    expect(await browser.ask("keyring.create", { passphrase: "quite another phrase" })).toMatchObject({
      error: { code: "keyring-exists" },
    });
    expect((await unlock()).ok && (await labels())).toEqual(["a"]);
  });

  test("the worker's death locks nothing and loses nothing; the browser's end locks", async () => {
    const { id } = await generate("a");
    const { hex } = await browser.get("key.reveal", { id });
    await browser.wake();
    expect(await status()).toBe("unlocked");
    expect((await browser.get("key.reveal", { id })).hex).toBe(hex);
    await browser.quit();
    expect(await status()).toBe("locked");
    expect([...browser.session.keys()]).toEqual([]);
  });

  test.each(["seen", "unlocked"])(
    "an unlocking that fails half-way (%s) leaves no keyring key in session storage, and is tried again",
    async (refused) => {
      await generate("a");
      await browser.get("keyring.lock", {});
      browser.refusedKeys.add(refused);
      expect(await unlock()).toMatchObject({ error: { code: "internal" } });
      expect(browser.session.has("unlocked")).toBe(false);
      expect(browser.alarms.has("lock")).toBe(false);
      expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
      expect(await status()).toBe("locked");
      browser.refusedKeys.clear();
      expect((await unlock()).ok && (await labels())).toEqual(["a"]);
    },
  );

  test.each(["seen", "unlocked"])(
    "a creation that fails half-way (%s) leaves a locked keyring, and no key in session storage",
    async (refused) => {
      browser = createMemoryBrowser();
      browser.refusedKeys.add(refused);
      const created = await browser.ask("keyring.create", { passphrase: PASSPHRASE });
      expect(created).toMatchObject({ error: { code: "internal" } });
      expect(browser.session.has("unlocked")).toBe(false);
      expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
      browser.refusedKeys.clear();
      expect((await unlock()).ok).toBe(true);
    },
  );

  test.each(["seen", "unlocked"])(
    "a change that is stored is acknowledged, whatever session storage refuses (%s)",
    async (refused) => {
      browser.refusedKeys.add(refused);
      const made = await browser.ask("entry.generate", { label: "a", phoneEnding: "" });
      expect(made.ok).toBe(true);
      const { settings } = await browser.get("keyring.state", {});
      if (!settings) throw new Error("locked");
      const saved = await browser.ask("settings.save", { ...settings, clipboardSeconds: 99 });
      expect(saved.ok).toBe(true);
      expect(await labels()).toEqual(["a"]);
      expect(browser.failures()).toBeGreaterThan(0);
      browser.refusedKeys.clear();
      await browser.quit();
      await unlock();
      expect(await labels()).toEqual(["a"]);
    },
  );

  test.each(["seen", "unlocked"])(
    "so is a change of the passphrase, which then locks (%s)",
    async (refused) => {
      browser.refusedKeys.add(refused);
      const next = "another tall quiet lamp";
      expect((await browser.ask("passphrase.change", { current: PASSPHRASE, next, kept: [] })).ok).toBe(true);
      expect(await status()).toBe("locked");
      browser.refusedKeys.clear();
      expect((await unlock(next)).ok).toBe(true);
    },
  );

  test("a lock that comes while it is being opened is all that pages hear of", async () => {
    await generate("a");
    await browser.quit();
    const heard: string[] = [];
    const push = browser.notices.push.bind(browser.notices);
    browser.notices.push = (...notices) => {
      heard.push(browser.background().keyring.state().status);
      return push(...notices);
    };
    browser.copies.third = null;
    browser.onWrite(() => browser.background().keyring.lock());
    expect(await unlock()).toMatchObject({ error: { code: "locked" } });
    browser.onWrite(null);
    expect(heard).not.toContain("unlocked");
    expect(heard).toContain("locked");
    expect(await status()).toBe("locked");
  });

  test("nothing at rest holds a key, the passphrase or the keyring key", async () => {
    const { id } = await generate("a");
    const { hex } = await browser.get("key.reveal", { id });
    const { keyringKey } = browser.session.get("unlocked") as { keyringKey: string };
    for (const place of PLACES) {
      const text = Buffer.from(browser.copies[place] ?? []);
      expect(text.length).toBeGreaterThan(1000);
      for (const secret of [hex, PASSPHRASE, keyringKey]) expect(text.includes(secret)).toBe(false);
      expect(text.includes(Buffer.from(hex, "hex"))).toBe(false);
      expect(text.includes(Buffer.from(keyringKey, "base64"))).toBe(false);
    }
  });
});

describe("erased keys", () => {
  const DAY = 24 * 60 * MINUTE;
  const MONTH = 31 * DAY;
  const keys = () => {
    const current = browser.background().keyring.read();
    return current.ok ? current.value.entries.map(({ key }) => key) : [];
  };
  const isWiped = (key?: Uint8Array) => key?.every((byte) => byte === 0);

  test("are overwritten by the change that erases them; what stays is not", async () => {
    await browser.get("settings.save", {
      autoLockMinutes: null,
      clipboardSeconds: 45,
      fillWarningRead: false,
      reminderAfterMs: null,
    });
    const { id } = await generate("a");
    await generate("b");
    await browser.get("entry.delete", { id });
    const [erased, kept] = keys();
    expect(isWiped(erased)).toBe(false);
    const edit = () => browser.background().keyring.change((k) => ok({ ...k }));
    browser.setClock(browser.nowMs() + MONTH);
    // Its days are over: the first of two looks, a day apart.
    expect((await edit()).ok).toBe(true);
    expect(isWiped(erased)).toBe(false);
    browser.setClock(browser.nowMs() + 25 * 60 * MINUTE);
    browser.faults["copy-a"] = "refuse";
    browser.faults["copy-b"] = "refuse";
    expect((await edit()).ok).toBe(false);
    expect(isWiped(erased)).toBe(false);
    browser.faults["copy-a"] = "none";
    browser.faults["copy-b"] = "none";
    expect((await edit()).ok).toBe(true);
    expect(keys()).toEqual([kept]);
    expect(isWiped(erased)).toBe(true);
    expect(isWiped(kept)).toBe(false);
  });
});

describe("deadline", () => {
  test("locks five minutes after the last use, and a use moves it", async () => {
    await generate();
    await browser.pass(4 * MINUTE);
    await browser.get("keyring.use", {});
    await browser.pass(4 * MINUTE);
    expect(await status()).toBe("unlocked");
    await browser.pass(1 * MINUTE);
    expect(await status()).toBe("locked");
    expect(browser.session.has("unlocked")).toBe(false);
  });

  test("polling by open pages is no use", async () => {
    for (let i = 0; i < 5; i++) {
      await browser.pass(MINUTE);
      for (const type of [
        "keyring.state",
        "entry.list",
        "fill.look",
        "popup.step",
        "clipboard.taken",
        "vault.list",
      ] as const)
        await browser.ask(type, {});
    }
    expect(await status()).toBe("locked");
  });

  test("holds when its alarm never rings, and across the worker's death", async () => {
    const { id } = await generate();
    browser.alarms.clear();
    browser.setClock(browser.nowMs() + 2 * MINUTE);
    await browser.wake();
    expect(await status()).toBe("unlocked");
    browser.setClock(browser.nowMs() + 3 * MINUTE);
    expect(await browser.ask("key.reveal", { id })).toMatchObject({ error: { code: "locked" } });
    expect(browser.session.has("unlocked")).toBe(false);
  });

  test("a dead worker that wakes past the deadline wakes locked", async () => {
    browser.setClock(browser.nowMs() + 6 * MINUTE);
    await browser.wake();
    // Before any message: nothing but the start itself has looked at the deadline.
    expect(browser.session.has("unlocked")).toBe(false);
    expect(await status()).toBe("locked");
  });

  test("a dead worker that wakes locked tells the pages that are open, one that wakes unlocked need not", async () => {
    browser.notices.length = 0;
    await browser.wake();
    expect(browser.notices).toEqual([]);
    browser.setClock(browser.nowMs() + 6 * MINUTE);
    await browser.wake();
    expect(browser.notices).toEqual(["state"]);
  });

  test("until the browser closes: hours of use do not lock, sleep and a clock set back do", async () => {
    await browser.get("settings.save", {
      autoLockMinutes: null,
      clipboardSeconds: 45,
      fillWarningRead: false,
      reminderAfterMs: null,
    });
    await browser.pass(180 * MINUTE);
    expect(await status()).toBe("unlocked");
    await browser.pass(4 * MINUTE, true);
    expect(await status()).toBe("locked");
    await unlock();
    browser.setClock(browser.nowMs() - MINUTE);
    expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
  });
});

describe("stored copies", () => {
  test("a change is acknowledged only when it can be read back; else the old state stands", async () => {
    await generate("a");
    for (const fault of ["refuse", "lie"] as const) {
      browser.faults["copy-a"] = fault;
      browser.faults["copy-b"] = fault;
      expect(await browser.ask("entry.generate", { label: fault, phoneEnding: "" })).toMatchObject({
        error: { code: "not-stored" },
      });
      expect(await labels()).toEqual(["a"]);
    }
    browser.faults["copy-a"] = browser.faults["copy-b"] = "none";
    await generate("b");
    await browser.quit();
    await unlock();
    expect(await labels()).toEqual(["a", "b"]);
  });

  test("killed before, between and after the writes of a change: the acknowledged state is there", async () => {
    await generate("acknowledged");
    for (const place of PLACES) {
      const before = { ...browser.copies };
      // The worker dies there.
      browser.onWrite((at) => (at === place ? new Promise(() => undefined) : undefined));
      void browser.ask("entry.generate", { label: `lost at ${place}`, phoneEnding: "" });
      await new Promise((r) => setTimeout(r, 50));
      browser.onWrite(null);
      await browser.quit();
      const reply = await unlock();
      expect(reply.ok, place).toBe(true);
      expect(await labels()).toContain("acknowledged");
      Object.assign(browser.copies, before);
      await browser.wake();
    }
  });

  test("torn writes of a local copy heal from another copy, and that is said", async () => {
    await generate("a");
    const torn = browser.copies["copy-a"]?.slice(0, 500) ?? null;
    browser.copies["copy-a"] = torn;
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-healed"] } });
    expect(await labels()).toEqual(["a"]);
    expect(browser.setAside).toEqual([torn]);
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: [] } });
  });

  test.each(PLACES)("with %s gone the others open", async (place) => {
    await generate("a");
    browser.copies[place] = null;
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-missing"] } });
    expect(await labels()).toEqual(["a"]);
  });

  test.each(PLACES)("an older state put back in %s is noticed through the others", async (place) => {
    const old = browser.copies[place];
    for (const label of ["a", "b", "c"]) await generate(label);
    browser.copies[place] = old;
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(await labels()).toEqual(["a", "b", "c"]);
  });

  test("all copies put back are noticed while the browser runs", async () => {
    const old = { ...browser.copies };
    await generate("a");
    Object.assign(browser.copies, old);
    await browser.wake();
    expect(await browser.get("keyring.state", {})).toMatchObject({
      status: "locked",
      notices: ["rolled-back"],
    });
  });

  test("the newest copy altered under a mended hash: the older one opens, the newest is kept and said", async () => {
    await generate("a");
    await generate("b");
    const place = (["copy-a", "copy-b"] as const).find((p) => counterOf(browser.copies[p]) === 3);
    if (!place) throw new Error("no newest local copy");
    const altered = rehashed((browser.copies[place] ?? new Uint8Array()).with(300, 0));
    browser.copies[place] = altered;
    browser.copies.third = altered;
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: expect.arrayContaining(["newest-unopened"]) } });
    expect(await labels()).toEqual(["a"]);
    expect(browser.setAside).toContainEqual(altered);
  });

  test("damage everywhere: its own answer, nothing overwritten, set aside on request only", async () => {
    const torn = new Uint8Array([1, 2, 3]);
    for (const place of PLACES) browser.copies[place] = torn;
    await browser.quit();
    expect(await status()).toBe("damaged");
    expect(await unlock()).toMatchObject({ error: { code: "damaged" } });
    expect(await browser.ask("keyring.create", { passphrase: PASSPHRASE })).toMatchObject({
      error: { code: "keyring-exists" },
    });
    expect(Object.values(browser.copies)).toEqual([torn, torn, torn]);
    expect((await browser.get("keyring.export", {})).sealed).toBe(toBase64(torn));
    await browser.get("keyring.set-aside", { seen: "damaged" });
    expect(await status()).toBe("empty");
    expect(browser.setAside[0]).toEqual(torn);
    await browser.get("keyring.create", { passphrase: PASSPHRASE });
  });

  test("a newer version is refused with its own answer and left alone", async () => {
    const newer = rehashed((browser.copies["copy-a"] ?? new Uint8Array()).with(9, 3));
    browser.copies["copy-a"] = newer;
    await browser.quit();
    expect(await status()).toBe("unsupported-version");
    expect(await unlock()).toMatchObject({ error: { code: "unsupported-version" } });
    expect(browser.copies["copy-a"]).toEqual(newer);
  });

  test("a third copy that fails is said, and nothing else fails", async () => {
    browser.faults.third = "refuse";
    await generate("a");
    expect((await browser.get("keyring.state", {})).notices).toEqual(["third-copy-failed"]);
    browser.faults.third = "none";
    await generate("b");
    expect((await browser.get("keyring.state", {})).notices).toEqual([]);
  });
});

describe("passphrase and files", () => {
  test("changed: the new one opens every copy, the old one none", async () => {
    await generate("a");
    const next = "another tall quiet lamp";
    expect(
      await browser.ask("passphrase.change", { current: "wrong old phrase", next, kept: [] }),
    ).toMatchObject({
      error: { code: "wrong-passphrase" },
    });
    await browser.get("passphrase.change", { current: PASSPHRASE, next, kept: [] });
    const all = { ...browser.copies };
    for (const place of PLACES) {
      Object.assign(browser.copies, { "copy-a": null, "copy-b": null, third: null, [place]: all[place] });
      await browser.quit();
      expect(await unlock(), place).toMatchObject({ error: { code: "wrong-passphrase" } });
      expect((await unlock(next)).ok, place).toBe(true);
      expect(await labels()).toEqual(["a"]);
    }
  });

  test("the saved sealed bytes open in a fresh profile, and only there", async () => {
    const { id } = await generate("a");
    const { hex } = await browser.get("key.reveal", { id });
    await browser.get("keyring.lock", {});
    const { sealed } = await browser.get("keyring.export", {});
    for (const isDamaged of [false, true])
      await expect(restoreFile(browser, sealed, PASSPHRASE, { isDamaged })).rejects.toMatchObject({
        code: "keyring-exists",
      });
    expect(await status()).toBe("locked");
    browser = createMemoryBrowser();
    const torn = restoreFile(browser, sealed.slice(0, 400), PASSPHRASE);
    await expect(torn).rejects.toSatisfy(isOfDamagedFile);
    expect(await status()).toBe("empty");
    expect(await restoreFile(browser, sealed, PASSPHRASE)).toBe(1);
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
    expect((await browser.get("key.reveal", { id })).hex).toBe(hex);
  });
});

describe("two windows at once", () => {
  test("changes are put one after the other and none is lost", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => generate(String(i))));
    await browser.quit();
    await unlock();
    expect((await labels()).sort()).toEqual(Array.from({ length: 12 }, (_, i) => String(i)).sort());
  });

  test("each edits what the other does not, and neither overwrites the other", async () => {
    const { id } = await generate("as it was");
    const edit = (field: "label" | "note", from: string, to: string) =>
      browser.ask("entry.edit", { id, field, from, to });
    // Both have read the key before either wrote.
    const replies = await Promise.all([
      edit("label", "as it was", "by the tab"),
      edit("note", "", "by the window"),
      edit("label", "as it was", "by the window"),
    ]);
    expect(replies.map((reply) => (reply.ok ? "ok" : reply.error.code))).toEqual([
      "ok",
      "ok",
      "changed-elsewhere",
    ]);
    await browser.quit();
    await unlock();
    expect((await browser.get("entry.list", {}))[0]).toMatchObject({
      label: "by the tab",
      note: "by the window",
    });
  });

  test("locked while a change is being written: it is stored, and stays locked", async () => {
    browser.onWrite(async (place) => {
      if (place !== "third") await browser.background().keyring.lock();
    });
    await browser.ask("entry.generate", { label: "late", phoneEnding: "" });
    browser.onWrite(null);
    expect(await status()).toBe("locked");
    expect(browser.session.has("unlocked")).toBe(false);
    await unlock();
    expect(await labels()).toEqual(["late"]);
  });
});

function counterOf(sealed: Uint8Array | null): number {
  const header = sealed && inspectSealed(sealed);
  return header?.ok ? header.value.counter : -1;
}

function rehashed(bytes: Uint8Array): Uint8Array {
  const whole = bytes.slice();
  whole.set(sha256(whole.subarray(0, -32)), whole.length - 32);
  return whole;
}
