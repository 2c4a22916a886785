/**
 * What our pages ask about passkeys. A page asks the authenticator, because the background has no window.
 * The PRF output goes to the background alone, and no answer holds it.
 */
import { passkeyNameSchema } from "../../core/keyring/passkey-names.ts";
import { base64Url, exact, id, list, type Nothing, nothing } from "../../core/schema.ts";
import {
  MOST_CREDENTIAL_ID_BYTES,
  MOST_PASSKEYS,
  PASSKEY_SALT_BYTES,
  PRF_OUTPUT_BYTES,
} from "../../core/sealed/slots/passkey-slot.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { PasskeySummary, StorageNotice } from "../page.ts";
import { newPassphrase, triedPassphrase } from "./passphrases.ts";

/** What an authenticator gave for a salt. */
const passkeyAnswer = () =>
  exact({
    credentialId: base64Url(1, MOST_CREDENTIAL_ID_BYTES),
    salt: base64Url(PASSKEY_SALT_BYTES),
    prfOutput: base64Url(PRF_OUTPUT_BYTES),
  });

/** Those that are to stay, each for a fresh salt. */
const kept = () => list(passkeyAnswer(), MOST_PASSKEYS);

export const PASSKEY_REQUESTS = [
  /** The names only while unlocked; nobody vouches for the rest until the keyring opens. */
  defineRequest("passkey.list", {
    payload: () => nothing,
    answer: answer<{ passkeys: PasskeySummary[] }>(),
    isUse: false,
    changesState: false,
  }),
  /** Before somebody is led from passkey to passkey, or a new one is made that nothing would know. */
  defineRequest("passphrase.check", {
    payload: () => exact({ passphrase: triedPassphrase }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: false,
  }),
  defineRequest("passkey.add", {
    payload: () =>
      exact({ passphrase: triedPassphrase, name: passkeyNameSchema, added: passkeyAnswer(), kept: kept() }),
    answer: answer<Dropped>(),
    isUse: true,
    changesState: false,
  }),
  defineRequest("passkey.remove", {
    payload: () => exact({ passphrase: triedPassphrase, id, kept: kept() }),
    answer: answer<Dropped>(),
    isUse: true,
    changesState: false,
  }),
  defineRequest("passphrase.change", {
    payload: () => exact({ current: triedPassphrase, next: newPassphrase, kept: kept() }),
    answer: answer<Dropped>(),
    isUse: true,
    changesState: false,
  }),
  defineRequest("keyring.unlock-by-passkey", {
    payload: passkeyAnswer,
    answer: answer<{ notices: StorageNotice[] }>(),
    isUse: true,
    changesState: true,
  }),
] as const;

/** `dropped`: names of the passkeys that were to stay, and did not answer; empty where one has none. */
type Dropped = { dropped: string[] };
