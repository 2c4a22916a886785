/**
 * Everything a page of ours can ask for. The real one talks to the background (`ui/background-api.ts`),
 * tests use an in-memory double: pages are functions of state and this.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Result } from "../core/errors.ts";
import type { DeriveKey } from "../core/sealed/kdf.ts";
import type { PasskeyCeremony } from "../platform/passkey-ceremony.ts";
import type { Notice, PopupStep } from "../protocol/page.ts";
import type { PageRequestType, Payload, Value } from "../protocol/page-requests.ts";
import type { Stretchings } from "../vault-client/opaque.ts";

export type Api = {
  /** One request to the background; a dead or silent worker is the failure `internal`. */
  ask<T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Result<Value<T>>>;
  /** Calls back on a change published by the background; returns the way to stop. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /**
   * Opens the full tab at a place (`#add`, `#key/<id>`, `#settings`, or `` for its start), or brings it
   * forward.
   */
  openApp(hash: string): Promise<void>;
  /** Opens the page of the vault, or brings it forward. */
  openVault(): Promise<void>;
  /** Opens the popup in a window of its own. */
  popOut(): Promise<void>;
  /** What asks an authenticator for passkeys; null where this browser has no way to it. */
  readonly passkeys: PasskeyCeremony | null;
  /** Opens the small window that asks for a passkey, from the popup. `step`: where that was on its way to. */
  openPasskeyWindow(step: PopupStep | null): Promise<void>;
  /** Closes that window, and opens the popup again where the browser allows it. */
  returnToPopup(): Promise<void>;
  /** Closes the popup, so that the page behind it can be used. */
  closePopup(): void;
  /** Reloads this page. */
  reloadPage(): void;
  reloadTab(tabId: number): Promise<void>;
  /** Opens https://web.whatsapp.com in a tab. */
  openRestoreSite(): Promise<void>;
  /** Asks the browser for access to the restore site; must be called within a user's act. */
  requestSiteAccess(): Promise<boolean>;
  /** Saves bytes to a file that the browser downloads. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** The shortcuts as they are set now; empty where there is none. */
  shortcuts(): Promise<{ open: string; fill: string }>;
  /** Opens our own files with their passphrase. */
  deriveKey: DeriveKey;
  /** What a vault password costs whoever tries it. */
  stretchings: Stretchings;
  nowMs(): number;
  /** Calls `act` after so long; returns the way to call it off. */
  after(ms: number, act: () => void): () => void;
  /** As in the manifest. */
  readonly version: string;
};

const ApiContext = createContext<Api | null>(null);

export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error("no page above");
  return api;
}
