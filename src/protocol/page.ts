/**
 * What our own pages may ask of the background: types here, parsers in `page-parsers.ts`.
 *
 * Only `key.reveal` answers with a key; `backup.derive` with one that is derived from it. `passphrase`
 * travels only inside `keyring.create`, `keyring.unlock`, `keyring.write-export` and `passphrase.change`.
 */

import type { Fault } from "../core/fault.ts";
import type { KeyringStatus } from "../core/keyring/lock-state.ts";
import type { Copy, Origin, Settings, VaultNote } from "../core/keyring/opened-keyring.ts";
import type { CopyPlace } from "../core/keyring/proven-copies.ts";

/** An entry without its key. Times are milliseconds since 1970 (UTC). */
export type EntrySummary = {
  id: string;
  label: string;
  /** Last digits of the phone number, 0 to 4 of them. */
  phoneEnding: string;
  note: string;
  origin: Origin;
  /** 8 characters, safe to show in public. */
  fingerprint: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  provenAtMs: number | null;
  copies: Copy[];
  /** Places outside this browser whose copy is proven. */
  provenPlaces: number;
  /** True once copies in two places outside this browser are proven: the amber warning goes. */
  safe: boolean;
  /** The entry that replaced this one; the key stays as history. */
  supersededBy: string | null;
  deletedAtMs: number | null;
  /** When a deleted entry is erased for good; null unless deleted. */
  erasedAtMs: number | null;
};

/** What was noticed while reading the stored copies; each has its sentence in `ui/text/en/shared.ts`. */
export type StorageNotice =
  | "copy-healed" // a damaged copy was rewritten from another
  | "copy-damaged" // a damaged copy could not be rewritten; it stays as it is
  | "copy-missing" // a copy that should be there was not
  | "copy-outdated" // one copy held an older state than the others
  | "newest-unopened" // the newest copy does not open, an older one did; the newest was set aside
  | "rolled-back" // every copy is older than what this browser session has seen
  | "third-copy-failed"; // IndexedDB did not take the last write; the slots did

export type KeyringState = {
  status: KeyringStatus;
  notices: StorageNotice[];
  /** Only while unlocked. */
  settings: Settings | null;
  /** When it locks by itself; null = when the browser closes, or not unlocked. */
  locksAtMs: number | null;
};

/** The steps a popup may be opened at by the shortcut or the context menu. */
export const POPUP_STEPS = ["fill", "add"] as const;
export type PopupStep = (typeof POPUP_STEPS)[number];

/** `keyShown`: the page shows a 64-digit key as text. */
type OnRestoreSite = { keyShown: boolean };

/** What stands on the active tab. */
export type FillLook =
  | (RestoreLook & OnRestoreSite)
  | { kind: "no-access" } // site access was withdrawn
  | { kind: "reload-page"; tabId: number } // the tab is older than the extension
  | { kind: "other-page" }; // the active tab is not WhatsApp Web

type RestoreLook =
  /** A restore form waits. The offer is good for one fill until `expiresAtMs`. */
  | {
      kind: "form";
      offerId: string;
      /** Names the document; another page in the tab, or another tab, has another. */
      pageId: string;
      /** The content script's own `sender.origin`. */
      origin: string;
      shape: FormShape;
      /** What the page itself calls the form, one short line; may be empty. */
      title: string;
      /** The user has pointed at it. */
      chosen: boolean;
      /** A password box: it hides what is typed, and the browser may offer to save it. */
      masked: boolean;
      expiresAtMs: number;
      /** Current entries, the one to offer first in front. */
      entryIds: string[];
    }
  | { kind: "no-form" } // WhatsApp Web, but no restore form
  | { kind: "ambiguous" } // two forms look alike
  | RefusedLook;

/** A field that reads like the form's is not filled, or one that the user has pointed at. */
export type RefusedLook = { kind: "refused"; why: Refusal; chosen: boolean };

/**
 * What stands on the active tab where it is another page; `host` with its port, in ASCII. `scriptHosts`:
 * others whose scripts the page has loaded, as far as the browser tells.
 */
export type OtherPageLook =
  | {
      kind: "form";
      offerId: string;
      host: string;
      scriptHosts: string[];
      shape: FormShape;
      title: string;
      chosen: boolean;
      masked: boolean;
    }
  | { kind: "no-form" | "ambiguous"; host: string }
  | (RefusedLook & { host: string })
  | { kind: "unsafe"; host: string } // neither https nor this machine, or a document without an origin
  | { kind: "restore-site" } // WhatsApp Web has its own way
  | { kind: "no-leave" }; // the toolbar button was not pressed on that page, or no page may be filled there

/** The form as a person would name it: `boxes` fields of `digitsPerBox`. One field: `boxes: 1`. */
export type FormShape = { boxes: number; digitsPerBox: number; multiline: boolean };

/** The rule that keeps the key from a field. */
export const REFUSALS = [
  "other-code", // it asks for a 40-character code or a PIN
  "password", // a password box: the browser may offer to save what is typed
  "other-purpose", // a message, a search, a number, a name
  "switched-off", // read-only or disabled
  "too-short", // no room for 64 characters
  "not-empty",
  "hidden", // covered, out of sight, or not there for people
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const FILL_OUTCOMES = [
  "filled",
  "filled-button-disabled", // filled and read back, but the page's own button stays disabled
  "page-changed-it", // the page changed what was filled; what we wrote was cleared
  "field-not-usable", // covered, hidden, not empty, or the focus was taken away
  "no-form",
  "ambiguous",
  "no-access",
  "reload-page",
  "interrupted", // no answer came back from the page
] as const;
export type FillOutcome = (typeof FILL_OUTCOMES)[number];

/** What a derived key opens; `mediaHash`: 64 lower-case hex characters. */
export type BackupPurpose = { use: "backup" } | { use: "media"; mediaHash: string };

/**
 * A few bytes of a backup file, for every key to be tried on: the first ciphertext (at most 1 KiB), a whole one of
 * at most 16 MiB with what follows it, or a metadata file. Bytes are base64; `iv` is null for media.
 */
export type BackupChallenge =
  | { ask: "start"; iv: string; start: string }
  | { ask: "tag"; purpose: BackupPurpose; iv: string | null; data: string }
  | { ask: "metadata"; file: string };

/** What one entry's key gave; `payload`: `sqlite` or `zip`, null when it does not show. */
export type BackupAttempt = {
  id: string;
  answer: "right-key" | "damaged" | "plausible" | "no";
  payload: string | null;
};

/**
 * A key as it stands in the page, separators and all; of a selection, anything. `several`: different keys.
 */
export type KeyReading = { kind: "text"; text: string } | { kind: "none" } | { kind: "several" };

/**
 * What came back from a copy: the key as 64 lower-case hex characters, or two of its groups (`at`: 0 to 15)
 * as they stand on paper.
 */
export type CopyEvidence =
  | { kind: "key"; hex: string }
  | { kind: "groups"; groups: [{ at: number; digits: string }, { at: number; digits: string }] };

/** `another-key`: the copy holds a key, and not this one; the entry that it belongs to, if there is one. */
export type CopyProof =
  | { outcome: "proven" }
  | { outcome: "another-key"; entryId: string | null }
  | { outcome: "not-equal" };

type Nothing = Record<string, never>;

/** type → payload and value. */
export type PageRequests = {
  "keyring.state": { payload: Nothing; value: KeyringState };
  "keyring.create": { payload: { passphrase: string }; value: Nothing };
  "keyring.unlock": { payload: { passphrase: string }; value: { notices: StorageNotice[] } };
  "keyring.lock": { payload: Nothing; value: Nothing };
  /** The sealed bytes as they lie in storage, base64; damaged ones too, so that nothing is lost. */
  "keyring.export": { payload: Nothing; value: { sealed: string } };
  /** All different bytes in storage, the set-aside ones too: for whoever must look at each. */
  "keyring.export-all": { payload: Nothing; value: { sealed: string[] } };
  /** Takes sealed bytes from a file, only where no keyring opens: `empty` or `damaged`. Stays locked. */
  "keyring.import": { payload: { sealed: string }; value: Nothing };
  /**
   * The whole keyring in one file under a passphrase of its own (core `keyring-export.ts`), base64. That each
   * of its keys has a copy there, still to be proven, is stored before the answer.
   */
  "keyring.write-export": { payload: { passphrase: string }; value: { file: string } };
  /**
   * Takes in what a page has read from files: a keyring body (core `keyring-body.ts`) as base64, and of when
   * it is. Nothing that is here is lost by it. `added`: keys that were not here; `shortened`: see core
   * `merge-keyrings.ts`.
   */
  "keyring.merge": {
    payload: { body: string; atMs: number };
    value: { added: number; shortened: string[] };
  };
  /** Moves a keyring that does not open out of the way, unchanged, so that a new one can be created. */
  "keyring.set-aside": { payload: Nothing; value: Nothing };
  /** The user is at one of our pages: typing or pointing there is a use. */
  "keyring.use": { payload: Nothing; value: Nothing };
  "passphrase.change": { payload: { current: string; next: string }; value: Nothing };
  "entry.list": { payload: Nothing; value: EntrySummary[] };
  /** Generates, seals and reads back a key; its digits come by `key.reveal` only. */
  "entry.generate": { payload: { label: string; phoneEnding: string }; value: EntrySummary };
  /**
   * `hex`: 64 lower-case hex characters. `replaces`: the entry this key supersedes, which stays as history.
   */
  "entry.add": {
    payload: { hex: string; label: string; phoneEnding: string; replaces: string | null };
    value: EntrySummary;
  };
  "entry.edit": {
    payload: { id: string; label: string; phoneEnding: string; note: string };
    value: EntrySummary;
  };
  "entry.delete": { payload: { id: string }; value: EntrySummary };
  "entry.restore": { payload: { id: string }; value: EntrySummary };
  /** The key as 64 lower-case hex characters. */
  "key.reveal": { payload: { id: string }; value: { hex: string } };
  "key.copy": { payload: { id: string }; value: { clearsAtMs: number } };
  /** The user copied something else in our pages: the scheduled clearing would remove that. */
  "clipboard.taken": { payload: Nothing; value: Nothing };
  "settings.save": { payload: Settings; value: Settings };
  /** Tries every key, earlier and deleted ones too, and stores the proof of those that fit. */
  "backup.prove": { payload: { challenge: BackupChallenge }; value: { attempts: BackupAttempt[] } };
  /** The derived key of one entry for one act, base64: 32 bytes (backup), 48 (media), 64 (metadata). */
  "backup.derive": {
    payload: { id: string; purpose: BackupPurpose | { use: "media-metadata" } };
    value: { bytes: string };
  };
  /** Compares, and stores that this place holds the key. */
  "copy.prove": { payload: { id: string; place: CopyPlace; evidence: CopyEvidence }; value: CopyProof };
  /** A place holds the key no more: what was erased is no copy. */
  "copy.forget": { payload: { id: string; place: CopyPlace }; value: Nothing };
  /** What the vault page keeps; only it reads the texts. */
  "vault.list": { payload: Nothing; value: VaultNote[] };
  /** Puts the note in the place of the one with its id; with an empty text, that one goes. */
  "vault.save": { payload: VaultNote; value: Nothing };
  /** Keeps the faults of one page, and answers with all that are kept: for a report. */
  "fault.collect": { payload: { faults: Fault[] }; value: { faults: Fault[] } };
  "popup.step": { payload: Nothing; value: { step: PopupStep | null } };
  /** The user's next click in the page in front picks a field. */
  "field.choose": { payload: Nothing; value: Nothing };
  /** What the page in front shows as a key, or what is selected there, as it stands there. */
  "key.read": { payload: { from: "page" | "selection" }; value: KeyReading };
  "other.look": { payload: Nothing; value: OtherPageLook };
  /** `host`: as the user has typed it. */
  "other.fill": {
    payload: { offerId: string; entryId: string; host: string };
    value: { outcome: FillOutcome };
  };
  "fill.look": { payload: Nothing; value: FillLook };
  "fill.run": { payload: { offerId: string; entryId: string }; value: { outcome: FillOutcome } };
};

export type PageRequestType = keyof PageRequests;
export type Payload<T extends PageRequestType> = PageRequests[T]["payload"];
export type Value<T extends PageRequestType> = PageRequests[T]["value"];

/**
 * Sent by the background to our pages after a change; carries nothing but its name. `state`: ask again.
 * `step`: a popped-out window should ask for `popup.step`. `look`: another page may be in front, or a form
 * came.
 */
export type Notice = "state" | "step" | "look";
export const NOTICES: readonly Notice[] = ["state", "step", "look"];
