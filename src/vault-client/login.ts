/**
 * One login: the password is tried, the sealed key comes back. It spends an attempt, which the vault gives
 * back when the last message arrives within a minute.
 *
 * Before the attempt: who the vault is. Before its answer is believed: OPAQUE's own proof, which holds the
 * static key, the row id and the vault id; then the signed state; then the sealed key.
 */
import { ok } from "../core/errors.ts";
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import type { Reply, RequestOf } from "../protocol/vault/wire.ts";
import { ask, type Exchange } from "./exchange.ts";
import { finishLogin, type Stretchings, startLogin } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { type KeyContent, openKey } from "./sealed-key.ts";
import { checkState, type Seen } from "./state.ts";
import { checkVault, type Pins } from "./vault-id.ts";

export type LoginWish = {
  /** Normalised. */
  name: string;
  /** As typed. */
  password: string;
  pins: Pins;
  /** What this device knows of the record; null on a device that does not know it. */
  known: (Seen & Pick<VaultAccount, "rowId">) | null;
  /** To be added to the devices of the record: base64url, 32 bytes. Adding one again changes nothing. */
  deviceKey: string | null;
};

export type Opened = {
  content: KeyContent;
  rowId: string;
  generation: number;
  sequence: number;
  signed: VaultAccount["signed"];
  /** Failed tries since the last login that succeeded, and ever. */
  failuresSince: number;
  lifetimeFailures: number;
  /** False where it was wished and sixteen devices are there already. */
  joined: boolean;
  /** Stands for a device in one request, for ten minutes. */
  ticket: string;
};

type Answered = { rowId: string; exportKey: string; finishLoginRequest: string; loginId: string };

function answerVault(
  { password, pins }: LoginWish,
  begun: Awaited<ReturnType<typeof startLogin>>,
  reply: Reply<"/v1/login/start">,
  stretchings: Stretchings,
): Outcome<Answered> {
  const { rowId, loginId, loginResponse, attemptsLeft, retryAfterSeconds } = reply;
  const parties = { rowId, vaultId: pins.vaultId };
  const done = finishLogin(password, begun, loginResponse, parties, stretchings[reply.stretching]);
  if (done === null) return refuse("not-a-vault");
  if (done === "wrong")
    return { ok: false, error: { code: "wrong-password", attemptsLeft, retryAfterSeconds } };
  if (done.serverStaticPublicKey !== pins.publicKey) return refuse("vault-unproven");
  const { exportKey, finishLoginRequest } = done;
  return ok({ rowId, loginId, exportKey, finishLoginRequest });
}

/**
 * The last message. A record that takes no more devices undoes the login, and still takes the same message
 * without a device within the minute: a right password gives the key, whatever stands in the list.
 */
async function finish(
  exchange: Exchange,
  last: RequestOf<"/v1/login/finish">,
  deviceKey: string | null,
): Promise<Outcome<Reply<"/v1/login/finish"> & { joined: boolean }>> {
  if (deviceKey !== null) {
    const joining = await ask(exchange, "/v1/login/finish", { ...last, deviceKey });
    if (joining.ok) return ok({ ...joining.value, joined: true });
    if (joining.error.code !== "too-many-devices") return joining;
  }
  const bare = await ask(exchange, "/v1/login/finish", last);
  return bare.ok ? ok({ ...bare.value, joined: false }) : bare;
}

export async function logIn(
  exchange: Exchange,
  wish: LoginWish,
  stretchings: Stretchings,
): Promise<Outcome<Opened>> {
  const { name, pins, known, deviceKey } = wish;
  const vault = await checkVault(exchange, pins);
  if (!vault.ok) return vault;

  const begun = await startLogin(wish.password);
  const start = await ask(exchange, "/v1/login/start", { name, startLoginRequest: begun.startLoginRequest });
  if (!start.ok) return start;
  // Row ids never change for one secret: another one is another vault behind the same facts.
  if (known && known.rowId !== start.value.rowId) return refuse("vault-unproven");
  const answered = answerVault(wish, begun, start.value, stretchings);
  if (!answered.ok) return answered;

  const { rowId, exportKey, ...last } = answered.value;
  const finished = await finish(exchange, last, deviceKey);
  if (!finished.ok) return finished;
  const { generation, sealedKey, state: signed, ...rest } = finished.value;
  const state = await checkState(signed, pins, { rowId, generation }, known);
  // The attempt was begun: nothing that comes back now was noticed before it.
  if (!state.ok) return state.error.code === "vault-changed" ? refuse("vault-unproven") : state;
  const content = openKey(sealedKey, exportKey, { vaultId: pins.vaultId, rowId, generation });
  if (!content.ok) return content;
  const { sequence } = state.value;
  return ok({ ...rest, content: content.value, rowId, generation, sequence, signed: state.value.signed });
}
