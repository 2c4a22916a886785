/** The browser is killed right after an acknowledgement, 20 times: what was acknowledged is there. */
import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { fingerprint, parseBackupKey } from "../../../src/core/backup-key.ts";
import type { EntrySummary, Settings } from "../../../src/protocol/page.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { ALL } from "../../support/all.ts";
import { APP, ask, expect, launch, PASSPHRASE, sendRaw, test } from "./setup.ts";

/** Each step once; twice by `npm run test:all`. */
const ROUNDS = ALL ? 20 : 10;
const WRECK = "bm90IGEga2V5cmluZw==";
const SLOTS = ["keyring.slot-a", "keyring.slot-b"];
let browser: Chromium;

test.beforeAll(async () => {
  browser = await launch();
});
test.afterAll(() => browser.close());

/** What must be found after the next start; null: no keyring. */
type Expected = { passphrase: string; entries: EntrySummary[]; settings: Settings };
let expected: Expected | null = null;
/** A keyring as it was saved to a file, and what is in it. */
let saved: Expected & { sealed: string };

function known(): Expected {
  if (!expected) throw new Error("there should be a keyring");
  return expected;
}

function changed(entry: EntrySummary): void {
  known().entries = known().entries.map((old) => (old.id === entry.id ? entry : old));
}

function firstOf(entries: EntrySummary[]): EntrySummary {
  const [first] = entries;
  if (!first) throw new Error("there should be an entry");
  return first;
}

/** Damages every stored copy, past the extension. */
async function wreck(app: Page): Promise<void> {
  await ask(app, "keyring.lock", {});
  await app.evaluate(
    async ([slots, text]) => {
      await chrome.storage.local.set(Object.fromEntries(slots.map((slot) => [slot, text])));
      const { result: database } = await new Promise<IDBOpenDBRequest>((done) => {
        const request = indexedDB.open("sixtyfour");
        request.onsuccess = () => done(request);
      });
      await new Promise((done) => {
        const step = database.transaction("keyring", "readwrite");
        step.objectStore("keyring").put(new Uint8Array(3), "sealed");
        step.oncomplete = done;
      });
      database.close();
    },
    [SLOTS, WRECK] as const,
  );
  await browser.stopWorker();
  expect((await ask(app, "keyring.state", {})).status).toBe("damaged");
}

async function empty(app: Page): Promise<void> {
  if (!expected) return;
  const { sealed } = await ask(app, "keyring.export", {});
  saved = { ...expected, sealed };
  await wreck(app);
}

type Step = {
  /** Nothing in here counts as acknowledged. */
  prepare?: (app: Page) => Promise<unknown>;
  /** The kill follows its last answer at once. */
  act: (app: Page) => Promise<void>;
};

const STEPS: Record<string, Step> = {
  create: {
    prepare: async (app) => {
      if (!expected) return;
      await empty(app);
      await ask(app, "keyring.set-aside", {});
    },
    async act(app) {
      await ask(app, "keyring.create", { passphrase: PASSPHRASE });
      const settings = {
        autoLockMinutes: 5,
        clipboardSeconds: 45,
        fillWarningRead: false,
        drillAfterMs: null,
      };
      expected = { passphrase: PASSPHRASE, entries: [], settings };
    },
  },
  generate: {
    async act(app) {
      known().entries.push(await ask(app, "entry.generate", { label: "generated", phoneEnding: "" }));
    },
  },
  add: {
    async act(app) {
      const hex = randomBytes(32).toString("hex");
      const key = { hex, label: "added", phoneEnding: "4711", replaces: null };
      known().entries.push(await ask(app, "entry.add", key));
    },
  },
  edit: {
    async act(app) {
      const { id } = firstOf(known().entries);
      changed(
        await ask(app, "entry.edit", { id, label: "edited", phoneEnding: "12", note: "in the drawer" }),
      );
    },
  },
  delete: {
    async act(app) {
      changed(await ask(app, "entry.delete", { id: firstOf(known().entries).id }));
    },
  },
  restore: {
    async act(app) {
      changed(await ask(app, "entry.restore", { id: firstOf(known().entries).id }));
    },
  },
  settings: {
    async act(app) {
      const settings = {
        autoLockMinutes: 17,
        clipboardSeconds: 99,
        fillWarningRead: true,
        drillAfterMs: null,
      };
      known().settings = await ask(app, "settings.save", settings);
    },
  },
  passphrase: {
    async act(app) {
      const next = `another ${randomBytes(8).toString("hex")} phrase`;
      await ask(app, "passphrase.change", { current: known().passphrase, next });
      known().passphrase = next;
    },
  },
  "set-aside": {
    prepare: empty,
    async act(app) {
      await ask(app, "keyring.set-aside", {});
      expected = null;
    },
  },
  import: {
    async act(app) {
      const { sealed, ...content } = saved;
      await ask(app, "keyring.import", { sealed });
      expected = content;
    },
  },
};

/** Compares all that is there with all that was acknowledged; leaves it unlocked. */
async function compare(app: Page): Promise<void> {
  const { status } = await ask(app, "keyring.state", {});
  expect(status).toBe(expected ? "locked" : "empty");
  if (!expected) {
    const aside = await app.evaluate(() => chrome.storage.local.get("keyring.set-aside"));
    expect(aside["keyring.set-aside"]).toContain(WRECK);
    return;
  }
  const { notices } = await ask(app, "keyring.unlock", { passphrase: expected.passphrase });
  expect(notices).toEqual([]);
  expect((await ask(app, "keyring.state", {})).settings).toEqual(expected.settings);
  expect(await ask(app, "entry.list", {})).toEqual(expected.entries);
  for (const { id, deletedAtMs, ...entry } of expected.entries) {
    if (deletedAtMs !== null) continue;
    const key = parseBackupKey((await ask(app, "key.reveal", { id })).hex);
    expect(key && fingerprint(key)).toBe(entry.fingerprint);
  }
}

test(`SIGKILL right after an acknowledgement, ${ROUNDS} rounds: nothing acknowledged is lost`, async () => {
  test.setTimeout(300_000);
  const names = Object.keys(STEPS);
  expect(names.length * (ALL ? 2 : 1)).toBeLessThanOrEqual(ROUNDS);
  let app = await browser.newPage(browser.extUrl(APP));
  for (let round = 0; round < ROUNDS; round++) {
    const name = names[round % names.length] ?? "";
    await test.step(name, async () => {
      const step = STEPS[name];
      await step?.prepare?.(app);
      await step?.act(app);
      await browser.kill();
      await browser.relaunch();
      app = await browser.newPage(browser.extUrl(APP));
      await compare(app);
    });
  }
});

test("control: the comparison notices a change that was never acknowledged", async () => {
  const app = await browser.newPage(browser.extUrl(APP));
  if ((await ask(app, "keyring.state", {})).status === "empty") throw new Error("there should be a keyring");
  await sendRaw(app, "entry.generate", { label: "one too many", phoneEnding: "" });
  await ask(app, "keyring.lock", {});
  await expect(compare(app)).rejects.toThrow();
});
