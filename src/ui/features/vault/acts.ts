/**
 * What this page does at a vault. After each step what came back is stored before the next begins, so that a
 * tab that is closed or a network that goes loses nothing: `vault-client/` says what has to be stored when.
 *
 * Each act answers with the sentence to be said; `good` tells whether it worked.
 */

import { randomId, wipe } from "../../../core/bytes.ts";
import { type ErrorCode, fail, ok, type Result } from "../../../core/errors.ts";
import { type BackupKey, formatBackupKey, parseBackupKey } from "../../../core/key/backup-key.ts";
import { placeOf, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Exchange } from "../../../vault-client/exchange.ts";
import type { Pins } from "../../../vault-client/fingerprint.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import type { Api } from "../../api.ts";

import type { Sentence } from "../../text/use-text.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readUsable, saveRecord, type UsableRecord } from "./records.ts";

export type Said = { good: boolean; text: Sentence; refusal?: Refusal };

/** With OPAQUE, by far this page's heaviest part. */
export const loadSteps = () => import("../../../vault-client/steps.ts");

const good = (text: Sentence): Said => ({ good: true, text });
export const refused = (refusal: Refusal): Said => ({
  good: false,
  text: ({ refusalText }) => refusalText(refusal),
  refusal,
});
const failed = (text: Sentence): Said => ({ good: false, text });
export const failedBy = (code: ErrorCode): Said => failed(({ errorText }) => errorText[code]);
export const BUSY = failed(({ vaultText }) => vaultText.elsewhere);

export type Tools = { api: Api; exchange: Exchange };

/** What an act says when it has worked. */
const DONE = {
  stored: ({ vaultText }) => vaultText.stored,
  wasReset: ({ vaultText }) => vaultText.wasReset,
  proven: ({ vaultText }) => vaultText.proven,
  joined: ({ vaultText }) => vaultText.joined,
  removed: ({ vaultText }) => vaultText.removed,
  forgotten: ({ vaultText }) => vaultText.forgotten,
} satisfies Record<string, Sentence>;

/** Does something with the key of an entry, which is wiped afterwards. */
async function withKey(api: Api, entryId: string, act: (key: BackupKey) => Promise<Said>): Promise<Said> {
  const shown = await api.ask("key.reveal", { id: entryId });
  const key = shown.ok ? parseBackupKey(shown.value.hex) : null;
  if (!shown.ok || key === null)
    return shown.ok || shown.error.code === "not-found"
      ? failed(({ vaultText }) => vaultText.keyGone)
      : failedBy(shown.error.code);
  try {
    return await act(key);
  } finally {
    wipe(key);
  }
}

/**
 * The background compares what came back with the key, and stores that the record holds it: `internal` where
 * it does not.
 */
export async function markProven(api: Api, account: VaultAccount, hex: string): Promise<Result<unknown>> {
  const evidence = { kind: "key", hex } as const;
  const reply = await api.ask("copy.prove", { id: account.entryId, place: placeOf(account), evidence });
  return reply.ok && reply.value.outcome !== "proven" ? fail("internal") : reply;
}

/**
 * Logs in with the password; the copy in the vault counts from then on. `joins`: this browser becomes a
 * device.
 */
async function proveRecord(
  { api, exchange }: Tools,
  { id, account }: UsableRecord,
  password: string,
  done: Sentence,
  joins = false,
): Promise<Said> {
  const steps = await loadSteps();
  return withKey(api, account.entryId, async (key) => {
    const logIn = joins ? steps.addDevice : steps.prove;
    const proven = await logIn(exchange, account, { password, key }, api.stretchings);
    if (!proven.ok) {
      const doubted = await doubtAfter(api, { id, account }, proven.error);
      return doubted.ok ? refused(proven.error) : failedBy(doubted.error.code);
    }
    // What is to count is the password that waits, and this login has not shown that one.
    const isWaiting = proven.value.account.pending !== null;
    const back = formatBackupKey(proven.value.key);
    wipe(proven.value.key);
    if (!isWaiting) {
      const marked = await markProven(api, account, back);
      if (!marked.ok) return failedBy(marked.error.code);
    }
    const stored = await saveRecord(api, id, proven.value.account);
    if (!stored.ok) return failedBy(stored.error.code);
    return good((text) =>
      isWaiting ? done(text) : done(text) + text.failuresText(proven.value.failuresSince),
    );
  });
}

/** Sends what was begun, then proves it. */
async function finish(tools: Tools, record: UsableRecord, password: string, done: Sentence): Promise<Said> {
  const { api, exchange } = tools;
  const { id, account } = record;
  const steps = await loadSteps();
  if (account.pending?.step !== "enrol" && account.pending?.step !== "reset")
    return proveRecord(tools, record, password, done);
  // From this request on the old password may open nothing, so that its proof shows nothing.
  const doubted = account.pending.step === "reset" ? await doubt(api, account) : null;
  if (doubted?.ok === false) return failedBy(doubted.error.code);
  const finished = await steps.finishPending(exchange, account);
  if (!finished.ok) {
    if (steps.isOver(finished.error)) await saveRecord(api, id, steps.withoutPending(account));
    return refused(finished.error);
  }
  const stored = await saveRecord(api, id, finished.value);
  if (!stored.ok) return failedBy(stored.error.code);
  return proveRecord(tools, { id, account: finished.value }, password, done);
}

export type StoreWish = {
  address: string;
  name: string;
  password: string;
  pins: Pins;
  invite: string;
  entry: EntrySummary;
};

/** @returns what is said, and the record as soon as one is stored: storing can then be taken up again. */
export async function storeKey(
  tools: Tools,
  { entry, invite, ...wish }: StoreWish,
): Promise<Said & { id: string }> {
  const { api, exchange } = tools;
  const steps = await loadSteps();
  const id = randomId();
  const act = () =>
    withKey(api, entry.id, async (key) => {
      const { label, phoneEnding, origin, createdAtMs } = entry;
      const content = { key, label, phoneEnding, origin, createdAtMs };
      const enrolling = {
        ...wish,
        entryId: entry.id,
        createdAtMs: api.nowMs(),
        content,
        ...(invite && { invite }),
      };
      const begun = await steps.beginEnrol(exchange, enrolling, api.stretchings);
      if (!begun.ok) return refused(begun.error);
      const stored = await saveRecord(api, id, begun.value);
      if (!stored.ok) return failedBy(stored.error.code);
      return finish(tools, { id, account: begun.value }, wish.password, DONE.stored);
    });
  return { ...(await oneAtATime(id, act, BUSY)), id };
}

/**
 * Works on the record as it is stored now: what was drawn may be older than what another window has done
 * since.
 */
function withRecord(
  { api }: Tools,
  { id }: UsableRecord,
  act: (now: UsableRecord) => Promise<Said>,
): Promise<Said> {
  const work = async (): Promise<Said> => {
    const read = await readUsable(api, id);
    return read.ok ? act(read.value) : failed(read.text);
  };
  return oneAtATime(id, work, BUSY);
}

/** Takes up what was begun; `password`: the one that was chosen then. */
export function takeUp(tools: Tools, record: UsableRecord, password: string): Promise<Said> {
  if (record.account.pending?.step === "delete") return removeRecord(tools, record);
  return withRecord(tools, record, (now) => {
    const done = now.account.pending?.step === "reset" ? DONE.wasReset : DONE.stored;
    return finish(tools, now, password, done);
  });
}

export function proveCopy(tools: Tools, record: UsableRecord, password: string): Promise<Said> {
  return withRecord(tools, record, (now) => proveRecord(tools, now, password, DONE.proven));
}

/** A browser that was revoked, or never joined, by the password. */
export function joinRecord(tools: Tools, record: UsableRecord, password: string): Promise<Said> {
  return withRecord(tools, record, (now) => proveRecord(tools, now, password, DONE.joined, true));
}

export function resetPassword(
  tools: Tools,
  record: UsableRecord,
  password: string,
  entry: EntrySummary,
): Promise<Said> {
  const { api, exchange } = tools;
  return withRecord(tools, record, ({ id, account }) =>
    withKey(api, account.entryId, async (key) => {
      const steps = await loadSteps();
      const { label, phoneEnding, origin, createdAtMs } = entry;
      const content = { key, label, phoneEnding, origin, createdAtMs };
      const begun = await steps.beginReset(exchange, account, { password, content }, api.stretchings);
      if (!begun.ok) {
        const doubted = await doubtAfter(api, { id, account }, begun.error);
        return doubted.ok ? refused(begun.error) : failedBy(doubted.error.code);
      }
      const stored = await saveRecord(api, id, begun.value);
      if (!stored.ok) return failedBy(stored.error.code);
      return finish(tools, { id, account: begun.value }, password, DONE.wasReset);
    }),
  );
}

/** Nothing waits that must still be sent. */
export const isSettled = ({ pending }: VaultAccount): boolean =>
  pending === null || pending.step === "erased";

/** Whether a login has shown that this record holds the key, and nothing since that it does not. */
export function isProven(account: VaultAccount, entry: EntrySummary | undefined): boolean {
  const place = placeOf(account);
  return entry?.copies.some((copy) => copy.place === place && copy.provenAtMs !== null) ?? false;
}

/** The record is no copy any more, as far as is known, until a login shows that it is. */
export function doubt(api: Api, account: VaultAccount): Promise<Result<unknown>> {
  return api.ask("copy.forget", { id: account.entryId, place: placeOf(account) });
}

/**
 * It may hold another key, or one that another password opens; these do not tell a try that was merely wrong.
 */
const DOUBTFUL: readonly Refusal["code"][] = ["other-key", "damaged", "generation-changed"];

/** Notes what a refusal says of the copy: most say nothing. */
export async function doubtAfter(
  api: Api,
  { id, account }: UsableRecord,
  refusal: Refusal,
): Promise<Result<unknown>> {
  const isLast = refusal.code === "wrong-password" && refusal.attemptsLeft === 0;
  const isErased = isLast || refusal.code === "erased";
  if (!isErased && !DOUBTFUL.includes(refusal.code)) return ok(null);
  const doubted = await doubt(api, account);
  // What waits still has to be sent, and says more.
  if (!doubted.ok || !isErased || !isSettled(account)) return doubted;
  return saveRecord(api, id, { ...account, pending: { step: "erased" } });
}

/** The vault knows no such record, or not this device of it. */
const OUTSIDE: readonly Refusal["code"][] = ["not-proven", "not-found"];

export function removeRecord(tools: Tools, record: UsableRecord): Promise<Said> {
  const { api, exchange } = tools;
  return withRecord(tools, record, async ({ id, account }) => {
    const steps = await loadSteps();
    // What was begun and may not have arrived is kept: what it says is needed to go on in any case.
    const marked = account.pending?.step === "enrol" ? account : steps.markForDeletion(account);
    // From the request on the vault may hold nothing, whether its answer arrives or not.
    const doubted = await doubt(api, account);
    const noted = doubted.ok ? await saveRecord(api, id, marked) : doubted;
    if (!noted.ok) return failedBy(noted.error.code);
    const removed = await steps.deleteRecord(exchange, marked);
    if (!removed.ok && OUTSIDE.includes(removed.error.code)) {
      // A device that the vault does not know could take it up for ever: it has to join again first.
      const pending = account.pending?.step === "delete" ? null : account.pending;
      await saveRecord(api, id, { ...account, pending });
    }
    return removed.ok ? takeAway(api, id, DONE.removed) : refused(removed.error);
  });
}

async function takeAway(api: Api, id: string, said: Sentence): Promise<Said> {
  const gone = await saveRecord(api, id, null);
  return gone.ok ? good(said) : failedBy(gone.error.code);
}

/** Takes the record off this keyring, where it counts as a copy no more; the vault keeps it. */
export function forgetRecord(tools: Tools, record: UsableRecord): Promise<Said> {
  return withRecord(tools, record, async ({ id, account }) => {
    // Nobody would notice any more when it is gone.
    const doubted = await doubt(tools.api, account);
    return doubted.ok ? takeAway(tools.api, id, DONE.forgotten) : failedBy(doubted.error.code);
  });
}
