/** What an owner may see and do with the account: status, devices, export, delete. */
import { MOST_ATTEMPTS, type Reply, type RequestOf } from "../../protocol/vault/wire.ts";
import { type Answer, refuse, secondsUntil } from "../endpoint-answer.ts";
import { entomb, removeDevice, touch } from "../store/accounts.ts";
import type { AccountsTable } from "../store/tables.ts";
import { tallyErased } from "../store/tallies.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { devicesOf } from "./devices.ts";
import { signedState } from "./state.ts";

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
  _: unknown,
  present: AccountsTable,
): Promise<Answer<Reply<"/v2/status">>> {
  const devices = await devicesOf(vault.database, present.row_id);
  return {
    ok: true,
    value: {
      ...countsOf(present),
      retryAfterSeconds: secondsUntil(present.next_attempt_at_ms, vault.clock.nowMs()),
      devices,
      state: signedState(vault, present, devices),
    },
  };
}

export async function exportAll(
  vault: Vault,
  _: unknown,
  present: AccountsTable,
): Promise<Answer<Reply<"/v2/export">>> {
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
  { generation, deviceKey }: Pick<RequestOf<"/v2/devices/revoke">, "generation" | "deviceKey">,
  { row_id: row }: AccountsTable,
): Promise<Answer<Reply<"/v2/devices/revoke">>> {
  const key = fromBase64url(deviceKey);
  return vault.database.transaction(async (queries) => {
    const [touched] = await queries.all(touch, { row, generation });
    if (!touched) return refuse("generation-changed");
    await queries.all(removeDevice, { row, key });
    const devices = await devicesOf(queries, row);
    return { ok: true, value: { devices, state: signedState(vault, touched, devices) } };
  });
}

/** The name stays taken for good. The devices stay listed: only they are told that the account is gone. */
export async function forget(vault: Vault, row: Uint8Array): Promise<Answer<Reply<"/v2/delete">>> {
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
