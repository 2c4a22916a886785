/** Passkeys as our pages ask for them: added, listed, used, removed, asked again, and gone. */
import { beforeEach, describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../../src/core/base64url.ts";
import { randomBytes } from "../../../src/core/bytes.ts";
import { emptyKeyring } from "../../../src/core/keyring/opened-keyring.ts";
import { sealKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import { MOST_PASSKEYS } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { restoreFile } from "../../support/restore-file.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";
import { passkeyAnswer, wrappingOf } from "../../support/wrappings.ts";

const NEXT = "another tall quiet lamp";
const [PHONE, STICK] = [new Uint8Array(20).fill(1), new Uint8Array(20).fill(2)];
const failed = (code: string) => ({ ok: false, error: { code } });

let browser: MemoryBrowser;

async function answer(credential: Uint8Array, salt: Uint8Array = randomBytes(32)) {
  const { credentialId, prfOutput } = await passkeyAnswer(credential, salt);
  const texts = [credentialId, salt, prfOutput].map(toBase64Url) as [string, string, string];
  return { credentialId: texts[0], salt: texts[1], prfOutput: texts[2] };
}

const list = async () => (await browser.get("passkey.list", {})).passkeys;
const bytes = (text = "") => fromBase64Url(text) ?? new Uint8Array();

/** As a page does it: the salts come from the list. `authenticator`: whose PRF answers. */
async function unlock(credential: Uint8Array, authenticator = credential) {
  await browser.get("keyring.lock", {});
  const listed = (await list()).find((one) => one.credentialId === toBase64Url(credential));
  const given = await answer(authenticator, listed ? bytes(listed.salt) : undefined);
  return browser.ask("keyring.unlock-by-passkey", { ...given, credentialId: toBase64Url(credential) });
}
const opens = async (credential: Uint8Array) => (await unlock(credential)).ok;
const byPassphrase = async (passphrase = PASSPHRASE) => {
  await browser.get("keyring.lock", {});
  return browser.ask("keyring.unlock", { passphrase });
};

/** Those that are `asked` answer for a fresh salt. */
async function add(name: string, credential: Uint8Array, asked: readonly Uint8Array[] = []) {
  const kept = await Promise.all(asked.map((one) => answer(one)));
  const added = await answer(credential);
  return browser.ask("passkey.add", { passphrase: PASSPHRASE, name, added, kept });
}

beforeEach(async () => {
  browser = await unlockedBrowser();
  await browser.get("entry.generate", { label: "a", phoneEnding: "" });
});

describe("one that was added", () => {
  test("unlocks, after a restart too, and is listed with its name and date", async () => {
    expect(await add("Laptop", PHONE)).toEqual({ ok: true, value: { dropped: [] } });
    const passkey = { credentialId: toBase64Url(PHONE), name: "Laptop", addedAtMs: browser.nowMs() };
    expect(await list()).toMatchObject([passkey]);
    for (let time = 0; time < 2; time++) {
      expect(await opens(PHONE)).toBe(true);
      expect(await browser.get("entry.list", {})).toMatchObject([{ label: "a" }]);
      await browser.quit();
    }
    expect((await byPassphrase()).ok).toBe(true);
  });

  test("has its name only while Sixtyfour is unlocked, and no stored byte tells it", async () => {
    await add("Laptop at home", PHONE);
    await browser.get("keyring.lock", {});
    expect(await list()).toMatchObject([{ credentialId: toBase64Url(PHONE), name: "", addedAtMs: null }]);
    for (const stored of browser.written) expect(Buffer.from(stored).includes("Laptop")).toBe(false);
  });

  test("keeps its name when settings are saved, and pages do not get it as a setting", async () => {
    await add("Laptop", PHONE);
    const { settings } = await browser.get("keyring.state", {});
    expect(settings).not.toHaveProperty("passkeys");
    if (settings) await browser.get("settings.save", { ...settings, clipboardSeconds: 30 });
    expect(await list()).toMatchObject([{ name: "Laptop" }]);
  });

  test("unlocks although the worker dies between the question and the answer", async () => {
    await add("Laptop", PHONE);
    await browser.get("keyring.lock", {});
    const [listed] = await list();
    const given = await answer(PHONE, bytes(listed?.salt));
    await browser.wake();
    expect((await browser.ask("keyring.unlock-by-passkey", given)).ok).toBe(true);
    await browser.wake();
    expect((await browser.get("keyring.state", {})).status).toBe("unlocked");
  });

  test("another authenticator, another credential, and an answer of before open nothing", async () => {
    await add("Laptop", PHONE);
    const [before] = await list();
    const old = await answer(PHONE, bytes(before?.salt));
    expect(await unlock(PHONE, STICK)).toEqual(failed("wrong-passkey"));
    expect(await unlock(STICK)).toEqual(failed("wrong-passkey"));
    await byPassphrase();
    await add("Stick", STICK, [PHONE]);
    await browser.get("keyring.lock", {});
    expect(await browser.ask("keyring.unlock-by-passkey", old)).toEqual(failed("wrong-passkey"));
    for (const credential of [PHONE, STICK]) expect(await opens(credential)).toBe(true);
    expect((await list()).map(({ name }) => name)).toEqual(["Laptop", "Stick"]);
  });
});

describe("adding", () => {
  test("needs the passphrase: without it nothing changes", async () => {
    const before = { ...browser.copies };
    const added = await answer(PHONE);
    const wrong = { passphrase: NEXT, name: "", added, kept: [] };
    expect(await browser.ask("passkey.add", wrong)).toEqual(failed("wrong-passphrase"));
    expect(browser.copies).toEqual(before);
    await browser.get("keyring.lock", {});
    expect(await browser.ask("passkey.add", { ...wrong, passphrase: PASSPHRASE })).toEqual(failed("locked"));
  });

  test("drops one that gives no answer, and says which", async () => {
    await add("Laptop", PHONE);
    expect(await add("Stick", STICK)).toEqual({ ok: true, value: { dropped: ["Laptop"] } });
    expect((await list()).map(({ name }) => name)).toEqual(["Stick"]);
    expect(await opens(PHONE)).toBe(false);
  });

  test("refuses the same one, and one too many", async () => {
    const there: Uint8Array[] = [];
    for (let n = 0; n < MOST_PASSKEYS; n++) {
      const next = new Uint8Array(20).fill(n + 1);
      expect(await add(`No. ${n}`, next, there)).toEqual({ ok: true, value: { dropped: [] } });
      there.push(next);
      if (n === 0) expect(await add("again", next, there)).toEqual(failed("passkey-exists"));
    }
    expect(await add("more", new Uint8Array(20).fill(77), there)).toEqual(failed("too-many-passkeys"));
    for (const one of there) expect(await opens(one)).toBe(true);
  });

  test.each([0, 1, 2])(
    "with the worker dead before write %i loses nothing, and either way opens",
    async (n) => {
      let writes = 0;
      browser.onWrite(() => (writes++ === n ? new Promise(() => undefined) : undefined));
      void add("Laptop", PHONE);
      for (let wait = 0; writes <= n && wait < 1000; wait++) await new Promise((go) => setTimeout(go, 1));
      expect(writes).toBe(n + 1);
      browser.onWrite(null);
      await browser.quit();
      const isAdded = await opens(PHONE);
      expect(isAdded).toBe(n > 0);
      expect((await byPassphrase()).ok).toBe(true);
      expect(await browser.get("entry.list", {})).toMatchObject([{ label: "a" }]);
      expect((await list()).map(({ name }) => name)).toEqual(isAdded ? ["Laptop"] : []);
    },
  );
});

test("a passphrase is checked beforehand: nothing changes, and nothing is said while it is locked", async () => {
  const before = { ...browser.copies };
  const check = (passphrase: string) => browser.ask("passphrase.check", { passphrase });
  expect(await check(PASSPHRASE)).toEqual({ ok: true, value: {} });
  expect(await check(NEXT)).toEqual(failed("wrong-passphrase"));
  await browser.get("keyring.lock", {});
  for (const one of [PASSPHRASE, NEXT]) expect(await check(one)).toEqual(failed("locked"));
  expect(browser.copies).toEqual(before);
});

describe("removing", () => {
  test("ends that one, keeps those that answer, and says which did not", async () => {
    await add("Laptop", PHONE);
    await add("Stick", STICK, [PHONE]);
    const [laptop, stick] = await list();
    const remove = { passphrase: PASSPHRASE, id: laptop?.id ?? "", kept: [await answer(STICK)] };
    expect(await browser.ask("passkey.remove", remove)).toEqual({ ok: true, value: { dropped: [] } });
    expect(await list()).toMatchObject([{ id: stick?.id, name: "Stick" }]);
    expect(await browser.ask("passkey.remove", remove)).toEqual(failed("passkey-not-found"));
    expect([await opens(PHONE), await opens(STICK)]).toEqual([false, true]);
  });

  test("of one, where the other does not answer, drops both", async () => {
    await add("Laptop", PHONE);
    await add("Stick", STICK, [PHONE]);
    const [laptop] = await list();
    const remove = { passphrase: PASSPHRASE, id: laptop?.id ?? "", kept: [] };
    expect(await browser.get("passkey.remove", remove)).toEqual({ dropped: ["Stick"] });
    expect(await list()).toEqual([]);
  });

  test("never removes the passphrase", async () => {
    await add("Laptop", PHONE);
    const id = "ab".repeat(16);
    const remove = { passphrase: PASSPHRASE, id, kept: [] };
    expect(await browser.ask("passkey.remove", remove)).toEqual(failed("passkey-not-found"));
  });
});

test("a changed passphrase asks each passkey once, and drops the one that does not answer", async () => {
  await add("Laptop", PHONE);
  await add("Stick", STICK, [PHONE]);
  const change = { current: PASSPHRASE, next: NEXT, kept: [await answer(STICK)] };
  expect(await browser.get("passphrase.change", change)).toEqual({ dropped: ["Laptop"] });
  expect([await opens(PHONE), await opens(STICK)]).toEqual([false, true]);
  expect((await list()).map(({ name }) => name)).toEqual(["Stick"]);
  expect((await byPassphrase(NEXT)).ok).toBe(true);
});

test("a passkey that another window added meanwhile is told of by its name where it is dropped", async () => {
  await add("Laptop", PHONE);
  const kept = [await answer(PHONE)];
  await add("Stick", STICK, [PHONE]);
  const change = { current: PASSPHRASE, next: NEXT, kept };
  expect(await browser.get("passphrase.change", change)).toEqual({ dropped: ["Stick"] });
  expect((await list()).map(({ name }) => name)).toEqual(["Laptop"]);
});

test("a file restored elsewhere: no passkey is offered or opens it, and the passphrase does", async () => {
  await add("Laptop", PHONE);
  const { sealed } = await browser.get("keyring.export", {});
  browser = createMemoryBrowser();
  await restoreFile(browser, sealed, PASSPHRASE);
  expect(await list()).toEqual([]);
  expect(await opens(PHONE)).toBe(false);
  expect(await byPassphrase()).toMatchObject({ value: { notices: [] } });
  expect(await list()).toEqual([]);
});

test("a profile that was copied to another computer: its passkey is not there, and the passphrase opens it", async () => {
  await add("Laptop", PHONE);
  const { copies } = browser;
  browser = createMemoryBrowser();
  Object.assign(browser.copies, copies);
  await browser.wake();
  expect(await list()).toHaveLength(1);
  expect(await unlock(PHONE, STICK)).toEqual(failed("wrong-passkey"));
  expect(await byPassphrase()).toMatchObject({ value: { notices: [] } });
  expect(await list()).toMatchObject([{ name: "Laptop" }]);
});

test("a prepared copy that claims a newer key hides the passkeys at most", async () => {
  await add("Laptop", PHONE);
  await browser.get("keyring.lock", {});
  const { wrapping, keyringKey } = await wrappingOf(NEXT, [await passkeyAnswer(PHONE)], [], 99);
  browser.copies["copy-a"] = sealKeyring(wrapping, keyringKey, 99, emptyKeyring());
  await browser.quit();
  const opened = await unlock(PHONE, STICK);
  expect(opened).toEqual(failed("wrong-passkey"));
  expect((await byPassphrase()).ok).toBe(true);
  expect(await browser.get("entry.list", {})).toMatchObject([{ label: "a" }]);
});

test("nothing is listed, and nothing opens, where there is no keyring", async () => {
  browser = createMemoryBrowser();
  expect(await list()).toEqual([]);
  expect(await browser.ask("keyring.unlock-by-passkey", await answer(PHONE))).toEqual(failed("no-keyring"));
});

test("a PRF output is wiped, and is nowhere in what was stored or is kept in the session", async () => {
  const [added, other] = [await answer(PHONE), await answer(STICK)];
  const secrets = [added, other].map(({ prfOutput }) => Buffer.from(bytes(prfOutput)));
  const wiped = new Set<number>();
  const { fill } = Uint8Array.prototype;
  Uint8Array.prototype.fill = function (this: Uint8Array, ...given: Parameters<typeof fill>) {
    for (const [n, secret] of secrets.entries()) if (secret.equals(this)) wiped.add(n);
    return fill.apply(this, given);
  } as typeof fill;
  try {
    await browser.get("passkey.add", { passphrase: PASSPHRASE, name: "", added, kept: [other] });
  } finally {
    Uint8Array.prototype.fill = fill;
  }
  expect([...wiped].sort()).toEqual([0, 1]);
  const kept = Buffer.from(JSON.stringify([...browser.session]));
  for (const secret of secrets)
    for (const stored of [kept, ...browser.written.map((one) => Buffer.from(one))])
      for (const form of [
        secret,
        secret.toString("hex"),
        secret.toString("base64"),
        secret.toString("base64url"),
      ])
        expect(stored.includes(form)).toBe(false);
});
