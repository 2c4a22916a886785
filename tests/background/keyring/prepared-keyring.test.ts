/** What a prepared keyring cannot do, whatever it says: the worker believes only what it can verify. */
import { generateKeyPairSync, sign } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { toBase64Url } from "../../../src/core/base64url.ts";
import { toBase64, utf8ToBytes } from "../../../src/core/bytes.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { initialSettingsOf, SETTINGS, type Settings } from "../../../src/core/keyring/settings.ts";
import { parseVaultAccount, type VaultAccount } from "../../../src/core/keyring/vault-record.ts";
import { stateSigned, type Version } from "../../../src/protocol/vault/proof.ts";
import { filled, type Given, HEX, keyringOf, OTHER_HEX, someAccount } from "../../support/keyrings.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { unlockedBrowser } from "../../support/unlocked-browser.ts";

const FAR_MS = 8_640_000_000_000_000;
const HIGHEST = 2 ** 31 - 1;
const NOTE_ID = "e".repeat(32);
const TWIN_ID = "f".repeat(32);

const stateKeys = generateKeyPairSync("ed25519");
const stateKey = String(stateKeys.publicKey.export({ format: "jwk" })["x"]);

/** A record's state as its vault would sign it. */
function signedBy(
  account: VaultAccount,
  key = stateKeys.privateKey,
  version: Version = 2,
  under: Version = version,
): VaultAccount {
  const { vaultId, rowId, generation, sequence } = account;
  const counts = { vaultId, rowId, generation, sequence, lifetimeFailures: 0 };
  const said = { version, ...counts, ...(version === 2 && { devices: "A".repeat(43) }), atMs: 1 };
  const statement = utf8ToBytes(JSON.stringify(said));
  const signature = sign(null, stateSigned(statement, under), key);
  return {
    ...account,
    signed: { statement: toBase64Url(statement), signature: toBase64Url(new Uint8Array(signature)) },
  };
}

let browser: MemoryBrowser;
let mine: string;
/** The record that is here, with a new password that waits. */
let account: VaultAccount;

const noteOf = (id: string, of: VaultAccount) => ({ id, text: JSON.stringify(of) });
const list = () => browser.get("entry.list", {});
const notes = async () =>
  Object.fromEntries(
    (await browser.get("vault.list", {})).map(({ id, text }) => [id, parseVaultAccount(text)]),
  );

function merge(entries: readonly Given[], part: Partial<Keyring> = {}, settings: (keyof Settings)[] = []) {
  const body = toBase64(writeBody({ ...keyringOf(entries), ...part }));
  return browser.get("keyring.merge", { body, atMs: FAR_MS, settings, isExport: false });
}

beforeEach(async () => {
  browser = await unlockedBrowser();
  const added = await browser.get("entry.add", { hex: HEX, label: "Mine", phoneEnding: "", replaces: null });
  mine = added.id;
  const pending = { step: "reset", body: JSON.stringify({ generation: 2 }) } as const;
  account = { ...someAccount, stateKey, entryId: mine, pending };
  await browser.get("vault.save", noteOf(NOTE_ID, account));
});

describe("places that it says are verified", () => {
  const places = ["paper", "bitwarden"].map((place) => ({ place, verifiedAtMs: FAR_MS, goneAtMs: null }));

  test("do not make a key safe, neither a new one nor one that is here; a check here does", async () => {
    await merge([
      { hex: HEX, places },
      { hex: OTHER_HEX, places },
    ]);
    for (const { verifiedPlaces, safe, places: kept } of await list()) {
      expect({ verifiedPlaces, safe }).toEqual({ verifiedPlaces: 0, safe: false });
      expect(kept).toEqual(places.map((place) => ({ ...place, verifiedAtMs: null })));
    }
    const evidence = { kind: "key", hex: HEX } as const;
    await browser.get("place.verify", { id: mine, place: "paper", evidence });
    await merge([{ hex: HEX, places }]);
    expect((await list()).find(({ id }) => id === mine)?.verifiedPlaces).toBe(1);
  });
});

describe("another state of a record that is here", () => {
  const told = () => ({ ...account, generation: HIGHEST, sequence: 9, pending: null });

  test.each<[string, () => VaultAccount]>([
    ["that nobody has signed", told],
    [
      "that another key than the vault's has signed",
      () => signedBy(told(), generateKeyPairSync("ed25519").privateKey),
    ],
    ["with the signature on a lower one", () => ({ ...told(), signed: signedBy(account).signed })],
    [
      "that the vault has signed for another record of its own",
      () => ({ ...told(), signed: signedBy({ ...told(), rowId: filled(32, 9) }).signed }),
    ],
    [
      "that the same key has signed for another vault",
      () => ({ ...told(), signed: signedBy({ ...told(), vaultId: filled(16, 9) }).signed }),
    ],
    [
      "with a signature that is none",
      () => ({ ...told(), signed: { statement: filled(9), signature: filled(64) } }),
    ],
    [
      "that its maker has signed under a key of their own",
      () => {
        const own = generateKeyPairSync("ed25519");
        const key = String(own.publicKey.export({ format: "jwk" })["x"]);
        return signedBy({ ...told(), stateKey: key }, own.privateKey);
      },
    ],
  ])("%s raises nothing, and what waits goes on waiting", async (_, prepared) => {
    const before = await notes();
    await merge([{ hex: OTHER_HEX }], { vaults: [noteOf(NOTE_ID, prepared())] });
    expect(await notes()).toEqual(before);
    await merge([{ hex: OTHER_HEX }], { vaults: [noteOf(TWIN_ID, prepared())] });
    expect((await notes())[NOTE_ID]).toEqual(account);
  });

  test.each<Version>([1, 2])(
    "that the vault itself has signed is taken, its statement with it, in version %i",
    async (version) => {
      const state = { ...account, generation: 4, sequence: 1, pending: null };
      const foreign = signedBy(state, stateKeys.privateKey, version, version === 1 ? 2 : 1);
      await merge([{ hex: OTHER_HEX }], { vaults: [noteOf(NOTE_ID, foreign)] });
      expect((await notes())[NOTE_ID]).toEqual(account);
      const higher = signedBy(state, stateKeys.privateKey, version);
      await merge([{ hex: OTHER_HEX }], { vaults: [noteOf(NOTE_ID, higher)] });
      expect((await notes())[NOTE_ID]).toEqual(higher);
    },
  );
});

describe("a record that is not here", () => {
  const other = () => ({ ...account, rowId: filled(32, 7), pending: null });

  test("begins at the lowest state unless its vault has signed the one that is said", async () => {
    const high = { ...other(), generation: HIGHEST, sequence: HIGHEST };
    await merge([], { vaults: [noteOf(TWIN_ID, high)] });
    expect((await notes())[TWIN_ID]).toEqual({ ...high, generation: 1, sequence: 0 });
    const signed = signedBy({ ...other(), generation: 3 });
    await merge([], { vaults: [noteOf("d".repeat(32), signed)] });
    expect((await notes())["d".repeat(32)]).toEqual(signed);
  });

  test("that cannot be read does not come in: nobody could be shown its address", async () => {
    const text = JSON.stringify({ ...account, address: "https://evil.example.org", ofTomorrow: 1 });
    await merge([], { vaults: [{ id: TWIN_ID, text }] });
    expect(await notes()).toEqual({ [NOTE_ID]: account });
  });

  test("brings nothing that waits to be sent to the vault, and no time to come", async () => {
    const pending = { step: "enrol", body: "of the maker" } as const;
    const said = { ...account, rowId: filled(32, 9), createdAtMs: FAR_MS };
    await merge([], { vaults: [noteOf(TWIN_ID, { ...said, pending })] });
    const { [TWIN_ID]: came } = await notes();
    expect(came).toMatchObject({ pending: null, createdAtMs: browser.nowMs() });
    await merge([], { vaults: [noteOf("d".repeat(32), { ...said, pending: { step: "delete" } })] });
    expect((await notes())["d".repeat(32)]).toMatchObject({ pending: null });
  });

  test.each([NOTE_ID, TWIN_ID])(
    "that has raised one that is here (%s) leaves it as it was after Undo",
    async (id) => {
      const { undoId } = await merge([], { vaults: [noteOf(id, signedBy({ ...account, sequence: 9 }))] });
      expect((await notes())[NOTE_ID]).toMatchObject({ sequence: 9 });
      if (undoId === null) throw new Error("no undo");
      await browser.get("keyring.undo-merge", { undoId });
      expect(await notes()).toEqual({ [NOTE_ID]: account });
    },
  );

  test("at an address with a letter that only looks like another is none that can be used", async () => {
    const address = "https://v\u0430ult.example.org";
    await merge([], { vaults: [noteOf(TWIN_ID, { ...other(), address })] });
    expect((await notes())[TWIN_ID] ?? null).toBeNull();
  });
});

describe("settings", () => {
  const laxest: Settings = {
    autoLockMinutes: null,
    clipboardSeconds: 120,
    fillWarningRead: true,
    reminderAfterMs: FAR_MS,
  };
  const names = Object.keys(SETTINGS) as (keyof Settings)[];
  const settings = async () => (await browser.get("keyring.state", {})).settings;

  test("are taken only where they are stricter, and only those that were asked for", async () => {
    const before = await settings();
    await merge([], { settings: laxest }, names);
    expect(await settings()).toEqual(before);
    const strict = { ...laxest, autoLockMinutes: 2, clipboardSeconds: 20 };
    await merge([], { settings: strict }, ["clipboardSeconds"]);
    expect(await settings()).toEqual({ ...before, clipboardSeconds: 20 });
    await merge([], { settings: strict }, names);
    expect(await settings()).toEqual({ ...before, clipboardSeconds: 20, autoLockMinutes: 2 });
    await browser.get("settings.save", laxest);
    await merge([], { settings: initialSettingsOf(SETTINGS) }, names);
    expect(await settings()).toEqual(initialSettingsOf(SETTINGS));
  });
});

describe("ids and times", () => {
  test("the id of a key that is here stays with it, and its date, whatever the file has for it", async () => {
    const before = (await list()).find(({ id }) => id === mine)?.createdAtMs;
    await merge([
      { hex: HEX, id: "9".repeat(32), createdAtMs: 1 },
      { hex: "0".repeat(64), id: mine, createdAtMs: 1 },
    ]);
    const reveal = await browser.get("key.reveal", { id: mine });
    expect(reveal).toEqual({ hex: HEX });
    expect((await list()).find(({ id }) => id === mine)?.createdAtMs).toBe(before);
    expect((await list()).map(({ id }) => id)).not.toContain("9".repeat(32));
  });

  test("no time is later than now, whoever has read the file", async () => {
    const nowMs = browser.nowMs();
    await merge([{ hex: OTHER_HEX, createdAtMs: FAR_MS, lastUsedAtMs: FAR_MS, testedAtMs: FAR_MS }]);
    const times = { createdAtMs: nowMs, lastUsedAtMs: nowMs, testedAtMs: nowMs };
    expect((await list()).find(({ id }) => id !== mine)).toMatchObject(times);
  });
});
