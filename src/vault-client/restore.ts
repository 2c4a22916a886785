/** Getting a key back, or showing that it can be had back: steps that need the password. */

import { equalBytes } from "../core/bytes.ts";
import { ok } from "../core/errors.ts";
import type { BackupKey } from "../core/key/backup-key.ts";
import { afterLogin, type VaultAccount } from "../core/keyring/vault-record.ts";
import type { DeviceKey } from "./device.ts";
import type { Exchange } from "./exchange.ts";
import { logIn, type Opened } from "./login.ts";
import type { Stretchings } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { type Pins, pinsOf } from "./vault-id.ts";

export type RestoreWish = Pick<VaultAccount, "address" | "name"> & {
  /** As typed. */
  password: string;
  /** The vault's facts, whose vault ID the user has compared with the one on the recovery card. */
  pins: Pins;
  /** Of this browser; the same one when it is tried again. */
  device: DeviceKey;
  /** Should this browser be able to change the password and to delete the vault entry? */
  join: boolean;
};

export type Restored = Pick<
  Opened,
  "content" | "failuresSince" | "lifetimeFailures" | "joined" | "ticket"
> & {
  /**
   * To be stored with the key. If the browser did not become a device, it can only log in. The caller fills
   * in which entry of the keyring it belongs to.
   */
  account: Omit<VaultAccount, "entryId" | "createdAtMs">;
};

/**
 * Reads the key on a browser that knows only the vault's address, the account's name and the password.
 *
 * Nothing needs to be stored before: each try starts from the beginning. If the last answer is lost, the
 * vault may already know this browser as a device; a second try with the same `device` does not add another.
 */
export async function restore(
  exchange: Exchange,
  wish: RestoreWish,
  stretchings: Stretchings,
): Promise<Outcome<Restored>> {
  const { address, name, password, device, join } = wish;
  const pins = pinsOf(wish.pins);
  const deviceKey = join ? device.deviceKey : null;
  const wanted = { address, name, password, pins, known: null, deviceKey };
  const opened = await logIn(exchange, wanted, stretchings);
  if (!opened.ok) return opened;
  const { rowId, generation, sequence, signed, ...rest } = opened.value;
  const account = {
    address,
    name,
    ...pins,
    rowId,
    ...device,
    ...{ generation, sequence, signed, pending: null },
  };
  return ok({ ...rest, account });
}

export type Verified = Pick<Opened, "failuresSince" | "lifetimeFailures"> & {
  /** To be stored; the key counts as verified in this vault. */
  account: VaultAccount;
  /** As it came back, equal to the one asked for; whoever asked wipes it. */
  key: BackupKey;
};

async function logInAgain(
  exchange: Exchange,
  account: VaultAccount,
  { password, key }: { password: string; key: BackupKey },
  deviceKey: string | null,
  stretchings: Stretchings,
): Promise<Outcome<Verified>> {
  const { address, name } = account;
  const wish = { address, name, password, pins: account, known: account, deviceKey };
  const opened = await logIn(exchange, wish, stretchings);
  if (!opened.ok) return opened;
  const { content, generation, sequence, signed, failuresSince, lifetimeFailures } = opened.value;
  const refusal = !equalBytes(content.key, key)
    ? refuse("other-key")
    : deviceKey !== null && !opened.value.joined
      ? refuse("too-many-devices")
      : null;
  if (refusal) {
    content.key.fill(0);
    return refusal;
  }
  const now = afterLogin(account, { generation, sequence, signed });
  return ok({ account: now, key: content.key, failuresSince, lifetimeFailures });
}

/**
 * Verifies that the password gives exactly this key back: the last step of setting a new password, and a check
 * at any other time. If it is interrupted, call it again.
 */
export function verify(
  exchange: Exchange,
  account: VaultAccount,
  known: { password: string; key: BackupKey },
  stretchings: Stretchings,
): Promise<Outcome<Verified>> {
  return logInAgain(exchange, account, known, null, stretchings);
}

/**
 * Makes this browser a device of the vault entry, by the password: the first one of a new vault entry, or one
 * more. The device's key is in the account
 * already, so a repeat after a lost answer adds no second device.
 */
export function addDevice(
  exchange: Exchange,
  account: VaultAccount,
  known: { password: string; key: BackupKey },
  stretchings: Stretchings,
): Promise<Outcome<Verified>> {
  return logInAgain(exchange, account, known, account.deviceKey, stretchings);
}
