/**
 * What the keyring keeps of one record in a vault: where it lies, which vault it was, what proves this
 * device, and the highest state seen. The password is not in it, nor anything made from it. Whether the
 * record counts as a copy of its key is told by that entry's copies ({@link placeOf}).
 *
 * Bytes are base64url text, as they travel. Reading is strict; bounds and parser are here, the steps that
 * make and change an account in `vault-client/`.
 */
import { isBase64Url } from "../base64url.ts";
import { exactly, isId, isText, isTime } from "../shapes.ts";
import { vaultPlace } from "./proven-copies.ts";

/**
 * What was begun and may not have arrived. It is stored before the message is sent, and sent again as it stands:
 * - `enrol`, `reset`: `body` is that of the finishing request, JSON text.
 * - `erased`: the vault said that it has the record no more; a login may show that it has.
 * - `delete`: the record was to be deleted.
 */
export type PendingStep = { step: "enrol" | "reset"; body: string } | { step: (typeof BARE_STEPS)[number] };

const BARE_STEPS = ["erased", "delete"] as const;

export type VaultAccount = {
  /** The vault's origin: `https://vault.example.org`. */
  address: string;
  /** Normalised. */
  name: string;
  /** 16 bytes. */
  vaultId: string;
  /** OPAQUE's static key of the vault, 32 bytes, pinned at enrolment. */
  publicKey: string;
  /** Ed25519, 32 bytes, pinned at enrolment. */
  stateKey: string;
  /** 32 bytes: the account, without its name. */
  rowId: string;
  /** Ed25519 (RFC 8032 §5.1.5), 32 bytes: may replace or delete the record, never read it. */
  deviceSeed: string;
  /** Its public half, 32 bytes: WebCrypto imports both or neither. */
  deviceKey: string;
  /** The highest (generation, sequence) that the vault has signed. */
  generation: number;
  sequence: number;
  /** The entry whose key is kept there. */
  entryId: string;
  createdAtMs: number;
  pending: PendingStep | null;
};

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
export function afterLogin(
  account: VaultAccount,
  state: Pick<VaultAccount, "generation" | "sequence">,
): VaultAccount {
  const awaited = awaitedGeneration(account);
  const isOver = account.pending?.step === "erased" || (awaited !== null && awaited <= state.generation);
  return atState({ ...account, pending: isOver ? null : account.pending }, state);
}

/** A state that can be compared: whole numbers within the bounds. */
export const isState = ({ generation, sequence }: Pick<VaultAccount, "generation" | "sequence">): boolean =>
  isCount(generation, 1) && isCount(sequence, 0);

const isOneRecord = (a: VaultAccount, b: VaultAccount) =>
  (["vaultId", "publicKey", "stateKey", "rowId"] as const).every((name) => a[name] === b[name]);

const isAhead = (a: VaultAccount, b: VaultAccount) =>
  a.generation > b.generation || (a.generation === b.generation && a.sequence > b.sequence);

/**
 * The account with the highest state of its record that any of the others has seen, so that a vault which
 * goes back behind it is found out. Device and facts stay: whoever has both notes may not have the other's
 * device any more.
 *
 * @param others - of any records, in any order. @returns the same object where none is ahead.
 */
export function highestState(account: VaultAccount, others: readonly VaultAccount[]): VaultAccount {
  const highest = others
    .filter((other) => isOneRecord(account, other))
    .reduce((one, other) => (isAhead(other, one) ? other : one), account);
  return highest === account ? account : atState(account, highest);
}

/**
 * The account once this state of it is known: a password that waits for a generation which is over waits no
 * more.
 */
export function atState(
  account: VaultAccount,
  { generation, sequence }: Pick<VaultAccount, "generation" | "sequence">,
): VaultAccount {
  const awaited = awaitedGeneration(account);
  const pending = awaited !== null && awaited < generation ? null : account.pending;
  return { ...account, generation, sequence, pending };
}

/** The place that this record is among the copies of its key. */
export const placeOf = ({ vaultId, rowId }: Pick<VaultAccount, "vaultId" | "rowId">) =>
  vaultPlace(vaultId, rowId);

/** https anywhere, http on this computer; an origin and no more. */
const ADDRESS = /^(https:\/\/[^/@\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/;
export const LONGEST_ADDRESS = 300;
export const LONGEST_ACCOUNT_NAME = 128;
/** UTF-16 units of a pending request's body. */
const LONGEST_PENDING = 4096;
const HIGHEST = 2 ** 31 - 1;

const FIELDS = [
  "address",
  "name",
  "vaultId",
  "publicKey",
  "stateKey",
  "rowId",
  "deviceSeed",
  "deviceKey",
  "generation",
  "sequence",
  "entryId",
  "createdAtMs",
  "pending",
] as const satisfies readonly (keyof VaultAccount)[];

const isCount = (value: unknown, least: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= HIGHEST;

/** The step, null where none is pending, undefined for what is neither. */
function readPending(raw: unknown): PendingStep | null | undefined {
  if (raw === null) return null;
  const bare = exactly(raw, "step");
  if (bare) return BARE_STEPS.map((step) => ({ step })).find(({ step }) => step === bare.step);
  const { step, body } = exactly(raw, "step", "body") ?? {};
  if (step !== "enrol" && step !== "reset") return undefined;
  return isText(body, LONGEST_PENDING) ? { step, body } : undefined;
}

/** The account when it is exactly that, every value in its bounds; null for anything else. */
export function readVaultAccount(raw: unknown): VaultAccount | null {
  const f = exactly(raw, ...FIELDS);
  if (!f) return null;
  const pending = readPending(f.pending);
  const { address, name, entryId, createdAtMs, generation, sequence } = f;
  const { vaultId, publicKey, stateKey, rowId, deviceSeed, deviceKey } = f;
  if (pending === undefined || !isText(address, LONGEST_ADDRESS) || !ADDRESS.test(address)) return null;
  if (!isText(name, LONGEST_ACCOUNT_NAME) || name === "" || !isId(entryId) || !isTime(createdAtMs))
    return null;
  if (!isCount(generation, 1) || !isCount(sequence, 0) || !isBase64Url(vaultId, 16)) return null;
  if (!isBase64Url(publicKey, 32) || !isBase64Url(stateKey, 32) || !isBase64Url(rowId, 32)) return null;
  if (!isBase64Url(deviceSeed, 32) || !isBase64Url(deviceKey, 32)) return null;
  const keys = { vaultId, publicKey, stateKey, rowId, deviceSeed, deviceKey };
  return { address, name, ...keys, generation, sequence, entryId, createdAtMs, pending };
}

/** The account in a note's text; null for anything else, as where a newer version wrote it. */
export function parseVaultAccount(text: string): VaultAccount | null {
  try {
    return readVaultAccount(JSON.parse(text));
  } catch {
    return null;
  }
}
