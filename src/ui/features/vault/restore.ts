/**
 * Restores a key from a vault. Its keyring entry and its vault record are saved in one change, so neither
 * is there without the other.
 */
import { randomId, toBase64, wipe } from "../../../core/bytes.ts";
import { formatBackupKey, keyDigest, keyIdOf } from "../../../core/key/backup-key.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { type Entry, emptyKeyring, KIND_OF_NEW_KEYS } from "../../../core/keyring/opened-keyring.ts";
import { afterLogin, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { DeviceKey } from "../../../vault-client/device.ts";
import type { KeyContent } from "../../../vault-client/sealed-key.ts";
import { isBehind } from "../../../vault-client/state.ts";
import type { Pins } from "../../../vault-client/vault-id.ts";
import { ActError, type Ask } from "../../kit/use-act.ts";
import type { Sentence } from "../../text/use-text.ts";
import { loadSteps, type Tools } from "./acts.ts";
import { doubt, grantedFor, markVerifiedIn } from "./doubts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { findRecord, noteOf, saveRecord, type UsableRecord } from "./records.ts";
import { granted } from "./vault-refused-error.ts";

export type RestoreWish = {
  address: string;
  name: string;
  password: string;
  pins: Pins;
  /** The same one for each try: no try makes a second device. */
  device: DeviceKey;
  entries: readonly EntrySummary[];
};

/** Where the key is here already, that entry's id stays: it counts as the older one. */
function entryOf(content: KeyContent, there: EntrySummary | undefined): Entry {
  return {
    ...content,
    kind: KIND_OF_NEW_KEYS,
    id: there?.id ?? randomId(),
    createdAtMs: there ? Math.max(there.createdAtMs + 1, content.createdAtMs) : content.createdAtMs,
    note: "",
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    supersededBy: null,
    deletedAtMs: null,
    marks: [],
  };
}

/** Finds a saved vault record with this name in this same vault. */
function knownOf(ask: Ask, { pins, name }: RestoreWish): Promise<UsableRecord | null> {
  return findRecord(
    ask,
    ({ account }) =>
      account.name === name &&
      (["vaultId", "publicKey", "stateKey"] as const).every((fact) => account[fact] === pins[fact]),
  );
}

/** Saves entry and vault record. The place is verified apart, because the background must compare the key. */
async function keep(
  { ask }: Tools,
  known: UsableRecord | null,
  fresh: VaultAccount,
  entry: Entry,
): Promise<void> {
  const vaults = known ? [] : [noteOf(randomId(), fresh)];
  const body = writeBody({ ...emptyKeyring(), entries: [entry], vaults });
  const merging = { body: toBase64(body), atMs: 0, settings: [], isExport: false };
  wipe(body);
  await ask("keyring.merge", merging);
  if (known) {
    const { createdAtMs, pending } = afterLogin(known.account, fresh);
    // Another device replaced the key there, so this vault is no longer a place of the key it was stored for.
    if (known.account.entryId !== entry.id) await doubt(ask, known.account);
    // Saving keeps the highest state.
    await saveRecord(ask, { id: known.id, account: { ...fresh, createdAtMs, pending } }, entry.id);
    // A pending password is not the one that opened the entry, and an old database says nothing about the
    // current one.
    if (pending !== null || isBehind(fresh, known.account)) return;
  }
  await markVerifiedIn(ask, fresh, formatBackupKey(entry.key));
}

async function restoreOver(tools: Tools, wish: RestoreWish, known: UsableRecord | null): Promise<Sentence> {
  const { api, ask, exchange } = tools;
  const { entries, ...asked } = wish;
  const { restore } = await loadSteps();
  // The device that is known there already: another one each time would fill the list.
  const { deviceSeed, deviceKey } = known?.account ?? wish.device;
  const restoring = { ...asked, device: { deviceSeed, deviceKey }, join: true };
  const outcome = await restore(exchange, restoring, api.stretchings);
  const { content, failuresSince, joined, account } = known
    ? await grantedFor(ask, known, outcome)
    : granted(outcome);
  const keyId = keyIdOf(content.key);
  const { ids } = await ask("entry.find", { digests: [keyDigest(content.key)] });
  const there = entries.find(({ id }) => id === ids[0]);
  const entry = entryOf(content, there);
  const fresh: VaultAccount = { ...account, entryId: entry.id, createdAtMs: api.nowMs() };
  try {
    await keep(tools, known, fresh, entry);
  } finally {
    wipe(content.key);
  }
  const isOld = known !== null && isBehind(fresh, known.account);
  const named = there ?? { label: content.label, keyId };
  const sentence: Sentence = ({ entryName, vaultRestoredText }) =>
    vaultRestoredText(entryName(named), { wasHere: there !== undefined, failuresSince, joined, isOld });
  if (isOld) throw new ActError(sentence);
  return sentence;
}

/**
 * A vault record that is saved here keeps its unfinished step, its device and the highest state. No other
 * window changes it meanwhile.
 */
export async function restoreKey(tools: Tools, wish: RestoreWish): Promise<Sentence> {
  const known = await knownOf(tools.ask, wish);
  if (known === null) return restoreOver(tools, wish, null);
  return oneAtATime(known.id, async () => restoreOver(tools, wish, await knownOf(tools.ask, wish)));
}
