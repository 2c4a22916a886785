/** What our pages ask about the keyring as a whole. */
import * as v from "valibot";
import { type Settings, settingsSchema } from "../../core/keyring/settings.ts";
import { MOST_EXPORT_BYTES } from "../../core/keyring/storage-budget.ts";
import { SETTING_NAMES } from "../../core/keyring/stricter-settings.ts";
import { exact, id, list, type Nothing, nothing, text, timeMs } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { KeyringState, StorageNotice } from "../page.ts";
import { newPassphrase, triedPassphrase } from "./passphrases.ts";

const base64Of = (most: number) => text(Math.ceil(most / 3) * 4);
/** Of the body of a Sixtyfour file. */
const bodyText = base64Of(MOST_EXPORT_BYTES);

const settingNames = list(v.picklist(SETTING_NAMES), SETTING_NAMES.length);

export const KEYRING_REQUESTS = [
  defineRequest("keyring.state", {
    payload: () => nothing,
    answer: answer<KeyringState>(),
    isUse: false,
    changesState: false,
    askedBy: "every page",
  }),
  defineRequest("keyring.create", {
    payload: () => exact({ passphrase: newPassphrase }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: true,
    askedBy: "every page",
  }),
  defineRequest("keyring.unlock", {
    payload: () => exact({ passphrase: triedPassphrase }),
    answer: answer<{ notices: StorageNotice[] }>(),
    isUse: true,
    changesState: true,
    askedBy: "every page",
  }),
  defineRequest("keyring.lock", {
    payload: () => nothing,
    answer: answer<Nothing>(),
    isUse: false,
    changesState: true,
    askedBy: "every page",
  }),
  /** The sealed bytes as they lie in storage, base64; damaged ones too, so that nothing is lost. */
  defineRequest("keyring.export", {
    payload: () => nothing,
    answer: answer<{ sealed: string }>(),
    isUse: true,
    changesState: false,
  }),
  /** Every distinct sealed keyring in storage, also those that were set aside, so that each can be tried. */
  defineRequest("keyring.export-all", {
    payload: () => nothing,
    answer: answer<{ sealed: string[] }>(),
    isUse: true,
    changesState: false,
  }),
  /**
   * The whole keyring as a Sixtyfour file under a file password (core `keyring-export.ts`), base64. Before
   * the answer, the file is stored as a place of each of its keys, not verified yet.
   */
  defineRequest("keyring.write-export", {
    payload: () => exact({ passphrase: newPassphrase }),
    answer: answer<{ file: string }>(),
    isUse: true,
    changesState: true,
  }),
  /**
   * Merges what a page has read from files: a keyring body (core `keyring-body.ts`) as base64, and its time.
   * Nothing in the keyring is lost, and nothing of the file is believed that cannot be verified. `settings`:
   * those that the user wants, taken where they are stricter. `isExport`: they come from a Sixtyfour file, which so
   * is verified as a place of each key in it. `added`: how many keys were new; `shortened`: see
   * core `merge-keyrings.ts`; `undoId`: undoes it until the keyring locks, null where nothing can.
   */
  defineRequest("keyring.merge", {
    payload: () => exact({ body: bodyText, atMs: timeMs, settings: settingNames, isExport: v.boolean() }),
    answer: answer<{ added: number; shortened: string[]; undoId: string | null }>(),
    isUse: true,
    changesState: true,
    askedBy: "every page",
  }),
  /** `undoId`: of the last merge, for as long as it can be undone: until the keyring locks. Else null. */
  defineRequest("keyring.last-merge", {
    payload: () => nothing,
    answer: answer<{ undoId: string | null }>(),
    isUse: false,
    changesState: false,
  }),
  /** Takes back what the last merge has changed. `stayed`: its keys that were changed since. */
  defineRequest("keyring.undo-merge", {
    payload: () => exact({ undoId: id }),
    answer: answer<{ stayed: number }>(),
    isUse: true,
    changesState: true,
  }),
  /**
   * What an import is compared with: the notes of vaults, each with its address where it can be read. A
   * forgotten one stays forgotten, whatever a file says.
   */
  defineRequest("keyring.vault-addresses", {
    payload: () => nothing,
    answer: answer<{ notes: { id: string; address: string | null; isForgotten: boolean }[] }>(),
    isUse: false,
    changesState: false,
  }),
  /**
   * Moves a keyring that does not open out of the way, unchanged, so that a new one can be created. `seen`: what
   * the user was shown. Where it is no longer so, nothing is moved.
   */
  defineRequest("keyring.set-aside", {
    payload: () => exact({ seen: v.picklist(["damaged", "whole"]) }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: true,
  }),
  /** The user is at one of our pages. What counts as use there: `ui/use-watch.ts`. */
  defineRequest("keyring.use", {
    payload: () => nothing,
    answer: answer<Nothing>(),
    isUse: true,
    changesState: false,
    askedBy: "every page",
  }),
  defineRequest("settings.save", {
    payload: () => settingsSchema,
    answer: answer<Settings>(),
    isUse: true,
    changesState: true,
  }),
] as const;
