/**
 * All that our own pages may ask of the background. Pages are ours, their payloads are checked all the same.
 *
 * Only `key.reveal` answers with a key; `backup.derive` with one that is derived from it. `passphrase`
 * travels only inside `keyring.create`, `keyring.unlock`, `keyring.write-export`, `passphrase.change`,
 * `passphrase.check`, `passkey.add` and `passkey.remove`.
 */
import { byType, type Defined, type Requests } from "./define-request.ts";
import { BACKUP_REQUESTS } from "./requests/backup.ts";
import { ENTRY_REQUESTS } from "./requests/entry.ts";
import { FAULT_REQUESTS } from "./requests/fault.ts";
import { FILL_REQUESTS } from "./requests/fill.ts";
import { PLACE_REQUESTS } from "./requests/kept-places.ts";
import { KEY_REQUESTS } from "./requests/key.ts";
import { KEYRING_REQUESTS } from "./requests/keyring.ts";
import { PASSKEY_REQUESTS } from "./requests/passkey.ts";
import { VAULT_NOTE_REQUESTS } from "./requests/vault-note.ts";

type OfPages = Defined & {
  /**
   * The request shows that the user is there, so locking is postponed. False for what open pages ask on their
   * own (a web page could cause that by showing a form), and for what is part of leaving.
   */
  readonly isUse: boolean;
  /** After the answer, the page that asked reads the state again. */
  readonly changesState: boolean;
  /** Left out: every page but the vault's, which has a network and asks for no more than it needs. */
  readonly askedBy?: "vault page" | "every page";
};

/** The popup and the full tab, or the vault page. */
export type AskingPage = "page" | "vault-page";

export const PAGE_REQUESTS = [
  ...KEYRING_REQUESTS,
  ...PASSKEY_REQUESTS,
  ...ENTRY_REQUESTS,
  ...KEY_REQUESTS,
  ...BACKUP_REQUESTS,
  ...PLACE_REQUESTS,
  ...VAULT_NOTE_REQUESTS,
  ...FILL_REQUESTS,
  ...FAULT_REQUESTS,
] as const satisfies readonly OfPages[];

type PageRequest = (typeof PAGE_REQUESTS)[number];
export type PageRequestType = PageRequest["type"];
type PageRequests = Requests<PageRequest>;
export type Payload<T extends PageRequestType> = PageRequests[T]["payload"];
export type Value<T extends PageRequestType> = PageRequests[T]["value"];

export function mayAsk(page: AskingPage, { askedBy }: OfPages): boolean {
  return askedBy === "every page" || (askedBy === "vault page") === (page === "vault-page");
}

export const pageRequests = byType<PageRequest, PageRequests>(PAGE_REQUESTS);
