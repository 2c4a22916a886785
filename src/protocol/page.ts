/**
 * What the background answers to our own pages, and tells them unasked. What they may ask is defined in
 * `page-requests.ts`.
 */

import type { Mark } from "../core/keyring/entry-marks.ts";
import type { KeyringStatus } from "../core/keyring/lock-state.ts";
import type { KeyPlace, Origin } from "../core/keyring/opened-keyring.ts";
import type { Settings } from "../core/keyring/settings.ts";
import type { FormShape, RefusedLook } from "./content-requests.ts";

/** An entry without its key. Times are milliseconds since 1970 (UTC). */
export type EntrySummary = {
  id: string;
  label: string;
  /** Last digits of the phone number, 0 to 4 of them. */
  phoneEnding: string;
  note: string;
  origin: Origin;
  /** 8 characters, safe to show in public. */
  keyId: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  testedAtMs: number | null;
  places: KeyPlace[];
  marks: Mark[];
  /** Places outside this browser that are verified. */
  verifiedPlaces: number;
  /** True once the key is verified in two places outside this browser: the amber warning goes. */
  safe: boolean;
  /** The entry that replaced this one; the key stays as history. */
  supersededBy: string | null;
  deletedAtMs: number | null;
  /** When a deleted entry is erased for good; null unless deleted. */
  erasedAtMs: number | null;
};

/** Where nothing is known of it, `name` is empty and `addedAtMs` null. The others are in base64url. */
export type PasskeySummary = {
  id: string;
  credentialId: string;
  salt: string;
  name: string;
  addedAtMs: number | null;
};

/** What was noticed while reading the stored copies; each has its sentence in `ui/text/en/errors.ts`. */
export type StorageNotice =
  | "copy-healed" // a damaged copy was rewritten from another
  | "copy-damaged" // a damaged copy could not be rewritten; it stays as it is
  | "copy-unreadable" // the browser does not let a local copy be read; the other two stored copies carry on
  | "copy-missing" // a copy that should be there was not
  | "copy-outdated" // one copy held an older state than the others
  | "copy-forked" // one copy is no earlier state of the newest one: another profile's, say; it was set aside
  | "newest-unopened" // the newest copy does not open, an older one did; the newest was set aside
  | "rolled-back" // every copy is older than what this browser session has seen
  | "passkeys-dropped" // a new keyring key at this unlock; passkeys were not at hand to be asked for it
  | "third-copy-failed"; // IndexedDB cannot be read, or did not take the last write; the local copies did

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
  | { kind: "no-leave" }; // the toolbar button was not pressed there, or no extension may run on that page

/** What one entry's key gave; `payload`: `sqlite` or `zip`, null when it does not show. */
export type BackupAttempt = {
  id: string;
  answer: "right-key" | "damaged" | "plausible" | "no";
  payload: string | null;
};

/**
 * `another-key`: the place holds a different key. `entryId`: the entry that has that key, if there is one.
 * `own-copy`: what was pasted may be what Sixtyfour itself has copied. `isCleared`: the clipboard is empty now.
 */
export type PlaceCheck =
  | { outcome: "verified" }
  | { outcome: "another-key"; entryId: string | null }
  | { outcome: "not-equal" }
  | { outcome: "own-copy"; isCleared: boolean };

/**
 * Sent by the background to our pages after a change; carries nothing but its name. `state`: ask again.
 * `step`: a popped-out window should ask for `popup.step`. `look`: another page may be in front, or a form or a
 * key came or went there. `change`: the page that was looked at has changed in some other way.
 */
export type Notice = "state" | "step" | "look" | "change";
export const NOTICES: readonly Notice[] = ["state", "step", "look", "change"];
