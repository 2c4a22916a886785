/** What the vault page has the keyring keep; only it reads the texts. */
import { type VaultNote, vaultNoteSchema } from "../../core/keyring/opened-keyring.ts";
import { type Nothing, nothing } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";

export const VAULT_NOTE_REQUESTS = [
  // An open vault page asks again after every change: no sign that somebody is there.
  defineRequest("vault.list", {
    payload: () => nothing,
    answer: answer<VaultNote[]>(),
    isUse: false,
    changesState: false,
    askedBy: "vault page",
  }),
  /** Puts the note in the place of the one with its id; with an empty text, that one goes. */
  defineRequest("vault.save", {
    payload: () => vaultNoteSchema,
    answer: answer<Nothing>(),
    isUse: true,
    changesState: false,
    askedBy: "vault page",
  }),
] as const;
