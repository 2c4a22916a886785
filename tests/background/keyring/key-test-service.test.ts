/** Tests of keys in the background: sample files, real keys, and a page that sends what it should not. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deriveFor } from "../../../src/backup/derive.ts";
import { readPrefix } from "../../../src/backup/prefix.ts";
import { bytesToHex, hexToBytes, toBase64 } from "../../../src/core/bytes.ts";
import { generateBackupKey } from "../../../src/core/key/backup-key.ts";
import { pageRequests } from "../../../src/protocol/page-requests.ts";
import type { BackupChallenge } from "../../../src/protocol/requests/backup.ts";
import { flip, makeBackup, makeDatabase, makeMedia } from "../../support/backup-files.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const SAMPLE = readFileSync(resolve(import.meta.dirname, "../../vectors/wa-2026.db.crypt15"));
const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const IV = toBase64(SAMPLE.subarray(7, 23));
const START: BackupChallenge = { ask: "start", iv: IV, start: toBase64(SAMPLE.subarray(99)) };
const BACKUP = { use: "backup" } as const;
const TAG: BackupChallenge = { ask: "tag", purpose: BACKUP, iv: IV, data: toBase64(SAMPLE.subarray(99)) };

/** What no key of the keyring fits: the beginning under another IV. */
const OF_ANOTHER: BackupChallenge = { ...START, iv: toBase64(new Uint8Array(16)) };
const LOCKED = { ok: false, error: { code: "locked" } };

let browser: MemoryBrowser;
let right: string;
let other: string;

async function add(hex: string, replaces: string | null = null): Promise<string> {
  const { id } = await browser.get("entry.add", { hex, label: "", phoneEnding: "", replaces });
  return id;
}

async function testedAt(id: string): Promise<number | null | undefined> {
  return (await browser.get("entry.list", {})).find((entry) => entry.id === id)?.testedAtMs;
}

/** Something happens while the nth key is being tried; the trial itself is the real one. */
function duringAttempt(nth: number, happens: () => Promise<void>): void {
  const { subtle } = crypto;
  const encrypt = subtle.encrypt.bind(subtle);
  let calls = 0;
  vi.spyOn(subtle, "encrypt").mockImplementation(async (...given) => {
    calls += 1;
    if (calls === nth) await happens();
    return encrypt(...given);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

beforeEach(async () => {
  browser = await unlockedBrowser();
  right = await add(KEY);
  other = await add(bytesToHex(generateBackupKey()));
});

describe("test", () => {
  test.each([
    ["the beginning", START, "sqlite"],
    ["the tag", TAG, null],
  ])(
    "by %s: the right key is named, the other is not, and the date is stored",
    async (_, challenge, payload) => {
      const { attempts } = await browser.get("backup.test", { challenge });
      expect(attempts).toEqual([
        { id: right, answer: "right-key", payload },
        { id: other, answer: "no", payload: null },
      ]);
      expect(await testedAt(right)).toBe(browser.nowMs());
      expect(await testedAt(other)).toBeNull();
    },
  );

  test("the date is there after the worker's death", async () => {
    const testedAtMs = browser.nowMs();
    await browser.get("backup.test", { challenge: START });
    await browser.wake();
    expect(await testedAt(right)).toBe(testedAtMs);
  });

  test("tested again and again, its date is written once a minute", async () => {
    await browser.get("backup.test", { challenge: START });
    const [first, writes] = [await testedAt(right), browser.copies["copy-a"]];
    await browser.pass(30_000);
    await browser.get("backup.test", { challenge: START });
    expect(await testedAt(right)).toBe(first);
    expect(browser.copies["copy-a"]).toEqual(writes);
    await browser.pass(31_000);
    await browser.get("backup.test", { challenge: START });
    expect(await testedAt(right)).toBe(browser.nowMs());
  });

  test("old and deleted keys are tried too", async () => {
    await add(bytesToHex(generateBackupKey()), right);
    await browser.get("entry.delete", { id: right });
    const { attempts } = await browser.get("backup.test", { challenge: START });
    expect(attempts.find(({ answer }) => answer === "right-key")?.id).toBe(right);
    expect(attempts).toHaveLength(3);
  });

  test("a tag that does not fit, and a damaged beginning, test no key and store nothing", async () => {
    const damaged = new Uint8Array(SAMPLE.subarray(99));
    damaged[0] = (damaged[0] ?? 0) ^ 1;
    for (const challenge of [
      { ...START, start: toBase64(damaged) },
      { ...TAG, data: toBase64(damaged) },
    ] as BackupChallenge[]) {
      const { attempts } = await browser.get("backup.test", { challenge });
      expect(attempts.map(({ answer }) => answer)).toEqual(["no", "no"]);
    }
    expect(await testedAt(right)).toBeNull();
  });

  test("what cannot be stored is not acknowledged", async () => {
    for (const place of ["copy-a", "copy-b", "third"] as const) browser.faults[place] = "refuse";
    expect(await browser.ask("backup.test", { challenge: START })).toEqual({
      ok: false,
      error: { code: "not-stored" },
    });
  });

  test("media and its description test a key; a damaged description names it and stores nothing", async () => {
    const made = makeMedia(
      hexToBytes(KEY),
      Buffer.from("a picture"),
      '{"name":"Media/IMG-1.jpg","size":"9"}',
    );
    const mediaHash = made.name.slice(0, 64).toLowerCase();
    const text = Buffer.from(Buffer.from(made.metadata).toString(), "base64");
    const damaged = Buffer.from(flip(text, text.length - 3)).toString("base64");
    const answer = async (challenge: BackupChallenge) => {
      const { attempts } = await browser.get("backup.test", { challenge });
      return attempts.map((attempt) => attempt.answer);
    };
    expect(await answer({ ask: "metadata", file: toBase64(Buffer.from(damaged)) })).toEqual([
      "damaged",
      "no",
    ]);
    expect(await testedAt(right)).toBeNull();
    const media = { use: "media", mediaHash } as const;
    const asked = { ask: "tag", purpose: media, iv: null, data: toBase64(made.media) } as const;
    expect(await answer(asked)).toEqual(["right-key", "no"]);
    expect(await testedAt(right)).toBe(browser.nowMs());
    await browser.pass(61_000);
    expect(await answer({ ask: "metadata", file: toBase64(made.metadata) })).toEqual(["right-key", "no"]);
    expect(await testedAt(right)).toBe(browser.nowMs());
  });

  test("locked, it answers nothing", async () => {
    await browser.get("keyring.lock", {});
    expect(await browser.ask("backup.test", { challenge: START })).toEqual(LOCKED);
  });

  // Keys are tried in the order of their entries.
  test.each<[string, number, BackupChallenge]>([
    ["the key that fits", 1, START],
    ["a key after the one that fits", 2, START],
    ["the first of keys that do not fit", 1, OF_ANOTHER],
    ["the last of keys that do not fit", 2, OF_ANOTHER],
  ])("locked while it tries %s, it answers and stores nothing", async (_, nth, challenge) => {
    duringAttempt(nth, async () => void (await browser.get("keyring.lock", {})));
    expect(await browser.ask("backup.test", { challenge })).toEqual(LOCKED);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await testedAt(right)).toBeNull();
  });

  test("locked and unlocked again meanwhile, it still tells the right key from wiped ones", async () => {
    const third = generateBackupKey();
    const id = await add(bytesToHex(third));
    const file = makeBackup(third, { payload: makeDatabase(1) });
    const head = readPrefix(file, file.length);
    if (!head.ok) throw new Error(head.why);
    const { iv, dataOffset } = head.prefix;
    const start = toBase64(file.subarray(dataOffset, dataOffset + 1024));
    duringAttempt(1, async () => {
      await browser.get("keyring.lock", {});
      await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    });
    const { attempts } = await browser.get("backup.test", {
      challenge: { ask: "start", iv: toBase64(iv), start },
    });
    expect(attempts.map(({ answer }) => answer)).toEqual(["no", "no", "right-key"]);
    expect(await testedAt(id)).toBe(browser.nowMs());
  });
});

describe("derive", () => {
  test.each([
    [BACKUP],
    [{ use: "media", mediaHash: "ab".repeat(32) } as const],
    [{ use: "media-metadata" } as const],
  ])("%o gives the derived key and never the key", async (purpose) => {
    const { bytes } = await browser.get("backup.derive", { id: right, purpose });
    expect(bytes).toBe(toBase64(await deriveFor(hexToBytes(KEY), purpose)));
    expect(bytes).not.toContain(toBase64(hexToBytes(KEY)).slice(0, 40));
  });

  test("a deleted entry gives none, nor does a locked keyring, nor an unknown name", async () => {
    await browser.get("entry.delete", { id: right });
    const notFound = { ok: false, error: { code: "not-found" } };
    expect(await browser.ask("backup.derive", { id: right, purpose: BACKUP })).toEqual(notFound);
    expect(await browser.ask("backup.derive", { id: "0".repeat(32), purpose: BACKUP })).toEqual(notFound);
    await browser.get("keyring.lock", {});
    expect(await browser.ask("backup.derive", { id: other, purpose: BACKUP })).toEqual(LOCKED);
  });
});

describe("payloads that are not exactly right are refused", () => {
  const media = { use: "media", mediaHash: "ab".repeat(32) };
  const long = (bytes: number) => "A".repeat(Math.ceil(bytes / 3) * 4 + 4);
  test.each<[string, unknown]>([
    ["no challenge", {}],
    ["one more property", { challenge: START, extra: 1 }],
    ["an unknown question", { challenge: { ...START, ask: "everything" } }],
    ["no IV", { challenge: { ask: "start", start: "AAAA" } }],
    ["an IV for media", { challenge: { ...TAG, purpose: media } }],
    ["no IV for a backup", { challenge: { ...TAG, iv: null } }],
    ["more than a kilobyte", { challenge: { ...START, start: long(1024) } }],
    ["more than 16 MiB", { challenge: { ...TAG, data: long(16 * 1024 * 1024 + 32) } }],
    ["a long metadata file", { challenge: { ask: "metadata", file: long(65_536) } }],
    ["a metadata purpose", { challenge: { ...TAG, purpose: { use: "media-metadata" } } }],
    [
      "an upper-case hash",
      { challenge: { ...TAG, iv: null, purpose: { ...media, mediaHash: "AB".repeat(32) } } },
    ],
    ["nothing", null],
  ])("%s", (_, payload) => {
    expect(pageRequests.read("backup.test", payload)).toBeNull();
  });

  test.each<[string, unknown]>([
    ["a path for an id", { id: "../1", purpose: BACKUP }],
    ["an unknown purpose", { id: "0".repeat(32), purpose: { use: "everything" } }],
    ["a purpose with more", { id: "0".repeat(32), purpose: { use: "backup", mediaHash: "" } }],
    ["a hash of a wrong length", { id: "0".repeat(32), purpose: { ...media, mediaHash: "ab" } }],
  ])("derive: %s", (_, payload) => {
    expect(pageRequests.read("backup.derive", payload)).toBeNull();
  });

  test("text that is no base64, and an IV of 15 bytes", async () => {
    for (const challenge of [
      { ...START, start: "not base64!!" },
      { ...START, iv: toBase64(new Uint8Array(15)) },
    ])
      expect(await browser.ask("backup.test", { challenge })).toEqual({
        ok: false,
        error: { code: "invalid-request" },
      });
  });
});
