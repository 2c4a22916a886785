/** What the services need of the browser: `platform` gives the real thing, tests one in memory. */

import type { FaultCode, FaultLog } from "../core/fault.ts";
import type { DeriveKey } from "../core/sealed/kdf.ts";
import type { Place, StoredCopies } from "../core/sealed/stored-copies.ts";
import type { ActiveTab } from "../platform/active-tab.ts";
import type { Waiting } from "../protocol/content-requests.ts";
import type { Notice } from "../protocol/page.ts";

export type SealedPort = {
  /** Never rejects: a place that cannot be read says so. */
  read(): Promise<StoredCopies>;
  /** Rejects when the bytes were not taken. */
  write(place: Place, sealed: Uint8Array): Promise<void>;
  remove(place: Place): Promise<void>;
  /** Keeps bytes beside the keyring. Rejects when there is no room: then they must stay where they are. */
  setAside(sealed: Uint8Array): Promise<void>;
  /** Moves what an earlier version or a broken database left beside the local copies. Never rejects. */
  moveAside(): Promise<void>;
  readAside(): Promise<Uint8Array[]>;
  /** What core `sealed-sightings.ts` writes; null: nothing. Both may reject. */
  readSightings(): Promise<Uint8Array | null>;
  writeSightings(sealed: Uint8Array | null): Promise<void>;
  /** Lets go of what was set aside and passes this test. */
  dropAside(isDropped: (sealed: Uint8Array) => boolean): Promise<void>;
};

type ValuePort = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

type AlarmPort = {
  at(name: "lock" | "clipboard", whenMs: number): Promise<void>;
  every(name: "tick", minutes: number): Promise<void>;
  clear(name: "lock" | "tick" | "clipboard"): Promise<void>;
};

/**
 * Has there been no input for so long that nobody is at the computer? Never true where an event tells of the
 * screen's lock.
 */
type IdlePort = { isIdle(): Promise<boolean> };

type ClipboardPort = {
  hold(copyId: string, text: string, clearsInMs: number): Promise<boolean>;
  clear(): Promise<boolean>;
  forget(): Promise<void>;
};

type PagePort = {
  findActiveTab(): Promise<ActiveTab | null>;
  /** To our script in the tab's top frame. Rejects when there is none. */
  send(tabId: number, documentId: string | null, type: string, payload: unknown): Promise<unknown>;
  hasSiteAccess(): Promise<boolean>;
  showBadge(tabId: number, waiting: Waiting): Promise<void>;
  /** The toolbar button of every tab where nothing waits: a key is verified in fewer than two places. */
  showUnsafe(isUnsafe: boolean): Promise<void>;
  /** What is selected in the tab's top frame, a string. Rejects where no script of ours may be. */
  readSelection(tabId: number): Promise<unknown>;
  /**
   * Marks the field under the pointer, or no longer, by a style sheet that the page cannot read or override.
   */
  highlight(tabId: number, on: boolean): Promise<void>;
};

/** Our script in a page that is not WhatsApp Web's. Both reject where it cannot be, or is no longer. */
type OtherPagePort = {
  look(tabId: number): Promise<{ documentId: string | null; value: unknown }>;
  fill(tabId: number, documentId: string | null, token: string, hex: string): Promise<unknown>;
};

/** What fails without anybody having expected it. */
type FaultPort = {
  log(code: FaultCode, thrown: unknown): void;
  kept: FaultLog;
};

export type Ports = {
  nowMs(): number;
  /** Argon2id in the extension. */
  deriveKey: DeriveKey;
  sealed: SealedPort;
  /** Memory that outlives the worker and ends with the browser. */
  session: ValuePort;
  /** Lies on the disk as it is: nothing that is secret, and nothing about anybody's keys. */
  lasting: ValuePort;
  alarms: AlarmPort;
  idle: IdlePort;
  clipboard: ClipboardPort;
  page: PagePort;
  otherPage: OtherPagePort;
  faults: FaultPort;
  /** Where the browser refuses its popup, a window of our own. */
  openPopup(): Promise<"popup" | "window">;
  publish(notice: Notice): void;
};
