/**
 * What this page does at a vault. After each step what came back is stored before the next begins, so that a tab
 * that is closed or a network that goes loses nothing: `vault-client/` says what has to be stored when.
 *
 * Each act answers with the sentence to be said; `good` tells whether it worked.
 */
import { type BackupKey, parseBackupKey } from "../../core/backup-key.ts";
import { randomId, wipe } from "../../core/bytes.ts";
import { ok, type Result } from "../../core/errors.ts";
import type { VaultAccount } from "../../core/vault-account.ts";
import type { EntrySummary } from "../../protocol/page.ts";
import type { Exchange } from "../../vault-client/exchange.ts";
import type { Pins } from "../../vault-client/fingerprint.ts";
import type { Refusal } from "../../vault-client/outcome.ts";
import type { Api } from "../api.ts";
import { failuresText, refusalText, vaultText } from "../text/vault.ts";
import { errorText } from "../text.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type Record, readRecords, readUsable, saveRecord, type VaultRecord } from "./records.ts";

export { isUsable, type Record } from "./records.ts";

export type Said = { good: boolean; text: string; refusal?: Refusal };

/** With OPAQUE, by far this page's heaviest part. */
export const loadSteps = () => import("../../vault-client/steps.ts");

const good = (text: string): Said => ({ good: true, text });
const refused = (refusal: Refusal): Said => ({ good: false, text: refusalText(refusal), refusal });
const failed = (text: string): Said => ({ good: false, text });
const BUSY = failed(vaultText.elsewhere);

export type Tools = { api: Api; exchange: Exchange };

/** Does something with the key of an entry, which is wiped afterwards. */
async function withKey(
  api: Api,
  entryId: string,
  act: (key: BackupKey, hex: string) => Promise<Said>,
): Promise<Said> {
  const shown = await api.ask("key.reveal", { id: entryId });
  const key = shown.ok ? parseBackupKey(shown.value.hex) : null;
  if (!shown.ok || key === null)
    return failed(
      shown.ok || shown.error.code === "not-found" ? vaultText.keyGone : errorText[shown.error.code],
    );
  try {
    return await act(key, shown.value.hex);
  } finally {
    wipe(key);
  }
}

/** Logs in with the password; the copy in the vault counts from then on. `joins`: this browser becomes a device. */
async function proveRecord(
  { api, exchange }: Tools,
  { id, account }: Record,
  password: string,
  done: string,
  joins = false,
): Promise<Said> {
  const steps = await loadSteps();
  return withKey(api, account.entryId, async (key, hex) => {
    const logIn = joins ? steps.addDevice : steps.prove;
    const proven = await logIn(exchange, account, { password, key });
    if (!proven.ok) {
      const doubted = await doubtAfter(api, { id, account }, proven.error);
      return doubted.ok ? refused(proven.error) : failed(errorText[doubted.error.code]);
    }
    // What is to count is the password that waits, and this login has not shown that one.
    const isWaiting = account.pending?.step === "enrol" || account.pending?.step === "reset";
    if (!isWaiting) {
      // The client has compared what came back with this very key. Before the record says that it is proven.
      const evidence = { kind: "key", hex } as const;
      const marked = await api.ask("copy.prove", { id: account.entryId, place: "vault", evidence });
      if (!marked.ok) return failed(errorText[marked.error.code]);
    }
    const stored = await saveRecord(api, id, proven.value.account);
    if (!stored.ok) return failed(errorText[stored.error.code]);
    return good(isWaiting ? done : done + failuresText(proven.value.failuresSince));
  });
}

/** Sends what was begun, then proves it. */
async function finish(tools: Tools, record: Record, password: string, done: string): Promise<Said> {
  const { api, exchange } = tools;
  const { id, account } = record;
  const steps = await loadSteps();
  if (account.pending?.step !== "enrol" && account.pending?.step !== "reset")
    return proveRecord(tools, record, password, done);
  // From this request on the old password may open nothing, so that its proof shows nothing.
  const forgotten = account.pending.step === "reset" ? await forgetCopy(api, record) : null;
  if (forgotten?.ok === false) return failed(errorText[forgotten.error.code]);
  const finished = await steps.finishPending(exchange, account);
  if (!finished.ok) {
    if (steps.isOver(finished.error)) await saveRecord(api, id, steps.withoutPending(account));
    return refused(finished.error);
  }
  const stored = await saveRecord(api, id, finished.value);
  if (!stored.ok) return failed(errorText[stored.error.code]);
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
      const begun = await steps.beginEnrol(exchange, {
        ...wish,
        entryId: entry.id,
        createdAtMs: api.nowMs(),
        content,
        ...(invite && { invite }),
      });
      if (!begun.ok) return refused(begun.error);
      const stored = await saveRecord(api, id, begun.value);
      if (!stored.ok) return failed(errorText[stored.error.code]);
      return finish(tools, { id, account: begun.value }, wish.password, vaultText.stored);
    });
  return { ...(await oneAtATime(id, act, BUSY)), id };
}

/** Works on the record as it is stored now: what was drawn may be older than what another window has done since. */
function withRecord({ api }: Tools, { id }: Record, act: (now: Record) => Promise<Said>): Promise<Said> {
  const work = async (): Promise<Said> => {
    const read = await readUsable(api, id);
    return read.ok ? act(read.value) : failed(read.text);
  };
  return oneAtATime(id, work, BUSY);
}

/** Takes up what was begun; `password`: the one that was chosen then. */
export function takeUp(tools: Tools, record: Record, password: string): Promise<Said> {
  if (record.account.pending?.step === "delete") return removeRecord(tools, record);
  return withRecord(tools, record, (now) => {
    const done = now.account.pending?.step === "reset" ? vaultText.wasReset : vaultText.stored;
    return finish(tools, now, password, done);
  });
}

export function proveCopy(tools: Tools, record: Record, password: string): Promise<Said> {
  return withRecord(tools, record, (now) => proveRecord(tools, now, password, vaultText.proven));
}

/** A browser that was revoked, or never joined, by the password. */
export function joinRecord(tools: Tools, record: Record, password: string): Promise<Said> {
  return withRecord(tools, record, (now) => proveRecord(tools, now, password, vaultText.joined, true));
}

export function resetPassword(
  tools: Tools,
  record: Record,
  password: string,
  entry: EntrySummary,
): Promise<Said> {
  const { api, exchange } = tools;
  return withRecord(tools, record, ({ id, account }) =>
    withKey(api, account.entryId, async (key) => {
      const steps = await loadSteps();
      const { label, phoneEnding, origin, createdAtMs } = entry;
      const content = { key, label, phoneEnding, origin, createdAtMs };
      const begun = await steps.beginReset(exchange, account, { password, content });
      if (!begun.ok) return refused(begun.error);
      const stored = await saveRecord(api, id, begun.value);
      if (!stored.ok) return failed(errorText[stored.error.code]);
      return finish(tools, { id, account: begun.value }, password, vaultText.wasReset);
    }),
  );
}

/** Nothing waits that must still be sent. */
export const isSettled = ({ pending }: VaultAccount): boolean =>
  pending === null || pending.step === "prove" || pending.step === "erased";

/** A record that holds no copy any more as far as is known, until a login shows that it does. */
export async function doubt(
  api: Api,
  { id, account }: Record,
  step: "prove" | "erased",
): Promise<Result<unknown>> {
  const forgotten = await forgetCopy(api, { id, account });
  if (!forgotten.ok) return forgotten;
  // What waits still has to be sent, and says more.
  return saveRecord(api, id, isSettled(account) ? { ...account, pending: { step } } : account);
}

/** Notes what a refusal says of the copy: most say nothing. */
export async function doubtAfter(api: Api, record: Record, refusal: Refusal): Promise<Result<unknown>> {
  const isLast = refusal.code === "wrong-password" && refusal.attemptsLeft === 0;
  if (isLast || refusal.code === "erased") return doubt(api, record, "erased");
  const isAnother = refusal.code === "other-key" || refusal.code === "damaged";
  return isAnother ? doubt(api, record, "prove") : ok(null);
}

/** What a vault has erased, or is about to replace, is no copy any more, unless another record still holds the key. */
async function forgetCopy(api: Api, { id, account }: Record): Promise<Result<unknown>> {
  const records = await readRecords(api);
  const { vaultId, rowId, entryId } = account;
  const holds = ({ id: other, account: its }: VaultRecord) =>
    other !== id &&
    its?.entryId === entryId &&
    its.pending === null &&
    // Two notes of one record, as an imported keyring brings them, are one copy.
    (its.vaultId !== vaultId || its.rowId !== rowId);
  if (!records.ok || records.value.some(holds)) return records;
  return api.ask("copy.forget", { id: account.entryId, place: "vault" });
}

export function removeRecord(tools: Tools, record: Record): Promise<Said> {
  const { api, exchange } = tools;
  return withRecord(tools, record, async ({ id, account }) => {
    const steps = await loadSteps();
    const marked = steps.markForDeletion(account);
    const noted = await saveRecord(api, id, marked);
    if (!noted.ok) return failed(errorText[noted.error.code]);
    // From this request on the vault may hold nothing, whether its answer arrives or not.
    const forgotten = await forgetCopy(api, { id, account });
    if (!forgotten.ok) return failed(errorText[forgotten.error.code]);
    const removed = await steps.deleteRecord(exchange, marked);
    if (!removed.ok) {
      // A device that the vault does not know could take it up for ever: it has to join again first.
      const { pending: before } = account;
      const pending = before === null || before.step === "delete" ? ({ step: "prove" } as const) : before;
      if (removed.error.code === "not-proven") await saveRecord(api, id, { ...account, pending });
      return refused(removed.error);
    }
    const stored = await saveRecord(api, id, null);
    return stored.ok ? good(vaultText.removed) : failed(errorText[stored.error.code]);
  });
}

/** Takes the record off this keyring; the vault keeps it. */
export function forgetRecord(tools: Tools, record: Record): Promise<Said> {
  return withRecord(tools, record, async ({ id }) => {
    const gone = await saveRecord(tools.api, id, null);
    return gone.ok ? good(vaultText.forgotten) : failed(errorText[gone.error.code]);
  });
}
