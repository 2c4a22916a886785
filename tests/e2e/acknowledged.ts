/**
 * Everything that was acknowledged, each act that changes it, and whether all of it is there after the
 * browser's end.
 */
import { randomBytes } from "node:crypto";
import { keyIdOf, parseBackupKey } from "../../src/core/key/backup-key.ts";
import { initialSettingsOf, SETTINGS, type Settings } from "../../src/core/keyring/settings.ts";
import { SETTING_NAMES, withStricter } from "../../src/core/keyring/stricter-settings.ts";
import type { EntrySummary } from "../../src/protocol/page.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { restoreFile } from "../support/restore-file.ts";
import { PASSPHRASE } from "./practice.ts";
import { APP, ask, askOf, firstRunTab } from "./steps.ts";
import { expect } from "./story.ts";

const WRECK = "bm90IGEga2V5cmluZw==";
const SLOTS = ["keyring.slot-a", "keyring.slot-b"];

type Acknowledged = { passphrase: string; entries: EntrySummary[]; settings: Settings };

export type Act = {
  /** Nothing in here counts as acknowledged. */
  prepare?: () => Promise<unknown>;
  /** The browser's end follows its last answer at once. */
  run: () => Promise<unknown>;
};

export type ActName =
  | "create"
  | "generate"
  | "add"
  | "replace"
  | "edit"
  | "delete"
  | "restore"
  | "settings"
  | "passphrase"
  | "set-aside"
  | "import";

export class AcknowledgedActs {
  /** What must be found after the next start; null: no keyring. */
  #all: Acknowledged | null = null;
  /** A keyring as it was saved to a file, and what is in it. */
  #saved: (Acknowledged & { sealed: string }) | null = null;
  /** The digits of keys that were added, by the id of the entry. */
  readonly #added = new Map<string, string>();

  private constructor(
    readonly browser: Driver,
    public app: Page,
  ) {}

  static async start(browser: Driver): Promise<AcknowledgedActs> {
    await firstRunTab(browser);
    return new AcknowledgedActs(browser, await browser.newPage(browser.extUrl(APP)));
  }

  get known(): Acknowledged {
    if (!this.#all) throw new Error("there should be a keyring");
    return this.#all;
  }

  /** A power cut, and the next start. */
  async endBrowser(): Promise<void> {
    await this.browser.kill();
    await this.browser.relaunch();
    this.app = await this.browser.newPage(this.browser.extUrl(APP));
  }

  /** Compares all that is there with all that was acknowledged; leaves it unlocked. */
  async compare(): Promise<void> {
    const { status } = await ask(this.app, "keyring.state", {});
    expect(status).toBe(this.#all ? "locked" : "empty");
    if (!this.#all) {
      const { sealed } = await ask(this.app, "keyring.export-all", {});
      expect(sealed).toContain(WRECK);
      return;
    }
    const { passphrase, settings, entries } = this.#all;
    expect(await ask(this.app, "keyring.unlock", { passphrase })).toEqual({ notices: [] });
    expect((await ask(this.app, "keyring.state", {})).settings).toEqual(settings);
    await this.expectEntries(entries);
  }

  async expectEntries(entries: EntrySummary[]): Promise<void> {
    expect(await ask(this.app, "entry.list", {})).toEqual(entries);
    for (const { id, deletedAtMs, ...entry } of entries) {
      if (deletedAtMs !== null) continue;
      const { hex } = await ask(this.app, "key.reveal", { id });
      const key = parseBackupKey(hex);
      expect(key && keyIdOf(key)).toBe(entry.keyId);
      expect(hex).toBe(this.#added.get(id) ?? hex);
    }
  }

  readonly acts: Record<ActName, Act> = {
    create: {
      prepare: async () => {
        if (!this.#all) return;
        await this.#empty();
        await ask(this.app, "keyring.set-aside", { seen: "damaged" });
      },
      run: async () => {
        await ask(this.app, "keyring.create", { passphrase: PASSPHRASE });
        const settings = {
          autoLockMinutes: 5,
          clipboardSeconds: 45,
          fillWarningRead: false,
          reminderAfterMs: null,
        };
        this.#all = { passphrase: PASSPHRASE, entries: [], settings };
      },
    },
    generate: {
      run: async () => {
        const made = { label: "generated", phoneEnding: "" };
        this.known.entries.push(await ask(this.app, "entry.generate", made));
      },
    },
    add: { run: () => this.#add("added", null) },
    replace: {
      run: async () => {
        const old = this.#first(({ supersededBy }) => supersededBy === null);
        const { id } = await this.#add("new", old.id);
        this.#changed({ ...old, supersededBy: id });
      },
    },
    edit: {
      run: async () => {
        const { id, note } = this.#first();
        const edit = { id, field: "note", from: note, to: "in the drawer" } as const;
        this.#changed(await ask(this.app, "entry.edit", edit));
      },
    },
    delete: {
      run: async () => this.#changed(await ask(this.app, "entry.delete", { id: this.#first().id })),
    },
    restore: {
      run: async () => this.#changed(await ask(this.app, "entry.restore", { id: this.#first().id })),
    },
    settings: {
      run: async () => {
        const settings = {
          autoLockMinutes: 17,
          clipboardSeconds: 99,
          fillWarningRead: true,
          reminderAfterMs: null,
        };
        this.known.settings = await ask(this.app, "settings.save", settings);
      },
    },
    passphrase: {
      run: async () => {
        const next = `another ${randomBytes(8).toString("hex")} phrase`;
        await ask(this.app, "passphrase.change", { current: this.known.passphrase, next, kept: [] });
        this.known.passphrase = next;
      },
    },
    "set-aside": {
      prepare: () => this.#empty(),
      run: async () => {
        await ask(this.app, "keyring.set-aside", { seen: "damaged" });
        this.#all = null;
      },
    },
    import: {
      run: async () => {
        if (!this.#saved) throw new Error("there should be a file");
        const { sealed, ...content } = this.#saved;
        const background = { ask: askOf(this.app), nowMs: Date.now };
        await restoreFile(background, sealed, content.passphrase);
        // A file makes no setting looser than it is in a fresh browser.
        const settings = withStricter(initialSettingsOf(SETTINGS), content.settings, SETTING_NAMES);
        this.#all = { ...content, settings };
      },
    },
  };

  async #add(label: string, replaces: string | null): Promise<EntrySummary> {
    const hex = randomBytes(32).toString("hex");
    const entry = await ask(this.app, "entry.add", { hex, label, phoneEnding: "4711", replaces });
    this.#added.set(entry.id, hex);
    this.known.entries.push(entry);
    return entry;
  }

  #first(isMeant: (entry: EntrySummary) => boolean = () => true): EntrySummary {
    const first = this.known.entries.find(isMeant);
    if (!first) throw new Error("there should be an entry");
    return first;
  }

  #changed(entry: EntrySummary): void {
    this.known.entries = this.known.entries.map((old) => (old.id === entry.id ? entry : old));
  }

  /** Saves the keyring to a file, and makes way for another one. */
  async #empty(): Promise<void> {
    if (!this.#all) return;
    const { sealed } = await ask(this.app, "keyring.export", {});
    this.#saved = { ...this.#all, sealed };
    await this.#wreck();
  }

  /** Damages every stored copy, past the extension. */
  async #wreck(): Promise<void> {
    await ask(this.app, "keyring.lock", {});
    await this.app.evaluate(
      async ({ slots, text }) => {
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
      { slots: SLOTS, text: WRECK },
    );
    await this.browser.killWorker();
    expect((await ask(this.app, "keyring.state", {})).status).toBe("damaged");
  }
}
