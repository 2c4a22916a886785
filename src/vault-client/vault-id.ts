/**
 * Which vault it is: its pinned keys, and the vault ID by which people compare them.
 *
 * Vault ID: the first 80 bits of SHA-256("sixtyfour/vault/v1/fingerprint\0" ‖ vault id (16) ‖ public key
 * (32) ‖ state key (32)), in Crockford's base 32, four groups of four. It stands on the recovery card.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64Url } from "../core/base64url.ts";
import { concatBytes, utf8ToBytes } from "../core/bytes.ts";
import { readCrockford, toCrockford } from "../core/crockford.ts";
import type { VaultFacts } from "../protocol/vault/wire.ts";
import { checkOrigin, type Exchange, readFacts } from "./exchange.ts";
import { type Outcome, refuse } from "./outcome.ts";

const LABEL = /* @__PURE__ */ utf8ToBytes("sixtyfour/vault/v1/fingerprint\0");
const VAULT_ID_BYTES = 10;
const GROUP = /.{4}/g;

/** What makes it this vault and no other, base64url. */
export type Pins = Pick<VaultFacts, "vaultId" | "publicKey" | "stateKey">;

/** `k7m2-93qx-0v1d-c8tn` */
export function shownVaultId(pins: Pins): string {
  const parts = [pins.vaultId, pins.publicKey, pins.stateKey].map((text) => fromBase64Url(text));
  const bytes = parts.filter((part) => part !== null);
  if (bytes.length !== parts.length) throw new RangeError("pins are checked before");
  const hash = sha256(concatBytes(LABEL, ...bytes)).subarray(0, VAULT_ID_BYTES);
  return (toCrockford(hash).match(GROUP) ?? []).join("-");
}

/** Is it the vault ID that somebody typed off a recovery card? */
export function isVaultIdOf(pins: Pins, typed: string): boolean {
  return readCrockford(typed) === readCrockford(shownVaultId(pins));
}

/** The pinned facts, and the origin at which the vault is asked. */
export type Place = Pins & { address: string };

export function pinsOf({ vaultId, publicKey, stateKey }: Pins): Pins {
  return { vaultId, publicKey, stateKey };
}

/**
 * Asks the vault for its facts and compares them with the pinned ones. Every step begins with this, so that a
 * vault with a different key, and an address that is not the vault's own, are noticed before an attempt is
 * spent. Anyone can repeat the right facts, so
 * OPAQUE checks later that the vault really has the key.
 */
export async function checkVault(exchange: Exchange, pins: Place): Promise<Outcome<VaultFacts>> {
  const facts = await readFacts(exchange);
  if (!facts.ok) return facts;
  const { vaultId, publicKey, stateKey } = facts.value;
  const same = vaultId === pins.vaultId && publicKey === pins.publicKey && stateKey === pins.stateKey;
  return same ? checkOrigin(facts.value, pins.address) : refuse("vault-changed");
}
