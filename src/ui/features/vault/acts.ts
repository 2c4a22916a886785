/**
 * What this page does at a vault. After each step what came back is stored before the next begins, so that a
 * tab that is closed or a network that goes loses nothing: `vault-client/` says what has to be stored when.
 *
 * Each act answers with the sentence to be said; what it could not do it throws.
 */
import { randomId, wipe } from "../../../core/bytes.ts";
import { type BackupKey, formatBackupKey, parseBackupKey } from "../../../core/key/backup-key.ts";
import { DerivationError } from "../../../core/sealed/kdf.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Exchange } from "../../../vault-client/exchange.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import type { Pins } from "../../../vault-client/vault-id.ts";
import type { Api } from "../../api.ts";
import { ActError, type Ask, RefusedError } from "../../kit/use-act.ts";
import type { Messages, Sentence } from "../../text/use-text.ts";
import { doubt, grantedFor, markVerifiedIn } from "./doubts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { dropRecord, readRecord, saveRecord, type UsableRecord } from "./records.ts";
import { granted } from "./vault-refused-error.ts";

/** With OPAQUE, by far this page's heaviest part. */
export async function loadSteps() {
  // Without it OPAQUE cannot even be loaded. Nothing was sent then, and no attempt used up.
  if (typeof WebAssembly === "undefined") throw new DerivationError();
  return import("../../../vault-client/steps.ts");
}

export type Tools = { api: Api; ask: Ask; exchange: Exchange };

/** What an act has reached by a login. */
type Reached = Parameters<Messages["loggedInText"]>[0];

/** Does something with the key of an entry, which is wiped afterwards. */
async function withKey<T>({ api }: Tools, entryId: string, act: (key: BackupKey) => Promise<T>): Promise<T> {
  const shown = await api.ask("key.reveal", { id: entryId });
  if (!shown.ok && shown.error.code !== "not-found") throw new RefusedError(shown.error.code);
  const key = shown.ok ? parseBackupKey(shown.value.hex) : null;
  if (key === null) throw new ActError(({ vaultText }) => vaultText.keyGone);
  try {
    return await act(key);
  } finally {
    wipe(key);
  }
}

/** What is sealed together with the key for the vault. */
function contentOf({ label, phoneEnding, origin, createdAtMs }: EntrySummary, key: BackupKey) {
  return { key, label, phoneEnding, origin, createdAtMs };
}

/** Logs in with the password. From then on the vault counts as a verified place. */
async function logIn(
  tools: Tools,
  record: UsableRecord,
  password: string,
  reached: Reached,
): Promise<Sentence> {
  const { api, ask, exchange } = tools;
  const { account } = record;
  const { verify, addDevice } = await loadSteps();
  return withKey(tools, account.entryId, async (key) => {
    // The first login of a new vault entry makes this browser its first device.
    const isNew = account.pending?.step === "enrol";
    const step = isNew || reached === "joined" ? addDevice : verify;
    const outcome = await step(exchange, account, { password, key }, api.stretchings);
    const opened = await grantedFor(ask, record, outcome);
    const back = formatBackupKey(opened.key);
    wipe(opened.key);
    // What is to count is the password that waits, and this login has not shown that one.
    const isWaiting = opened.account.pending !== null;
    if (!isWaiting) await markVerifiedIn(ask, account, back);
    await saveRecord(ask, { ...record, account: opened.account });
    return ({ loggedInText }) => loggedInText(reached, isWaiting ? 0 : opened.failuresSince);
  });
}

/** Sends what was begun, then verifies it. */
async function finish(
  tools: Tools,
  { id, account }: UsableRecord,
  password: string,
  reached: Reached,
): Promise<Sentence> {
  const { ask, exchange } = tools;
  const { finishPending, isOver, withoutPending } = await loadSteps();
  const step = account.pending?.step;
  if (step !== "enrol" && step !== "reset") return logIn(tools, { id, account }, password, reached);
  // From this request on the old password may open nothing, so that opening with it shows nothing.
  if (step === "reset") await doubt(ask, account);
  const outcome = await finishPending(exchange, account);
  if (!outcome.ok && isOver(outcome.error)) {
    const left = withoutPending(account);
    // What the vault said comes first; what could not be noted is found again by the next try.
    await (left ? saveRecord(ask, { id, account: left }) : dropRecord(ask, id)).catch(() => undefined);
  }
  const finished = { id, account: granted(outcome) };
  await saveRecord(ask, finished);
  return logIn(tools, finished, password, reached);
}

export type StoreWish = {
  address: string;
  name: string;
  password: string;
  pins: Pins;
  invite: string;
  entry: EntrySummary;
};

/** @returns the sentence to show, and the id of the new vault record. */
export async function storeKey(
  tools: Tools,
  { entry, invite, ...wish }: StoreWish,
): Promise<{ id: string; sentence: Sentence }> {
  const { api, ask, exchange } = tools;
  const { beginEnrol } = await loadSteps();
  const id = randomId();
  const act = () =>
    withKey(tools, entry.id, async (key) => {
      const enrolling = {
        ...wish,
        entryId: entry.id,
        createdAtMs: api.nowMs(),
        content: contentOf(entry, key),
        ...(invite && { invite }),
      };
      const begun = { id, account: granted(await beginEnrol(exchange, enrolling, api.stretchings)) };
      await saveRecord(ask, begun);
      return finish(tools, begun, wish.password, "stored");
    });
  return { id, sentence: await oneAtATime(id, act) };
}

/**
 * Works on the vault record as it is stored now, because another window may have changed it since this page
 * was drawn. No other window changes it meanwhile.
 */
export function withRecord<T>(ask: Ask, id: string, work: (now: UsableRecord) => Promise<T>): Promise<T> {
  return oneAtATime(id, async () => work(await readRecord(ask, id)));
}

/** Takes up what was begun; `password`: the one that was chosen then. */
export function takeUp(tools: Tools, now: UsableRecord, password: string): Promise<Sentence> {
  return finish(tools, now, password, now.account.pending?.step === "reset" ? "wasReset" : "stored");
}

export function verifyPlace(tools: Tools, now: UsableRecord, password: string): Promise<Sentence> {
  return logIn(tools, now, password, "verified");
}

/** A browser that was revoked, or never joined, by the password. */
export function joinRecord(tools: Tools, now: UsableRecord, password: string): Promise<Sentence> {
  return logIn(tools, now, password, "joined");
}

export function resetPassword(
  tools: Tools,
  now: UsableRecord,
  password: string,
  entry: EntrySummary,
): Promise<Sentence> {
  const { api, ask, exchange } = tools;
  return withKey(tools, now.account.entryId, async (key) => {
    const { beginReset } = await loadSteps();
    const wish = { password, content: contentOf(entry, key) };
    const outcome = await beginReset(exchange, now.account, wish, api.stretchings);
    const begun = { ...now, account: await grantedFor(ask, now, outcome) };
    await saveRecord(ask, begun);
    return finish(tools, begun, password, "wasReset");
  });
}

/** The vault has no such entry, or does not know this device. */
const OUTSIDE: readonly Refusal["code"][] = ["not-proven", "not-found"];

export async function removeRecord(
  { ask, exchange }: Tools,
  { id, account }: UsableRecord,
): Promise<Sentence> {
  const { deleteRecord, markForDeletion } = await loadSteps();
  // What was begun and may not have arrived is kept: what it says is needed to go on in any case.
  const marked = account.pending?.step === "enrol" ? account : markForDeletion(account);
  // From the request on the vault may hold nothing, whether its answer arrives or not.
  await doubt(ask, account);
  await saveRecord(ask, { id, account: marked });
  const removed = await deleteRecord(exchange, marked);
  if (!removed.ok && OUTSIDE.includes(removed.error.code)) {
    // A device that the vault does not know could take it up for ever: it has to join again first.
    const pending = account.pending?.step === "delete" ? null : account.pending;
    await saveRecord(ask, { id, account: { ...account, pending } }).catch(() => undefined);
  }
  granted(removed);
  await dropRecord(ask, id);
  return ({ vaultText }) => vaultText.removed;
}

/** Removes the vault record from this keyring; the vault no longer counts as a place, but keeps the entry. */
export async function forgetRecord({ ask }: Tools, { id, account }: UsableRecord): Promise<Sentence> {
  // Nobody would notice any more when it is gone.
  await doubt(ask, account);
  await dropRecord(ask, id);
  return ({ vaultText }) => vaultText.forgotten;
}
