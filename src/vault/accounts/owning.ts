/** What an owner may see and do with the account: status, devices, export, delete. */
import { type Device, MOST_ATTEMPTS, type Reply, type RequestOf } from "../../protocol/vault/wire.ts";
import { type Answer, refuse, secondsUntil } from "../endpoint-answer.ts";
import { devices, entomb, removeDevice, touch } from "../store/accounts.ts";
import type { Queries } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import { tallyErased } from "../store/tallies.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { signedState } from "./state.ts";

async function devicesOf(queries: Queries, row: Uint8Array): Promise<Device[]> {
  return (await queries.all(devices, { row })).map(({ key, added_at_ms, last_seen_at_ms }) => ({
    key: toBase64url(key),
    addedAtMs: added_at_ms,
    lastSeenAtMs: last_seen_at_ms,
  }));
}

const countsOf = (present: AccountsTable) => ({
  generation: present.generation,
  attemptsLeft: present.attempts_left,
  failuresSince: MOST_ATTEMPTS - present.attempts_left,
  lifetimeFailures: present.lifetime_failures,
  createdAtMs: present.created_at_ms,
  changedAtMs: present.changed_at_ms,
});

export async function status(
  vault: Vault,
  _: RequestOf<"/v1/status">,
  present: AccountsTable,
): Promise<Answer<Reply<"/v1/status">>> {
  return {
    ok: true,
    value: {
      ...countsOf(present),
      retryAfterSeconds: secondsUntil(present.next_attempt_at_ms, vault.clock.nowMs()),
      devices: await devicesOf(vault.database, present.row_id),
      state: signedState(vault, present),
    },
  };
}

export async function exportAll(
  vault: Vault,
  _: RequestOf<"/v1/export">,
  present: AccountsTable,
): Promise<Answer<Reply<"/v1/export">>> {
  const { row_id, record, sealed_key, stretching } = present;
  if (!record || !sealed_key) return refuse("erased");
  return {
    ok: true,
    value: {
      ...countsOf(present),
      vaultId: toBase64url(vault.keys.vaultId),
      rowId: toBase64url(row_id),
      registrationRecord: toBase64url(record),
      sealedKey: toBase64url(sealed_key),
      stretching,
      devices: await devicesOf(vault.database, row_id),
    },
  };
}

/** A device that is not listed counts as revoked, so a repeated request gets the same answer. */
export async function revoke(
  vault: Vault,
  { generation, deviceKey }: RequestOf<"/v1/devices/revoke">,
  { row_id: row }: AccountsTable,
): Promise<Answer<Reply<"/v1/devices/revoke">>> {
  const key = fromBase64url(deviceKey);
  return vault.database.transaction(async (queries) => {
    const [touched] = await queries.all(touch, { row, generation });
    if (!touched) return refuse("generation-changed");
    await queries.all(removeDevice, { row, key });
    return {
      ok: true,
      value: { devices: await devicesOf(queries, row), state: signedState(vault, touched) },
    };
  });
}

/** The name stays taken for good. The devices stay listed: only they are told that the account is gone. */
export async function forget(vault: Vault, row: Uint8Array): Promise<Answer<Reply<"/v1/delete">>> {
  const now = vault.clock.nowMs();
  const done = await vault.database.transaction(async (queries) => {
    const erased = await queries.all(entomb, { row, now });
    if (erased.length > 0) await tallyErased(queries, erased);
    return { ok: true, value: erased.length } as const;
  });
  if (done.value === 0) return refuse("erased");
  vault.count("deletion");
  await vault.database.tidy();
  return { ok: true, value: { deleted: true } };
}
