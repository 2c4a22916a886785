/**
 * A key out of a vault into this keyring: entry and record in one change, so that neither is there without
 * the other.
 */

import { randomId, toBase64, wipe } from "../../../core/bytes.ts";
import { ok, type Result } from "../../../core/errors.ts";
import { fingerprint, formatBackupKey } from "../../../core/key/backup-key.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { type Entry, emptyKeyring } from "../../../core/keyring/opened-keyring.ts";
import { afterLogin, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { DeviceKey } from "../../../vault-client/device.ts";
import type { Pins } from "../../../vault-client/fingerprint.ts";
import type { KeyContent } from "../../../vault-client/sealed-key.ts";
import { isBehind } from "../../../vault-client/state.ts";
import type { Api } from "../../api.ts";

import type { Sentence } from "../../text/use-text.ts";
import {
  BUSY,
  doubt,
  doubtAfter,
  failedBy,
  loadSteps,
  markProven,
  refused,
  type Said,
  type Tools,
} from "./acts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { isUsable, noteOf, readRecords, readUsable, saveRecord, type UsableRecord } from "./records.ts";

export type RestoreWish = {
  address: string;
  name: string;
  password: string;
  pins: Pins;
  /** The same one for each try: no try makes a second device. */
  device: DeviceKey;
  entries: readonly EntrySummary[];
};

/** Where the key is here already, that entry's id stays: it counts as the earlier one. */
function entryOf(content: KeyContent, there: EntrySummary | undefined): Entry {
  return {
    ...content,
    id: there?.id ?? randomId(),
    createdAtMs: there ? Math.max(there.createdAtMs + 1, content.createdAtMs) : content.createdAtMs,
    note: "",
    lastUsedAtMs: null,
    provenAtMs: null,
    copies: [],
    supersededBy: null,
    deletedAtMs: null,
  };
}

/** The record of this name in this very vault that is here already. */
async function knownOf(api: Api, { pins, name }: RestoreWish): Promise<UsableRecord | null> {
  const records = await readRecords(api);
  const all = records.ok ? records.value.filter(isUsable) : [];
  const isThere = ({ account }: UsableRecord) =>
    account.name === name &&
    (["vaultId", "publicKey", "stateKey"] as const).every((fact) => account[fact] === pins[fact]);
  const found = all.find(isThere);
  if (!found) return null;
  const read = await readUsable(api, found.id);
  return read.ok ? read.value : null;
}

/** Entry, record and proof; the last one on its own, so that the background compares what it is told. */
async function keep(
  { api }: Tools,
  known: UsableRecord | null,
  fresh: VaultAccount,
  entry: Entry,
): Promise<Result<unknown>> {
  const vaults = known ? [] : [noteOf(randomId(), fresh)];
  const body = writeBody({ ...emptyKeyring(), entries: [entry], vaults });
  const merged = await api.ask("keyring.merge", { body: toBase64(body), atMs: 0 });
  wipe(body);
  if (!merged.ok) return merged;
  if (known) {
    const { createdAtMs, pending } = afterLogin(known.account, fresh);
    // Set anew elsewhere with another key: the one it was kept for has no copy there any more.
    const doubted = known.account.entryId === entry.id ? ok(null) : await doubt(api, known.account);
    // Saving keeps the highest state.
    const account = { ...fresh, createdAtMs, pending };
    const noted = doubted.ok ? await saveRecord(api, known.id, account, entry.id) : doubted;
    if (!noted.ok) return noted;
    // A password that waits is not the one that has opened it, and an old database proves nothing of the
    // present one.
    if (pending !== null || isBehind(fresh, known.account)) return ok(null);
  }
  return markProven(api, fresh, formatBackupKey(entry.key));
}

async function restoreOver(tools: Tools, wish: RestoreWish, known: UsableRecord | null): Promise<Said> {
  const { api, exchange } = tools;
  const { entries, ...asked } = wish;
  const steps = await loadSteps();
  // The device that is known there already: another one each time would fill the list.
  const { deviceSeed, deviceKey } = known?.account ?? wish.device;
  const restoring = { ...asked, device: { deviceSeed, deviceKey }, join: true };
  const restored = await steps.restore(exchange, restoring, api.stretchings);
  if (!restored.ok) {
    const doubted = known ? await doubtAfter(api, known, restored.error) : ok(null);
    if (!doubted.ok) return failedBy(doubted.error.code);
    return refused(restored.error);
  }
  const { content, failuresSince, joined } = restored.value;
  const print = fingerprint(content.key);
  const there = entries.find((entry) => entry.fingerprint === print);
  const entry = entryOf(content, there);
  const fresh: VaultAccount = { ...restored.value.account, entryId: entry.id, createdAtMs: api.nowMs() };
  const kept = await keep(tools, known, fresh, entry);
  wipe(content.key);
  if (!kept.ok) return failedBy(kept.error.code);
  const said: Sentence = ({ entryName, vaultRestoredText }) => {
    const name = entryName(there ?? { ...content, fingerprint: print });
    return vaultRestoredText(name, there !== undefined, failuresSince, joined);
  };
  if (!known || !isBehind(fresh, known.account)) return { good: true, text: said };
  return { good: false, text: (text) => `${said(text)} ${text.refusalText({ code: "rolled-back" })}` };
}

/**
 * A record that is here keeps what it has begun, its device and the highest state; nobody else works on it
 * meanwhile.
 */
export async function restoreKey(tools: Tools, wish: RestoreWish): Promise<Said> {
  const known = await knownOf(tools.api, wish);
  if (known === null) return restoreOver(tools, wish, null);
  return oneAtATime(known.id, async () => restoreOver(tools, wish, await knownOf(tools.api, wish)), BUSY);
}
