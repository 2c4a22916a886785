/**
 * Has the vault signed what is said of a record? Whoever asks it, and whoever takes in a keyring from a file,
 * believes nothing else of a record's state.
 *
 * Ed25519 (RFC 8032) by WebCrypto: Chromium 137, Firefox 129 and Node 20 or newer.
 */
import { fromBase64Url } from "../../core/base64url.ts";
import { type Bytes, bytesToUtf8 } from "../../core/bytes.ts";
import {
  atLowestState,
  highestState,
  statesAhead,
  type VaultAccount,
} from "../../core/keyring/vault-record.ts";
import { read } from "../../core/schema.ts";
import { stateSigned, type Version } from "./proof.ts";
import { stateText } from "./wire.ts";
import { stateText1 } from "./wire-1.ts";

const ED25519 = "Ed25519";
/** This room has no types of the browser's; every context that runs it has this part of WebCrypto. */
type PublicKey = { readonly type: "public" };
type WithSubtle = {
  crypto: {
    subtle: {
      importKey(as: "raw", key: Bytes, name: string, out: boolean, use: string[]): Promise<PublicKey>;
      verify(name: string, key: PublicKey, signature: Bytes, message: Bytes): Promise<boolean>;
    };
  };
};

export async function isSignedBy(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const { subtle } = (globalThis as unknown as WithSubtle).crypto;
  const imported = await subtle.importKey("raw", key, ED25519, false, ["verify"]).catch(() => null);
  if (!imported) return false;
  return subtle.verify(ED25519, imported, signature, message);
}

export function parseStatement(statement: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(statement));
  } catch {
    return null;
  }
}

/** Does the account hold its vault's own signature on this very state of this very record? */
async function isStateSigned(account: VaultAccount): Promise<boolean> {
  const { signed: from, stateKey } = account;
  if (from === null) return false;
  const [key, signature, statement] = [stateKey, from.signature, from.statement].map(fromBase64Url);
  if (!key || !signature || !statement) return false;
  const parsed = parseStatement(statement);
  // A keyring keeps what was signed before version 2, until the vault's next answer.
  const state = read(stateText, parsed) ?? read(stateText1, parsed);
  if (state === null) return false;
  const signed = stateSigned(statement, state.version as Version);
  if (!(await isSignedBy(key, signature, signed))) return false;
  return (["vaultId", "rowId", "generation", "sequence"] as const).every(
    (name) => state[name] === account[name],
  );
}

/**
 * The account as far as it can be believed where it comes from a file: without a signature, at its lowest. What
 * waits in it to be sent is not sent from here: the file's maker may have written it.
 */
export async function believedAccount(
  said: VaultAccount,
  nowMs: number,
): Promise<{ account: VaultAccount; isVerified: boolean }> {
  const account = { ...said, pending: null, createdAtMs: Math.min(said.createdAtMs, nowMs) };
  const isVerified = await isStateSigned(account);
  return { account: isVerified ? account : atLowestState(account), isVerified };
}

/** The account with the highest state of its record that its vault has signed for any of the others. */
export async function highestSignedState(
  account: VaultAccount,
  others: readonly VaultAccount[],
): Promise<VaultAccount> {
  for (const other of statesAhead(account, others))
    if (await isStateSigned(other)) return highestState(account, [other]);
  return account;
}
