import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../../src/core/errors.ts";
import { entryOf, HEX } from "../../support/keyrings.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

let browser: MemoryBrowser;

const status = async () => (await browser.get("keyring.state", {})).status;

beforeEach(async () => {
  browser = await unlockedBrowser();
});

test("two uses at the same moment leave the keyring key where the next worker finds it", async () => {
  await Promise.all([browser.get("entry.list", {}), browser.get("entry.list", {})]);
  expect(browser.session.has("unlocked")).toBe(true);
  await browser.wake();
  expect(await status()).toBe("unlocked");
});

test("a use and a lock at the same moment leave none", async () => {
  await Promise.all([browser.ask("entry.list", {}), browser.ask("keyring.lock", {})]);
  expect(browser.session.has("unlocked")).toBe(false);
  await browser.wake();
  expect(await status()).toBe("locked");
});

test("a lock that comes while the keyring is being opened stands", async () => {
  await browser.get("keyring.lock", {});
  const unlock = () => browser.ask("keyring.unlock", { passphrase: PASSPHRASE });
  const [opening] = await Promise.all([unlock(), browser.get("keyring.lock", {})]);
  expect(opening).toMatchObject({ error: { code: "locked" } });
  expect(await status()).toBe("locked");
  expect(browser.session.has("unlocked")).toBe(false);
  expect((await unlock()).ok).toBe(true);
  expect(await status()).toBe("unlocked");
});

test("so does one that comes while it is being created", async () => {
  browser = createMemoryBrowser();
  const create = browser.ask("keyring.create", { passphrase: PASSPHRASE });
  const [creating] = await Promise.all([create, browser.get("keyring.lock", {})]);
  expect(creating).toMatchObject({ error: { code: "locked" } });
  expect(await status()).toBe("locked");
  expect((await browser.ask("keyring.unlock", { passphrase: PASSPHRASE })).ok).toBe(true);
});

test("locking wipes the keys that lie in memory, and tells open pages when it holds", async () => {
  await browser.get("entry.generate", { label: "", phoneEnding: "" });
  const held = browser.background().keyring.read();
  if (!held.ok) throw new Error("locked");
  const keys = held.value.entries.map(({ key }) => key);
  expect(keys[0]?.some((byte) => byte !== 0)).toBe(true);
  browser.notices.length = 0;
  await browser.get("keyring.lock", {});
  expect(keys[0]?.every((byte) => byte === 0)).toBe(true);
  expect(browser.notices).toContain("state");
});

test("a lock that comes while a change is being stored wipes the keys that it brings, too", async () => {
  const { keyring } = browser.background();
  const entry = entryOf({ hex: HEX });
  browser.onWrite(() => void keyring.lock());
  const stored = await keyring.change<never>((k) => ok({ ...k, entries: [entry] }));
  expect([stored.ok, entry.key.every((byte) => byte === 0)]).toEqual([true, true]);
});

test("a lock that comes while a change is being stored stands", async () => {
  let locking: Promise<unknown> = Promise.resolve();
  browser.onWrite(() => {
    locking = browser.background().keyring.lock();
  });
  const added = await browser.ask("entry.generate", { label: "kept", phoneEnding: "" });
  await locking;
  expect(added).toMatchObject({ error: { code: "locked" } });
  expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
  browser.onWrite(null);
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect((await browser.get("entry.list", {})).map(({ label }) => label)).toEqual(["kept"]);
});

describe("nobody at the computer, where that stands in for the system's lock", () => {
  const MINUTE = 60_000;

  const setAutoLock = (autoLockMinutes: number | null) =>
    browser.get("settings.save", {
      autoLockMinutes,
      clipboardSeconds: 45,
      fillWarningRead: false,
      reminderAfterMs: null,
    });

  beforeEach(async () => {
    await setAutoLock(null);
  });

  /** What a full check, *Open backups* and *Encrypt files* say while they get on. */
  async function work(minutes: number): Promise<void> {
    for (let i = 0; i < minutes; i++) {
      await browser.pass(MINUTE);
      await browser.get("keyring.use", {});
    }
  }

  const saysIdle = () => {
    browser.idle.isIdle = true;
    return browser.background().keyring.enforceDeadline(true);
  };

  test("locks after a quarter of an hour without use, also if the worker died in between", async () => {
    await browser.pass(15 * MINUTE);
    await browser.wake();
    await saysIdle();
    expect(await status()).toBe("locked");
    expect(browser.session.has("unlocked")).toBe(false);
  });

  test("does not end work in progress, also if the worker died in between", async () => {
    await work(15);
    await browser.wake();
    await saysIdle();
    expect(await status()).toBe("unlocked");
    await work(60);
    expect(await status()).toBe("unlocked");
  });

  test("locks a quarter of an hour after that work, although the browser says nothing again", async () => {
    await work(15);
    await saysIdle();
    await browser.pass(14 * MINUTE);
    expect(await status()).toBe("unlocked");
    await browser.pass(MINUTE);
    expect(await status()).toBe("locked");
  });

  test("a time that the user has set needs nobody's absence, and is not cut short by it", async () => {
    await setAutoLock(60);
    await browser.pass(59 * MINUTE);
    await saysIdle();
    expect(await status()).toBe("unlocked");
    await browser.pass(MINUTE);
    expect(await status()).toBe("locked");
  });

  test("somebody who came back is no longer away", async () => {
    await work(15);
    await saysIdle();
    browser.idle.isIdle = false;
    await browser.pass(60 * MINUTE);
    expect(await status()).toBe("unlocked");
  });
});
