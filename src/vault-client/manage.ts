/**
 * What an owner can see and do without the password: read status and devices, revoke a device, delete the
 * vault entry, export everything that the vault holds.
 *
 * A browser that has just restored a key and is not one of the devices brings a ticket, where a device signs.
 */
import { ok } from "../core/errors.ts";
import { atState, type VaultAccount } from "../core/keyring/vault-record.ts";
import type { Reply } from "../protocol/vault/wire.ts";
import type { Exchange } from "./exchange.ts";
import { type Outcome, refuse } from "./outcome.ts";
import type { Ticket } from "./session.ts";
import { askSigned, type SignedPath } from "./signed-request.ts";
import { checkStateAndDevices } from "./state.ts";
import { checkVault } from "./vault-id.ts";

async function askOwn<P extends SignedPath>(
  exchange: Exchange,
  account: VaultAccount,
  path: P,
  more: object,
  ticket: Ticket | null,
): Promise<Outcome<Reply<P>>> {
  const vault = await checkVault(exchange, account);
  if (!vault.ok) return vault;
  const { rowId, generation, address: origin } = account;
  const body = JSON.stringify({ rowId, generation, origin, ...more });
  const answer = await askSigned(exchange, account, path, body, ticket);
  if (answer.ok || answer.error.code !== "generation-changed") return answer;
  // The vault takes any generation up to its present one. It refused ours, so ours is ahead of the vault's.
  return path === "/v2/devices/revoke" ? answer : refuse("rolled-back");
}

export type Status = Omit<Reply<"/v2/status">, "state">;

/** @returns the status, and the account to store: another device may have changed the password since. */
export async function readStatus(
  exchange: Exchange,
  account: VaultAccount,
  ticket: Ticket | null = null,
): Promise<Outcome<{ account: VaultAccount; status: Status }>> {
  const answer = await askOwn(exchange, account, "/v2/status", {}, ticket);
  if (!answer.ok) return answer;
  const { state: signed, ...status } = answer.value;
  const { generation, devices } = status;
  const about = { rowId: account.rowId, generation };
  const state = await checkStateAndDevices(devices, signed, account, about, account);
  if (!state.ok) return state;
  if (state.value.lifetimeFailures !== status.lifetimeFailures) return refuse("not-a-vault");
  return ok({ account: atState(account, state.value), status });
}

/** @param deviceKey - as `readStatus` lists it. A device that is not there (any more) is revoked. */
export async function revokeDevice(
  exchange: Exchange,
  account: VaultAccount,
  deviceKey: string,
  ticket: Ticket | null = null,
): Promise<Outcome<{ account: VaultAccount; devices: Status["devices"] }>> {
  const answer = await askOwn(exchange, account, "/v2/devices/revoke", { deviceKey }, ticket);
  if (!answer.ok) return answer;
  const { devices, state: from } = answer.value;
  const state = await checkStateAndDevices(devices, from, account, account, account);
  if (!state.ok) return state;
  // The vault's word is not enough: what it has signed must be without this device.
  if (devices.some(({ key }) => key === deviceKey)) return refuse("not-a-vault");
  const { sequence, signed } = state.value;
  return ok({ account: { ...account, sequence, signed }, devices });
}

/** To be stored before {@link deleteRecord}, so that the next unlock shows that a deletion was begun. */
export function markForDeletion(account: VaultAccount): VaultAccount {
  return { ...account, pending: { step: "delete" } };
}

/**
 * Deletes the vault entry, its sealed key included. The caller removes the account from the keyring only
 * after that; the key itself stays in the keyring. An entry that is already gone counts as deleted, so that
 * this can be repeated when the answer is lost.
 */
export async function deleteRecord(
  exchange: Exchange,
  account: VaultAccount,
  ticket: Ticket | null = null,
): Promise<Outcome<true>> {
  const answer = await askOwn(exchange, account, "/v2/delete", {}, ticket);
  if (answer.ok) return answer.value.deleted ? ok(true) : refuse("not-a-vault");
  return answer.error.code === "erased" ? ok(true) : answer;
}

/** All that the vault holds of this account; nothing in it opens without the password. */
export async function exportRecord(
  exchange: Exchange,
  account: VaultAccount,
  ticket: Ticket | null = null,
): Promise<Outcome<Reply<"/v2/export">>> {
  const answer = await askOwn(exchange, account, "/v2/export", {}, ticket);
  if (!answer.ok) return answer;
  const { vaultId, rowId } = answer.value;
  return vaultId === account.vaultId && rowId === account.rowId ? answer : refuse("not-a-vault");
}
