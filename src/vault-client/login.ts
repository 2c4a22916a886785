/**
 * One login: the password is tried, and the sealed key comes back. It spends an attempt; the vault gives the
 * attempt back when the last message arrives within a minute.
 *
 * Before the attempt, the vault's facts are compared with the pinned ones and its origins with the address, and
 * the memory that the password takes is tried. Before the last message is sent, the vault has signed its
 * evaluation for this origin, and OPAQUE has shown that it has the pinned key (over row id and vault id). That
 * message binds origin and device to the password. The answer opens only with this session's key; its signed
 * state, its devices and the sealed key are checked then.
 */
import { ok } from "../core/errors.ts";
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import { type LoginAnswer, MOST_DEVICES, type Reply } from "../protocol/vault/wire.ts";
import { isVaultsOwn } from "./evaluation.ts";
import { ask, type Exchange } from "./exchange.ts";
import { canStretch, finishLogin, type LoggedIn, type Stretchings, startLogin } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { type KeyContent, openKey } from "./sealed-key.ts";
import { bindLogin, openAnswer, type Ticket, ticketOf } from "./session.ts";
import { checkStateAndDevices, type Seen } from "./state.ts";
import { checkVault, type Pins } from "./vault-id.ts";

export type LoginWish = {
  /** The origin that the exchange asks. */
  address: string;
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
  /** False where none was wished, and where sixteen devices are there already. */
  joined: boolean;
  /** Stands for a device for ten minutes. */
  ticket: Ticket;
};

type Begun = Awaited<ReturnType<typeof startLogin>>;
type Started = Reply<"/v2/login/start">;

/** Sends name and blinded password: an attempt is spent. */
async function start(exchange: Exchange, wish: LoginWish, begun: Begun): Promise<Outcome<Started>> {
  const { address, name, pins, known } = wish;
  const path = "/v2/login/start";
  const { startLoginRequest } = begun;
  const started = await ask(exchange, path, { name, origin: address, startLoginRequest });
  if (!started.ok) return started;
  const { rowId, loginId, loginResponse, signature } = started.value;
  // A vault's secret gives a name the same row id for ever: a different one comes from a different vault that
  // repeats the pinned one's facts.
  if (known && known.rowId !== rowId) return refuse("vault-unproven");
  const messages = { request: startLoginRequest, response: loginResponse };
  const evaluation = { path, rowId, id: loginId, ...messages, signature };
  return (await isVaultsOwn({ ...pins, address }, evaluation)) ? started : refuse("vault-unproven");
}

function answerVault(
  { password, pins }: LoginWish,
  begun: Begun,
  reply: Started,
  stretchings: Stretchings,
): Outcome<LoggedIn> {
  const { rowId, loginResponse, attemptsLeft, retryAfterSeconds } = reply;
  const parties = { rowId, vaultId: pins.vaultId };
  const done = finishLogin(password, begun, loginResponse, parties, stretchings[reply.stretching]);
  if (done === null) return refuse("not-a-vault");
  if (done === "wrong")
    return { ok: false, error: { code: "wrong-password", attemptsLeft, retryAfterSeconds } };
  return done.serverStaticPublicKey === pins.publicKey ? ok(done) : refuse("vault-unproven");
}

/** Sends the last message, which names origin and device, and opens what comes back. */
async function finish(
  exchange: Exchange,
  { address: origin, pins: { vaultId }, deviceKey }: LoginWish,
  { rowId, loginId }: Started,
  { finishLoginRequest, sessionKey }: LoggedIn,
): Promise<Outcome<LoginAnswer>> {
  const binding = bindLogin(sessionKey, { vaultId, rowId, origin, deviceKey });
  const last = { loginId, finishLoginRequest, origin, ...(deviceKey && { deviceKey }), binding };
  const finished = await ask(exchange, "/v2/login/finish", last);
  if (!finished.ok) return finished;
  const answer = await openAnswer(sessionKey, finished.value.answer);
  return answer ? ok(answer) : refuse("vault-unproven");
}

/** Is the device on the list that the vault has signed? A list with room for it must have it. */
function hasJoined({ devices }: LoginAnswer, deviceKey: string | null): boolean | null {
  if (deviceKey === null) return false;
  if (devices.some(({ key }) => key === deviceKey)) return true;
  return devices.length === MOST_DEVICES ? false : null;
}

export async function logIn(
  exchange: Exchange,
  wish: LoginWish,
  stretchings: Stretchings,
): Promise<Outcome<Opened>> {
  const { address, pins, known, deviceKey } = wish;
  const vault = await checkVault(exchange, { ...pins, address });
  if (!vault.ok) return vault;

  if (!(await canStretch(stretchings))) return refuse("cannot-derive");
  const begun = await startLogin(wish.password);
  const started = await start(exchange, wish, begun);
  if (!started.ok) return started;
  const { rowId } = started.value;
  const done = answerVault(wish, begun, started.value, stretchings);
  if (!done.ok) return done;
  const answered = await finish(exchange, wish, started.value, done.value);
  if (!answered.ok) return answered;

  const { generation, sealedKey, devices, ticket, state: from, ...rest } = answered.value;
  const state = await checkStateAndDevices(devices, from, pins, { rowId, generation }, known);
  // `vault-changed` would say that no attempt was spent. One was.
  if (!state.ok) return state.error.code === "vault-changed" ? refuse("vault-unproven") : state;
  const joined = hasJoined(answered.value, deviceKey);
  if (joined === null) return refuse("not-a-vault");
  const { exportKey, sessionKey } = done.value;
  const content = openKey(sealedKey, exportKey, { vaultId: pins.vaultId, rowId, generation });
  if (!content.ok) return content;
  const { sequence, signed } = state.value;
  const opened = { content: content.value, rowId, generation, sequence, signed, joined };
  return ok({ ...rest, ...opened, ticket: ticketOf(sessionKey, ticket) });
}
