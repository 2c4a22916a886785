/**
 * The background in memory, for tests and pictures of the pages: real keys, real Key IDs, no browser.
 * Pages take it as an object of functions, so these are properties.
 * Faults are set from outside: the next answer to a request can be made to fail, or to come late.
 */

import { createClipboardService } from "../../src/background/clipboard/clipboard-service.ts";
import { createEntryService } from "../../src/background/keyring/entry-service.ts";
import { createKeyTestService } from "../../src/background/keyring/key-test-service.ts";
import type { KeyringService } from "../../src/background/keyring/keyring-service.ts";
import { createPlaceService } from "../../src/background/keyring/place-service.ts";
import { createWholeKeyringService } from "../../src/background/keyring/whole-keyring-service.ts";
import { bytesToHex, randomBytes, toBase64 } from "../../src/core/bytes.ts";
import { type ErrorCode, fail, ok, type Result } from "../../src/core/errors.ts";
import { createFaultLog } from "../../src/core/fault.ts";
import {
  formatBackupKey,
  generateBackupKey,
  keyIdOf,
  parseBackupKey,
} from "../../src/core/key/backup-key.ts";
import { withMark } from "../../src/core/keyring/entry-marks.ts";
import type { KeyringStatus } from "../../src/core/keyring/lock-state.ts";
import {
  isKeptNote,
  type Keyring,
  saveVaultNote,
  type VaultNote,
} from "../../src/core/keyring/opened-keyring.ts";
import { initialSettingsOf, SETTINGS, type Settings } from "../../src/core/keyring/settings.ts";
import { forgetPlace } from "../../src/core/keyring/verified-places.ts";
import type { PasskeyCeremony } from "../../src/platform/passkey-ceremony.ts";
import type { FillOutcome } from "../../src/protocol/content.ts";
import type { KeyReading } from "../../src/protocol/content-requests.ts";
import type {
  EntrySummary,
  FillLook,
  Notice,
  OtherPageLook,
  PasskeySummary,
  PopupStep,
  StorageNotice,
} from "../../src/protocol/page.ts";
import {
  type AskingPage,
  mayAsk,
  type PageRequestType,
  type Payload,
  pageRequests,
  type Value,
} from "../../src/protocol/page-requests.ts";
import type { Api } from "../../src/ui/api.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { stretchings } from "../support/cheap-stretchings.ts";

const DAY_MS = 86_400_000;

type Reply<T extends PageRequestType> = Result<Value<T>>;
type Handlers = { [T in PageRequestType]: (payload: Payload<T>) => Reply<T> | Promise<Reply<T>> };

export class FakeApi implements Api {
  /** The page that is on the stage: the background refuses what is another's. */
  asker: AskingPage = "page";
  status: KeyringStatus = "empty";
  notices: StorageNotice[] = [];
  passphrase = "";
  settings: Settings = initialSettingsOf(SETTINGS);
  vaults: VaultNote[] = [];
  knownPasskeys: PasskeySummary[] = [];
  entries: EntrySummary[] = [];
  keys = new Map<string, string>();
  look: FillLook = { kind: "other-page" };
  outcome: FillOutcome = "filled";
  /** What WhatsApp Web's page shows as a key and what is selected there; null: no script answers. */
  page: Record<"page" | "selection", KeyReading> | null = null;
  other: OtherPageLook = { kind: "no-leave" };
  step: PopupStep | null = null;
  clipboard: string | null = null;
  sealed = new Uint8Array([1, 2, 3]);
  /** What does not open any more but was kept. */
  aside: Uint8Array[] = [];
  readonly version = "0.1.0";
  /** Every request, in order, without its payload. */
  readonly asked: PageRequestType[] = [];
  /** What was asked of the browser. */
  readonly done: string[] = [];
  /** What the background keeps. */
  readonly faults = createFaultLog();
  readonly saved: { name: string; bytes: Uint8Array }[] = [];
  /** The answer to the next request of a type is this failure. */
  readonly failing = new Map<PageRequestType, ErrorCode>();
  /** Requests of these types wait for the promise. */
  readonly held = new Map<PageRequestType, Promise<void>>();
  private readonly listeners = new Set<(notice: Notice) => void>();

  ask = async <T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Result<Value<T>>> => {
    this.asked.push(type);
    const asked = pageRequests.find(type);
    if (!asked || !mayAsk(this.asker, asked)) throw new Error(`${this.asker} asked ${type}`);
    await this.held.get(type);
    const code = this.failing.get(type);
    this.failing.delete(type);
    return code === undefined ? this.handlers[type](payload) : fail(code);
  };

  onNotice = (listener: (notice: Notice) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  publish(notice: Notice): void {
    for (const listener of this.listeners) listener(notice);
  }

  openVault = async () => this.note("openVault");
  openApp = async (hash: string) => this.note(`openApp ${hash}`);
  passkeys: PasskeyCeremony | null = null;
  openPasskeyWindow = async (step: PopupStep | null) =>
    this.note(`openPasskeyWindow ${step ?? ""}`.trimEnd());
  returnToPopup = async () => this.note("returnToPopup");
  closePopup = () => this.note("closePopup");
  popOut = async () => this.note("popOut");
  reloadPage = () => this.note("reloadPage");
  reloadTab = async (tabId: number) => this.note(`reloadTab ${tabId}`);
  openRestoreSite = async () => this.note("openRestoreSite");
  requestSiteAccess = async () => {
    this.note("requestSiteAccess");
    return true;
  };
  saveFile = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    this.saved.push({ name, bytes });
  };
  keyboard = { open: "Alt+Shift+6", fill: "Alt+Shift+4" };
  shortcuts = async () => this.keyboard;
  deriveKey = deriveKey;
  stretchings = stretchings;
  /** When it locks by itself; null: not by the clock. */
  locksAtMs: number | null = null;
  private aheadMs = 0;
  nowMs = (): number => Date.now() + this.aheadMs;
  /** So much later than it is. */
  setClock(aheadMs: number): void {
    this.aheadMs = aheadMs;
  }
  after = (ms: number, act: () => void): (() => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  private readonly memory = new Map<string, unknown>();
  session = {
    get: async (key: string) => structuredClone(this.memory.get(key)),
    set: async (key: string, value: unknown) => void this.memory.set(key, structuredClone(value)),
    remove: async (key: string) => void this.memory.delete(key),
  };

  /** The background's own, over the clipboard in `clipboard`. Nothing clears it in time. */
  private readonly copying = createClipboardService(
    {
      session: this.session,
      lasting: this.session,
      alarms: { at: async () => undefined, every: async () => undefined, clear: async () => undefined },
      clipboard: {
        hold: async (_, text) => {
          this.clipboard = text;
          return true;
        },
        clear: async () => {
          this.clipboard = "";
          return true;
        },
        forget: async () => undefined,
      },
      nowMs: () => this.nowMs(),
      faults: { log: () => undefined, kept: this.faults },
    },
    { shortestAlarmMs: 0, isAlarmFirst: true },
  );

  /** Puts a key in, unlocked or not. */
  put(hex: string, part: Partial<EntrySummary> = {}): EntrySummary {
    const key = parseBackupKey(hex);
    if (key === null) throw new Error("not a key");
    const entry: EntrySummary = {
      id: bytesToHex(randomBytes(16)),
      label: "",
      phoneEnding: "",
      note: "",
      origin: "whatsapp",
      keyId: keyIdOf(key),
      createdAtMs: this.nowMs(),
      lastUsedAtMs: null,
      testedAtMs: null,
      places: [],
      marks: [],
      verifiedPlaces: 0,
      safe: false,
      supersededBy: null,
      deletedAtMs: null,
      erasedAtMs: null,
      ...part,
    };
    this.entries = [...this.entries, entry];
    this.keys.set(entry.id, hex);
    return entry;
  }

  offer(part: Partial<Extract<FillLook, { kind: "form" }>> = {}): void {
    this.look = {
      kind: "form",
      offerId: bytesToHex(randomBytes(16)),
      pageId: "7 document-1",
      origin: "https://web.whatsapp.com",
      shape: { boxes: 16, digitsPerBox: 4, multiline: false },
      title: "Restore chat history",
      chosen: false,
      masked: false,
      keyShown: false,
      expiresAtMs: this.nowMs() + 30_000,
      entryIds: this.entries.map(({ id }) => id),
      ...part,
    };
  }

  /** @returns the names of passkeys that gave no answer, and so are gone. */
  private rotate(kept: readonly { credentialId: string; salt: string }[], removed = ""): string[] {
    const before = this.knownPasskeys;
    this.knownPasskeys = before.flatMap((passkey) => {
      const answer = kept.find(({ credentialId }) => credentialId === passkey.credentialId);
      return answer ? [{ ...passkey, salt: answer.salt }] : [];
    });
    const ids = this.knownPasskeys.map(({ id }) => id);
    return before.flatMap(({ id, name }) => (ids.includes(id) || id === removed ? [] : [name]));
  }

  private note(act: string): void {
    this.done.push(act);
  }

  private change(id: string, part: Partial<EntrySummary>): Result<EntrySummary> {
    const found = this.entries.find((entry) => entry.id === id);
    if (!found) return fail("not-found");
    const changed = { ...found, ...part };
    this.entries = this.entries.map((entry) => (entry.id === id ? changed : entry));
    return ok(changed);
  }

  private idOf(hex: string): string | null {
    return [...this.keys].find(([, known]) => known === hex)?.[0] ?? null;
  }

  private become(keyring: Keyring): void {
    const read = () => ok(keyring);
    const list = createEntryService({ read } as unknown as KeyringService, this.nowMs).list();
    if (list.ok) this.entries = list.value;
    this.keys = new Map(keyring.entries.map(({ id, key }) => [id, formatBackupKey(key)]));
    this.settings = keyring.settings;
    this.vaults = keyring.vaults;
  }

  /** The background's own services over these keys. */
  private get services() {
    // What a summary adds is no part of an entry: the strict parser of bodies would say so.
    const entries = this.entries.map(({ keyId: _, verifiedPlaces, safe, erasedAtMs, ...entry }) => {
      const key = parseBackupKey(this.keys.get(entry.id) ?? "");
      if (!key) throw new Error("no such key");
      return { ...entry, kind: "whatsapp-64" as const, key };
    });
    const { settings, vaults } = this;
    const read = () => (this.status === "unlocked" ? ok({ settings, entries, vaults }) : fail("locked"));
    const change = async (to: (k: Keyring) => Result<Keyring, "not-found" | "not-stored">) => {
      const next = to({ settings, entries, vaults });
      if (next.ok) this.become(next.value);
      return next;
    };
    const keyring = { read, change } as unknown as KeyringService;
    const all = createEntryService(keyring, this.nowMs);
    return {
      keyring,
      entries: all,
      whole: createWholeKeyringService(keyring, this),
      keyTests: createKeyTestService(keyring, all, this.nowMs),
      places: createPlaceService(keyring, all, this.copying, this.nowMs),
    };
  }

  private readonly handlers: Handlers = {
    "keyring.state": () => {
      const unlocked = this.status === "unlocked";
      return ok({
        status: this.status,
        notices: this.notices,
        settings: unlocked ? this.settings : null,
        locksAtMs: unlocked ? this.locksAtMs : null,
      });
    },
    "keyring.create": ({ passphrase }) => {
      this.passphrase = passphrase;
      this.status = "unlocked";
      return ok({});
    },
    "keyring.unlock": ({ passphrase }) => {
      if (passphrase !== this.passphrase) return fail("wrong-passphrase");
      this.status = "unlocked";
      return ok({ notices: this.notices });
    },
    "keyring.lock": () => {
      this.status = "locked";
      return ok({});
    },
    "keyring.export": () => ok({ sealed: toBase64(this.sealed) }),
    "keyring.export-all": () => {
      const inUse = this.status === "empty" ? [] : [this.sealed];
      return ok({ sealed: [...inUse, ...this.aside].map(toBase64) });
    },
    "keyring.write-export": (payload) => this.services.whole.writeExport(payload),
    "keyring.merge": (payload) => this.services.whole.merge(payload),
    "keyring.last-merge": () => this.services.whole.lastMerge(),
    "keyring.undo-merge": (payload) => this.services.whole.undoMerge(payload),
    "keyring.vault-addresses": () => this.services.whole.vaultAddresses(),
    "keyring.set-aside": ({ seen }) => {
      if (this.status === "empty" || this.status === "unlocked") return fail("keyring-exists");
      if ((this.status === "damaged") !== (seen === "damaged")) return fail("keyring-exists");
      this.aside.push(this.sealed);
      this.status = "empty";
      return ok({});
    },
    "keyring.use": () => {
      const { autoLockMinutes } = this.settings;
      if (this.locksAtMs !== null && autoLockMinutes !== null)
        this.locksAtMs = this.nowMs() + autoLockMinutes * 60_000;
      return ok({});
    },
    "passphrase.change": ({ current, next, kept }) => {
      if (current !== this.passphrase) return fail("wrong-passphrase");
      this.passphrase = next;
      return ok({ dropped: this.rotate(kept) });
    },
    "passphrase.check": ({ passphrase }) =>
      passphrase === this.passphrase ? ok({}) : fail("wrong-passphrase"),
    "keyring.unlock-by-passkey": (given) => {
      if (!this.knownPasskeys.some(({ credentialId }) => credentialId === given.credentialId))
        return fail("wrong-passkey");
      this.status = "unlocked";
      return ok({ notices: this.notices });
    },
    "passkey.list": () => {
      const hidden = this.status === "unlocked" ? {} : { name: "", addedAtMs: null };
      return ok({ passkeys: this.knownPasskeys.map((passkey) => ({ ...passkey, ...hidden })) });
    },
    "passkey.add": ({ passphrase, name, added: { credentialId, salt }, kept }) => {
      if (passphrase !== this.passphrase) return fail("wrong-passphrase");
      const dropped = this.rotate(kept);
      const id = bytesToHex(randomBytes(16));
      this.knownPasskeys.push({ id, credentialId, salt, name, addedAtMs: this.nowMs() });
      return ok({ dropped });
    },
    "passkey.remove": ({ passphrase, id, kept }) => {
      if (passphrase !== this.passphrase) return fail("wrong-passphrase");
      return ok({ dropped: this.rotate(kept, id) });
    },
    "entry.list": () => (this.status === "unlocked" ? ok(this.entries) : fail("locked")),
    "entry.generate": (payload) =>
      ok(this.put(formatBackupKey(generateBackupKey()), { ...payload, origin: "generated" })),
    "entry.add": ({ hex, label, phoneEnding, replaces }) => {
      if (this.idOf(hex) !== null) return fail("already-there");
      const added = this.put(hex, { label, phoneEnding });
      if (replaces !== null) this.change(replaces, { supersededBy: added.id });
      return ok(added);
    },
    "entry.edit": ({ id, field, from, to }) => {
      const there = this.entries.find((entry) => entry.id === id)?.[field];
      if (there !== undefined && there !== from && there !== to) return fail("changed-elsewhere");
      return this.change(id, { [field]: to });
    },
    "entry.mark": ({ id, mark, isSet }) => {
      const entry = this.entries.find((one) => one.id === id);
      return this.change(id, { marks: entry ? withMark(entry, mark, isSet, this.nowMs()) : [] });
    },
    "entry.delete": ({ id }) =>
      this.change(id, { deletedAtMs: this.nowMs(), erasedAtMs: this.nowMs() + 30 * DAY_MS }),
    "entry.find": (payload) => this.services.entries.find(payload),
    "entry.erase": (payload) => this.services.entries.erase(payload),
    "entry.restore": ({ id }) => this.change(id, { deletedAtMs: null, erasedAtMs: null }),
    "key.reveal": ({ id }) => {
      const hex = this.keys.get(id);
      return hex === undefined ? fail("not-found") : ok({ hex });
    },
    "key.copy": ({ id }) => this.copying.copy(this.keys.get(id) ?? "", this.settings.clipboardSeconds),
    "clipboard.taken": async ({ isKey }) => {
      await this.copying.taken(isKey);
      return ok({});
    },
    "settings.save": (settings) => {
      this.settings = settings;
      return ok(settings);
    },
    "backup.test": (payload) => this.services.keyTests.test(payload),
    "backup.derive": (payload) => this.services.keyTests.derive(payload),
    "place.verify": (payload) => this.services.places.verify(payload),
    "place.verify-file": (payload) => this.services.places.verifyFile(payload),
    "place.forget": async ({ id, place }) => {
      await this.services.keyring.change((k) => ok(forgetPlace(k, id, place, this.nowMs())));
      return ok({});
    },
    "vault.list": () => (this.status === "unlocked" ? ok(this.vaults.filter(isKeptNote)) : fail("locked")),
    "vault.save": async (note) => {
      const stored = await this.services.keyring.change((k) => saveVaultNote(k, note));
      // As the background does after every change.
      this.publish("state");
      return stored.ok ? ok({}) : stored;
    },
    "fault.collect": ({ faults }) => {
      for (const fault of faults) this.faults.add(fault);
      return ok({ faults: this.faults.all() });
    },
    "popup.step": () => {
      const { step } = this;
      this.step = null;
      return ok({ step });
    },
    "popup.keep-step": ({ step }) => {
      this.step = step;
      return ok({});
    },
    "field.choose": () => (this.page ? ok({}) : fail("no-page")),
    "key.read": ({ from }) => (this.page ? ok(this.page[from]) : fail("no-page")),
    "other.look": () => ok(this.other),
    "other.fill": ({ offerId, host }) => {
      if (this.other.kind !== "form" || this.other.offerId !== offerId) return fail("offer-expired");
      return host === this.other.host ? ok({ outcome: this.outcome }) : fail("wrong-host");
    },
    "fill.look": () => ok(this.look),
    "fill.run": ({ offerId }) => {
      if (this.look.kind !== "form" || this.look.offerId !== offerId) return fail("offer-expired");
      if (this.outcome.startsWith("filled")) this.settings = { ...this.settings, fillWarningRead: true };
      return ok({ outcome: this.outcome });
    },
  };
}

/** SHA-256 of "sixtyfour/test/1", the key of the sample files. */
export const SAMPLE_KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
export const OTHER_KEY = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";
