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
import { refusalText, restoredText } from "../text/vault.ts";
import { entryName, errorText } from "../text.ts";
import { loadSteps, type Said, type Tools } from "./acts.ts";
import { noteOf, readRecords, saveRecord } from "./records.ts";

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

const isSameRow = (one: VaultAccount | null, other: VaultAccount): boolean =>
  one?.vaultId === other.vaultId && one.rowId === other.rowId;

export async function restoreKey({ api, exchange }: Tools, wish: RestoreWish): Promise<Said> {
  const { entries, ...asked } = wish;
  const steps = await loadSteps();
  const restored = await steps.restore(exchange, { ...asked, join: true });
  if (!restored.ok) return { good: false, text: refusalText(restored.error), refusal: restored.error };
  const { content, failuresSince, joined } = restored.value;
  const print = fingerprint(content.key);
  const there = entries.find((entry) => entry.fingerprint === print);
  const entry = entryOf(content, there, api.nowMs());
  const createdAtMs = api.nowMs();
  const account: VaultAccount = { ...restored.value.account, entryId: entry.id, createdAtMs };
  // A record that is here already keeps its note, which then says what this restore has brought.
  const records = await readRecords(api);
  const known = (records.ok ? records.value : []).find(({ account: its }) => isSameRow(its, account));
  const vaults = known ? [] : [noteOf(randomId(), account)];
  const body = writeBody({ ...emptyKeyring(), entries: [entry], vaults });
  const merged = await api.ask("keyring.merge", { body: toBase64(body), atMs: 0 });
  const noted = merged.ok && known ? await saveRecord(api, known.id, account) : merged;
  const name = entryName(there ?? { ...content, fingerprint: print });
  wipe(body, content.key);
  if (!noted.ok) return { good: false, text: errorText[noted.error.code] };
  return { good: true, text: restoredText(name, there !== undefined, failuresSince, joined) };
}
