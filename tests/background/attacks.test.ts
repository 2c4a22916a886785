/** What was tried against the keyring by those who can write into the profile, and by failing storage. */
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeEach, describe, expect, test } from "vitest";
import { unlockCopies } from "../../src/background/keyring/unlocking.ts";
import { CURRENT_KDF, DerivationError, type DeriveKey } from "../../src/core/sealed/kdf.ts";
import { rotate } from "../../src/core/sealed/rotation.ts";
import { inspectSealed, sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { byPassphrase } from "../../src/core/sealed/slots/passphrase-slot.ts";
import { PLACES, type Place, readCopies } from "../../src/core/sealed/stored-copies.ts";
import { envelope } from "../../src/protocol/envelope.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";
import { isOfDamagedFile, restoreFile } from "../support/restore-file.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../support/unlocked-browser.ts";

const NEW = "another tall quiet lamp";
const MINUTE = 60_000;
let browser: MemoryBrowser;

const state = () => browser.get("keyring.state", {});
const generate = (label: string) => browser.get("entry.generate", { label, phoneEnding: "" });
const labels = async () => (await browser.get("entry.list", {})).map((e) => e.label);
const unlock = (passphrase = OLD) => browser.ask("keyring.unlock", { passphrase });
const failed = (code: string) => ({ ok: false, error: { code } });

function rehashed(bytes: Uint8Array): Uint8Array {
  const whole = bytes.slice();
  whole.set(sha256(whole.subarray(0, -32)), whole.length - 32);
  return whole;
}

function bytesAt(place: Place): Uint8Array {
  const bytes = browser.copies[place];
  if (!bytes) throw new Error(`nothing at ${place}`);
  return bytes;
}

function headerOf(bytes: Uint8Array) {
  const header = inspectSealed(bytes);
  if (!header.ok) throw new Error(header.error.code);
  return header.value;
}

const counterAt = (place: Place) => headerOf(bytesAt(place)).counter;
/** Of the only slot's memory, in KiB. */
const AT_MEMORY = 127;
const newestLocalCopy = () => (counterAt("copy-a") > counterAt("copy-b") ? "copy-a" : "copy-b");

/** A whole-looking copy that claims to be far newer than it is. */
function forgedCounter(bytes: Uint8Array): Uint8Array {
  const forged = bytes.slice();
  new DataView(forged.buffer).setBigUint64(headerOf(bytes).wrapping.length, 9_000n);
  return rehashed(forged);
}

beforeEach(async () => {
  browser = await unlockedBrowser();
  await generate("a");
});

describe("old and forged copies", () => {
  test("an old copy put back does not bring the old passphrase back", async () => {
    const old = bytesAt("copy-a");
    await browser.get("passphrase.change", { current: OLD, next: NEW, kept: [] });
    for (const label of ["b", "c"]) await generate(label);
    browser.copies["copy-a"] = old;
    await browser.quit();
    expect(await unlock(OLD)).toEqual(failed("replaced-passphrase"));
    expect(await unlock(NEW)).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(await labels()).toEqual(["a", "b", "c"]);
  });

  test("a forged counter does not hide that all copies were put back", async () => {
    const old = { ...browser.copies };
    for (const label of ["b", "c"]) await generate(label);
    Object.assign(browser.copies, old, { "copy-a": forgedCounter(bytesAt("copy-a")) });
    await browser.wake();
    expect(await state()).toMatchObject({ status: "locked", notices: ["rolled-back"] });
  });

  test("a forged counter makes no healthy copy look old, and is kept aside", async () => {
    const forged = forgedCounter(bytesAt("third"));
    browser.copies.third = forged;
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["newest-unopened"] } });
    expect(browser.setAside).toEqual([forged]);
    expect(await labels()).toEqual(["a"]);
  });

  test("a prepared header that asks for the most memory allowed keeps nobody out", async () => {
    const forged = forgedCounter(bytesAt("copy-a"));
    new DataView(forged.buffer).setUint32(AT_MEMORY, 262_144);
    browser.copies["copy-a"] = rehashed(forged);
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
    expect(await labels()).toEqual(["a"]);
  });

  test("a prepared header that asks for more memory than there is keeps nobody out", async () => {
    const forged = forgedCounter(bytesAt("copy-a"));
    new DataView(forged.buffer).setUint32(AT_MEMORY, 262_144);
    const reading = readCopies({ ...browser.copies, "copy-a": rehashed(forged), third: rehashed(forged) });
    const asked: number[] = [];
    const method = byPassphrase(OLD, async (password, salt, parameters) => {
      asked.push(parameters.memoryKib);
      if (parameters.memoryKib === 262_144) throw new RangeError("no memory");
      return deriveKey(password, salt, parameters);
    });
    const unlocked = await unlockCopies(reading, method);
    // Two copies share it, so it is tried first.
    expect(asked).toEqual([262_144, 65_536]);
    expect(unlocked.ok).toBe(true);
  });

  test("weaker KDF parameters are found on unlocking, and ask for another wrapping", async () => {
    const reading = readCopies(browser.copies);
    const wanted = { ...CURRENT_KDF, iterations: CURRENT_KDF.iterations + 1 };
    const method = byPassphrase(OLD, deriveKey);
    const weak = await unlockCopies(reading, method, wanted);
    const today = await unlockCopies(reading, method);
    if (!weak.ok || !today.ok) throw new Error("not unlocked");
    expect([weak.value.isOutdated, today.value.isOutdated]).toEqual([true, false]);
    const old = { wrapping: today.value.copies.best.header.wrapping, keyringKey: today.value.keyringKey };
    const ways = { passphrase: OLD, passkeys: [], deriveKey };
    const { wrapping, keyringKey } = await rotate(old, { ...ways, kdf: wanted });
    expect(keyringKey).not.toEqual(old.keyringKey);
    expect(headerOf(sealKeyring(wrapping, keyringKey, 9, today.value.copies.keyring)).kdf).toEqual(wanted);
    // Where the browser has no memory for more, what opens stays open: `no-derivation.test.ts` goes on there.
    const short: DeriveKey = (password, salt, parameters) =>
      parameters.iterations === wanted.iterations
        ? Promise.reject(new RangeError("no memory"))
        : deriveKey(password, salt, parameters);
    const kept = await unlockCopies(reading, byPassphrase(OLD, short), wanted);
    expect(kept.ok && kept.value.isOutdated).toBe(true);
    await expect(rotate(old, { ...ways, deriveKey: short, kdf: wanted })).rejects.toThrow(DerivationError);
  });
});

describe("damage that is found later", () => {
  test("a copy torn while unlocked is kept and healed at the next wake, and said", async () => {
    await generate("b");
    const place = newestLocalCopy();
    const torn = bytesAt(place).slice(0, 700);
    browser.copies[place] = torn;
    await browser.wake();
    expect(await state()).toMatchObject({ status: "unlocked", notices: ["copy-healed"] });
    for (const label of ["c", "d"]) await generate(label);
    expect(browser.setAside).toEqual([torn]);
    expect(await labels()).toEqual(["a", "b", "c", "d"]);
  });

  test("a copy that could not be healed is not said to be", async () => {
    const place = newestLocalCopy();
    browser.copies[place] = bytesAt(place).slice(0, 700);
    browser.faults[place] = "refuse";
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-damaged"] } });
  });

  test("with no room aside, a copy that does not open is left as it is: the change is refused instead", async () => {
    const place = newestLocalCopy() === "copy-a" ? "copy-b" : "copy-a"; // the next state would go there
    const torn = bytesAt(place).slice(0, 700);
    browser.copies[place] = torn;
    browser.setAside.push(...Array.from({ length: 16 }, (_, i) => new Uint8Array([i])));
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-damaged"] } });
    expect(await browser.ask("entry.generate", { label: "b", phoneEnding: "" })).toEqual(
      failed("not-stored"),
    );
    expect(browser.copies[place]).toBe(torn);
    browser.setAside.length = 0;
    await generate("b");
    expect(browser.setAside).toEqual([torn]);
  });

  test("a keyring too large to be read again is not acknowledged", async () => {
    const { id } = await generate("long");
    const note = "\u0001".repeat(2000);
    await browser.get("entry.edit", { id, field: "note", from: "", to: note });
    // Straight through the service: such notes are more than storage has room for.
    const service = browser.background().keyring;
    const grown = await service.change((keyring) => ({
      ok: true,
      value: {
        ...keyring,
        entries: Array.from({ length: 360 }, (_, i) => {
          const [entry] = keyring.entries;
          if (!entry) throw new Error("no entry");
          return { ...entry, id: i.toString(16).padStart(32, "0"), note };
        }),
      },
    }));
    expect(grown).toEqual(failed("keyring-full"));
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
    expect(await labels()).toEqual(["a", "long"]);
  });
});

describe("storage that fails", () => {
  test("a local copy that cannot be read is not taken for an empty one", async () => {
    const slot = bytesAt("copy-a");
    Object.assign(browser.copies, { "copy-b": null, third: null });
    browser.faults["copy-a"] = "unreadable";
    await browser.quit();
    expect((await state()).status).toBe("damaged");
    const sealed = Buffer.from(slot).toString("base64");
    expect(await browser.ask("keyring.create", { passphrase: NEW })).toEqual(failed("keyring-exists"));
    await expect(restoreFile(browser, sealed, OLD)).rejects.toMatchObject({ code: "keyring-exists" });
    const inPlace = restoreFile(browser, sealed, OLD, { isDamaged: true });
    await expect(inPlace).rejects.toMatchObject({ code: "storage-unreadable" });
    expect(await browser.ask("keyring.set-aside", { seen: "damaged" })).toEqual(failed("storage-unreadable"));
    expect(browser.copies["copy-a"]).toBe(slot);
    browser.faults["copy-a"] = "none";
    await browser.wake();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-missing"] } });
  });

  test("a database that cannot be read may hold the only copy: it is left alone until it was kept", async () => {
    const third = bytesAt("third");
    Object.assign(browser.copies, { "copy-a": null, "copy-b": null });
    browser.faults.third = "unreadable";
    await browser.quit();
    expect(await state()).toMatchObject({ status: "empty", notices: ["third-copy-failed"] });
    const sealed = Buffer.from(third.slice(0, 700)).toString("base64");
    await expect(restoreFile(browser, sealed, OLD)).rejects.toSatisfy(isOfDamagedFile);
    expect((await state()).status).toBe("empty");
    expect(browser.copies.third).toBe(third);
    browser.faults.third = "none";
    await browser.wake();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-missing"] } });
  });

  test.each(PLACES)("with %s unreadable the others open and changes are stored", async (place) => {
    browser.faults[place] = "unreadable";
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
    expect((await browser.ask("entry.generate", { label: "b", phoneEnding: "" })).ok).toBe(true);
    browser.faults[place] = "none";
    await browser.quit();
    await unlock();
    expect(await labels()).toEqual(["a", "b"]);
  });

  test("with the third copy failing the newest state stands in both local copies", async () => {
    browser.faults.third = "refuse";
    await generate("b");
    expect(counterAt("copy-a")).toBe(counterAt("copy-b"));
    expect((await state()).notices).toEqual(["third-copy-failed"]);
  });

  test("a file whose restoring fails loses nothing and leaves nothing half done", async () => {
    const { sealed } = await browser.get("keyring.export", {});
    const torn = bytesAt("copy-a").slice(0, 700);
    for (const place of PLACES) browser.copies[place] = torn;
    await browser.quit();
    const restore = async () =>
      restoreFile(browser, sealed, OLD, { isDamaged: (await state()).status === "damaged" });
    const expectTornKept = async () => {
      const { sealed: all } = await browser.get("keyring.export-all", {});
      expect(all).toContain(Buffer.from(torn).toString("base64"));
    };
    for (const place of ["copy-a", "copy-b"] as const) {
      browser.faults[place] = "refuse";
      await expect(restore()).rejects.toMatchObject({ code: "not-stored" });
      browser.faults[place] = "none";
      await browser.wake();
      expect((await state()).status).toBe("empty");
      await expectTornKept();
    }
    expect(await restore()).toBe(1);
    expect(await labels()).toEqual(["a"]);
    await expectTornKept();
  });

  test("a first keyring that could not be stored everywhere is not there afterwards", async () => {
    for (const place of ["copy-a", "copy-b"] as const) {
      browser = createMemoryBrowser();
      browser.faults[place] = "refuse";
      expect(await browser.ask("keyring.create", { passphrase: NEW })).toEqual(failed("not-stored"));
      browser.faults[place] = "none";
      await browser.wake();
      expect((await state()).status).toBe("empty");
    }
  });

  test("session storage that fails at the start leaves a worker that can be asked and locked", async () => {
    const get = browser.session.get.bind(browser.session);
    browser.session.get = () => {
      throw new Error("gone");
    };
    await browser.wake();
    browser.session.get = get;
    expect((await state()).status).toBe("locked");
    expect((await browser.ask("keyring.lock", {})).ok).toBe(true);
    expect(browser.session.has("unlocked")).toBe(false);
  });
});

describe("a way on", () => {
  test("a forgotten passphrase: set aside, start afresh, and the old bytes can still be saved and opened", async () => {
    await browser.quit();
    const old = bytesAt("copy-a");
    expect((await browser.ask("keyring.set-aside", { seen: "whole" })).ok).toBe(true);
    expect((await state()).status).toBe("empty");
    await browser.get("keyring.create", { passphrase: NEW });
    const { sealed } = await browser.get("keyring.export-all", {});
    expect(sealed).toContain(Buffer.from(old).toString("base64"));
  });

  test("an unlocked keyring is never set aside", async () => {
    expect(await browser.ask("keyring.set-aside", { seen: "whole" })).toEqual(failed("keyring-exists"));
  });

  test("damage that the passphrase brought to light can be set aside after the worker's death too", async () => {
    for (const place of PLACES) browser.copies[place] = rehashed(bytesAt(place).with(300, 0).with(301, 0));
    await browser.quit();
    expect(await unlock()).toEqual(failed("damaged"));
    expect((await state()).status).toBe("damaged");
    await browser.wake();
    expect((await state()).status).toBe("locked");
    expect((await browser.ask("keyring.set-aside", { seen: "whole" })).ok).toBe(true);
  });
});

describe("pages of the web", () => {
  test("a form that comes and goes for an hour keeps nothing unlocked", async () => {
    const sender = {
      kind: "content",
      tabId: 1,
      documentId: "d",
      origin: "https://web.whatsapp.com",
    } as const;
    for (let i = 0; i < 6; i++) {
      await browser.pass(MINUTE);
      const message = envelope("sixtyfour/content", "page.waiting", { form: i % 2 === 0, key: false });
      browser.notices.length = 0;
      await browser.background().route(message, sender);
      expect(browser.notices).toEqual(["look"]);
      // What our open pages do at any notice.
      for (const type of ["keyring.state", "entry.list", "fill.look"] as const) await browser.ask(type, {});
    }
    expect((await state()).status).toBe("locked");
  });
});
