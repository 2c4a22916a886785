/**
 * What the keyring keeps of one vault entry: where it lies, which vault it is, what identifies this device
 * there, and the highest state seen. The password is not in it, nor anything made from it. Whether the vault
 * entry counts as a place of its key is told by that key's places ({@link placeOf}).
 *
 * Bytes are base64url text, as they travel. Reading is strict; bounds and parser are here, the steps that
 * make and change an account in `vault-client/`.
 */
import * as v from "valibot";
import { base64Url, exact, id, integer, read, type TypeOf, text, timeMs } from "../schema.ts";
import { vaultPlace } from "./verified-places.ts";

/** https anywhere, http on this computer. */
const SCHEME = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$)/;
type WithUrl = { URL: new (text: string) => { origin: string } };

/** The origin that a browser would ask at this address, in ASCII; null where it would ask none. */
export function originOf(address: string): string | null {
  try {
    return new (globalThis as unknown as WithUrl).URL(address).origin;
  } catch {
    return null;
  }
}

/**
 * An origin as a browser writes it, and no more. A host name that is written in other letters than the
 * browser's own would look like another vault's.
 */
export const isVaultAddress = (address: string): boolean =>
  SCHEME.test(address) && originOf(address) === address;
export const LONGEST_ADDRESS = 300;
export const LONGEST_ACCOUNT_NAME = 128;
/** UTF-16 units of a pending request's body. */
const LONGEST_PENDING = 4096;
const HIGHEST = 2 ** 31 - 1;

const generationSchema = integer(1, HIGHEST);
const sequenceSchema = integer(0, HIGHEST);

/**
 * What was begun and may not have arrived. It is stored before the message is sent, and sent again as it stands:
 * - `enrol`, `reset`: `body` is that of the finishing request, JSON text.
 * - `erased`: the vault said that it has the record no more; a login may show that it has.
 * - `delete`: the record was to be deleted.
 */
const pendingSchema = v.union([
  exact({ step: v.picklist(["enrol", "reset"]), body: text(LONGEST_PENDING) }),
  exact({ step: v.picklist(["erased", "delete"]) }),
]);
export type PendingStep = TypeOf<typeof pendingSchema>;

/** What the vault says of the record, and its signature: as on the wire. */
const signedSchema = exact({ statement: base64Url(1, 768), signature: base64Url(64) });

export const vaultAccountSchema = exact({
  /** The vault's origin: `https://vault.example.org`. */
  address: v.pipe(text(LONGEST_ADDRESS), v.check(isVaultAddress)),
  /** Normalised. */
  name: text(LONGEST_ACCOUNT_NAME, 1),
  vaultId: base64Url(16),
  /** OPAQUE's static key of the vault, pinned at enrolment. */
  publicKey: base64Url(32),
  /** Ed25519, pinned at enrolment. */
  stateKey: base64Url(32),
  /** The account, without its name. */
  rowId: base64Url(32),
  /** Ed25519 (RFC 8032 §5.1.5): may replace or delete the record, never read it. */
  deviceSeed: base64Url(32),
  /** Its public half: WebCrypto imports both or neither. */
  deviceKey: base64Url(32),
  /** The highest (generation, sequence) that the vault has signed. */
  generation: generationSchema,
  sequence: sequenceSchema,
  /** The vault's statement of that state, for another keyring to verify; null where none is known. */
  signed: v.exactOptional(v.nullable(signedSchema), null),
  /** The entry whose key is kept there. */
  entryId: id,
  createdAtMs: timeMs,
  pending: v.nullable(pendingSchema),
});
export type VaultAccount = TypeOf<typeof vaultAccountSchema>;
/** A state of a record that a vault has signed. */
export type RecordState = Pick<VaultAccount, "generation" | "sequence" | "signed">;

/** The generation that the password which waits leads to; null where none waits. */
export function awaitedGeneration({ generation, pending }: VaultAccount): number | null {
  if (pending?.step === "enrol") return generation;
  if (pending?.step !== "reset") return null;
  try {
    return Number(JSON.parse(pending.body).generation) + 1 || null;
  } catch {
    return null;
  }
}

/** Once a login has opened this state with the password: what was awaited is there, or overtaken. */
export function afterLogin(account: VaultAccount, state: RecordState): VaultAccount {
  const awaited = awaitedGeneration(account);
  const isOver = account.pending?.step === "erased" || (awaited !== null && awaited <= state.generation);
  return atState({ ...account, pending: isOver ? null : account.pending }, state);
}

/**
 * The lowest state there is, with which a record begins whose state is only said by a file: the vault's next
 * answer raises it.
 */
export function atLowestState(account: VaultAccount): VaultAccount {
  return { ...account, generation: 1, sequence: 0, signed: null };
}

const isOneRecord = (a: VaultAccount, b: VaultAccount) =>
  (["vaultId", "publicKey", "stateKey", "rowId"] as const).every((name) => a[name] === b[name]);

const isAhead = (a: VaultAccount, b: VaultAccount) =>
  a.generation > b.generation || (a.generation === b.generation && a.sequence > b.sequence);

/** Those of the others that know a higher state of the same record, the highest first. */
export function statesAhead(account: VaultAccount, others: readonly VaultAccount[]): VaultAccount[] {
  return others
    .filter((other) => isOneRecord(account, other) && isAhead(other, account))
    .sort((a, b) => (isAhead(a, b) ? -1 : 1));
}

/**
 * The account with the highest state of its record that any of the others has seen, so that a vault which
 * goes back behind it is found out. Device and facts stay: whoever has both notes may not have the other's
 * device any more.
 *
 * @param verified - of any records, in any order: only what the vault's own signature was verified for.
 * @returns the same object where none is ahead.
 */
export function highestState(account: VaultAccount, verified: readonly VaultAccount[]): VaultAccount {
  const [highest] = statesAhead(account, verified);
  return highest ? atState(account, highest) : account;
}

/**
 * The account once this state of it is known: a password that waits for a generation which is over waits no
 * more.
 */
export function atState(account: VaultAccount, { generation, sequence, signed }: RecordState): VaultAccount {
  const awaited = awaitedGeneration(account);
  const pending = awaited !== null && awaited < generation ? null : account.pending;
  return { ...account, generation, sequence, signed, pending };
}

/** The place that this vault entry is for its key. */
export const placeOf = ({ vaultId, rowId }: Pick<VaultAccount, "vaultId" | "rowId">) =>
  vaultPlace(vaultId, rowId);

/** The account in a note's text; null for anything else, as where a newer version wrote it. */
export function parseVaultAccount(note: string): VaultAccount | null {
  try {
    return read(vaultAccountSchema, JSON.parse(note));
  } catch {
    return null;
  }
}
