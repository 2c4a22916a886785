/**
 * One login: the password is tried, and the sealed key comes back. It spends an attempt; the vault gives the
 * attempt back when the last message arrives within a minute.
 *
 * Before the attempt, the vault's facts are compared with the pinned ones, and the memory that the password takes is
 * tried. Before its answer is believed,
 * three checks follow: OPAQUE's own (over static key, row id and vault id), the signed state, and the sealed
 * key.
 */
import { ok } from "../core/errors.ts";
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import type { Reply, RequestOf } from "../protocol/vault/wire.ts";
import { ask, type Exchange } from "./exchange.ts";
import { canStretch, finishLogin, type Stretchings, startLogin } from "./opaque.ts";
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
  /** What this device knows of the vault entry; null if it knows nothing of it. */
  known: (Seen & Pick<VaultAccount, "rowId">) | null;
  /** A device to add to the vault entry: base64url, 32 bytes. Adding it again changes nothing. */
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
 * Sends the last message. If the vault entry has as many devices as it can, the vault refuses the login, but
 * takes the same message without a device within a minute: a full list must not keep anyone from their key.
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

  if (!(await canStretch(stretchings))) return refuse("cannot-derive");
  const begun = await startLogin(wish.password);
  const start = await ask(exchange, "/v1/login/start", { name, startLoginRequest: begun.startLoginRequest });
  if (!start.ok) return start;
  // A vault's secret gives a name the same row id for ever: a different one comes from a different vault that
  // repeats the pinned one's facts.
  if (known && known.rowId !== start.value.rowId) return refuse("vault-unproven");
  const answered = answerVault(wish, begun, start.value, stretchings);
  if (!answered.ok) return answered;

  const { rowId, exportKey, ...last } = answered.value;
  const finished = await finish(exchange, last, deviceKey);
  if (!finished.ok) return finished;
  const { generation, sealedKey, state: signed, ...rest } = finished.value;
  const state = await checkState(signed, pins, { rowId, generation }, known);
  // `vault-changed` would say that no attempt was spent. One was.
  if (!state.ok) return state.error.code === "vault-changed" ? refuse("vault-unproven") : state;
  const content = openKey(sealedKey, exportKey, { vaultId: pins.vaultId, rowId, generation });
  if (!content.ok) return content;
  const { sequence } = state.value;
  return ok({ ...rest, content: content.value, rowId, generation, sequence, signed: state.value.signed });
}
