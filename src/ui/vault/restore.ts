/** A key out of a vault into this keyring: entry and record in one change, so that neither is there without the other. */
import { fingerprint } from "../../core/backup-key.ts";
import { randomId, toBase64, wipe } from "../../core/bytes.ts";
import { type Entry, emptyKeyring } from "../../core/keyring.ts";
import { writeBody } from "../../core/keyring-body.ts";
import type { VaultAccount } from "../../core/vault-account.ts";
import type { EntrySummary } from "../../protocol/page.ts";
import type { DeviceKey } from "../../vault-client/device.ts";
import type { Pins } from "../../vault-client/fingerprint.ts";
import type { KeyContent } from "../../vault-client/sealed-key.ts";
import { isBehind } from "../../vault-client/state.ts";
import type { Api } from "../api.ts";
import { refusalText, restoredText, vaultText } from "../text/vault.ts";
import { entryName, errorText } from "../text.ts";
import { isSettled, loadSteps, type Said, type Tools } from "./acts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { isUsable, noteOf, type Record, readRecords, saveRecord } from "./records.ts";

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
function entryOf(content: KeyContent, there: EntrySummary | undefined, nowMs: number): Entry {
  return {
    ...content,
    id: there?.id ?? randomId(),
    createdAtMs: there ? Math.max(there.createdAtMs + 1, content.createdAtMs) : content.createdAtMs,
    note: "",
    lastUsedAtMs: null,
    provenAtMs: null,
    copies: [{ place: "vault", provenAtMs: nowMs, goneAtMs: null }],
    supersededBy: null,
    deletedAtMs: null,
  };
}

const isSameRow = (one: VaultAccount, other: VaultAccount): boolean =>
  one.vaultId === other.vaultId && one.rowId === other.rowId;

async function knownOf(api: Api, account: VaultAccount): Promise<Record | null> {
  const records = await readRecords(api);
  const all = records.ok ? records.value.filter(isUsable) : [];
  return all.find(({ account: its }) => isSameRow(its, account)) ?? null;
}

/** A record that is here already keeps what it has begun, the highest state, and its device where this one is not one. */
function updated(known: VaultAccount, fresh: VaultAccount, joined: boolean): VaultAccount {
  const { deviceSeed, deviceKey } = joined ? fresh : known;
  const { generation, sequence } = isBehind(fresh, known) ? known : fresh;
  const pending = isSettled(known) ? null : known.pending;
  return { ...fresh, deviceSeed, deviceKey, generation, sequence, createdAtMs: known.createdAtMs, pending };
}

export async function restoreKey({ api, exchange }: Tools, wish: RestoreWish): Promise<Said> {
  const { entries, ...asked } = wish;
  const steps = await loadSteps();
  const restored = await steps.restore(exchange, { ...asked, join: true });
  if (!restored.ok) return { good: false, text: refusalText(restored.error), refusal: restored.error };
  const { content, failuresSince, joined } = restored.value;
  const print = fingerprint(content.key);
  const there = entries.find((entry) => entry.fingerprint === print);
  const entry = entryOf(content, there, api.nowMs());
  const fresh: VaultAccount = { ...restored.value.account, entryId: entry.id, createdAtMs: api.nowMs() };
  const name = entryName(there ?? { ...content, fingerprint: print });
  const said = restoredText(name, there !== undefined, failuresSince, joined);
  const keep = async (known: Record | null): Promise<Said> => {
    const isBegun = known !== null && !isSettled(known.account);
    const vaults = known ? [] : [noteOf(randomId(), fresh)];
    // A password that waits is not the one that has opened it now.
    const copies = isBegun ? [] : entry.copies;
    const body = writeBody({ ...emptyKeyring(), entries: [{ ...entry, copies }], vaults });
    const merged = await api.ask("keyring.merge", { body: toBase64(body), atMs: 0 });
    wipe(body);
    const account = known && updated(known.account, fresh, joined);
    const noted = merged.ok && known ? await saveRecord(api, known.id, account) : merged;
    if (!noted.ok) return { good: false, text: errorText[noted.error.code] };
    if (!known || !isBehind(fresh, known.account)) return { good: true, text: said };
    return { good: false, text: `${said} ${refusalText({ code: "rolled-back" })}` };
  };
  const known = await knownOf(api, fresh);
  const work = async () => keep(await knownOf(api, fresh));
  const busy = { good: false, text: vaultText.elsewhere };
  const kept = await (known ? oneAtATime<Said>(known.id, work, busy) : work());
  wipe(content.key);
  return kept;
}
