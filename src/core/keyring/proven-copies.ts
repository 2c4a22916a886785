/** Copies of a key outside this browser, each proven by the key itself having come back from it. */
import { fail, ok, type Result } from "../errors.ts";
import { type Copy, type Entry, findByKey, type Keyring } from "./opened-keyring.ts";

/** Where people keep a key. A copy may stand in another place that an imported keyring names. */
export const COPY_PLACES = [
  "bitwarden",
  "keepass",
  "1password",
  "proton-pass",
  "apple-passwords",
  "browser-passwords",
  "file",
  "paper",
  "phone",
  /** The exported keyring: `keyring-export.ts`. */
  "keyring-file",
  "elsewhere",
] as const;
/** One that the user names. */
export type NamedPlace = (typeof COPY_PLACES)[number];
/** One record in a backup key vault: each is a copy of its own, proven by a login with its password. */
export type VaultPlace = `vault:${string}.${string}`;
export type CopyPlace = NamedPlace | VaultPlace;

/** @param vaultId - base64url, 16 bytes. @param rowId - base64url, 32 bytes. */
export const vaultPlace = (vaultId: string, rowId: string): VaultPlace => `vault:${vaultId}.${rowId}`;

/** The vault that a place is in; null for a place of another kind. */
function vaultOf(place: string): string | null {
  const [, vaultId = null] = /^vault:([\w-]{22})\.[\w-]{43}$/.exec(place) ?? [];
  return vaultId;
}

export function isVaultPlace(place: string): place is VaultPlace {
  return vaultOf(place) !== null;
}

export function isNamedPlace(value: unknown): value is NamedPlace {
  return (COPY_PLACES as readonly unknown[]).includes(value);
}

export function isCopyPlace(value: unknown): value is CopyPlace {
  return isNamedPlace(value) || (typeof value === "string" && isVaultPlace(value));
}

/** With one copy left, the next mishap is the last one. */
const SAFE_PLACES = 2;

/** It goes with the profile, as the keyring does. */
const INSIDE: CopyPlace = "browser-passwords";
const EXPORT: CopyPlace = "keyring-file";

/** Is this place one that outlives this browser's profile? */
export function isOutside(place: string): boolean {
  return place !== INSIDE;
}

/** Proven places outside this browser; several records in one vault are lost together, and count as one. */
export function countProvenPlaces({ copies }: Pick<Entry, "copies">): number {
  const proven = copies.filter(({ place, provenAtMs }) => provenAtMs !== null && isOutside(place));
  return new Set(proven.map(({ place }) => vaultOf(place) ?? place)).size;
}

/** Copies in {@link SAFE_PLACES} places outside this browser are proven. */
export function isSafe(entry: Pick<Entry, "copies">): boolean {
  return countProvenPlaces(entry) >= SAFE_PLACES;
}

/** Notes for these keys that the exported keyring holds them. It is proven when they come back from it. */
export function markExported(keyring: Keyring, exported: Keyring): Keyring {
  const mark = (entry: Entry): Entry =>
    findByKey(exported, entry.key) === null || isExported(entry)
      ? entry
      : { ...entry, copies: [...entry.copies, { place: EXPORT, provenAtMs: null, goneAtMs: null }] };
  return { ...keyring, entries: keyring.entries.map(mark) };
}

/** Does an exported keyring hold it? */
export function isExported({ copies }: Pick<Entry, "copies">): boolean {
  return heldCopies({ copies }).some(({ place }) => place === EXPORT);
}

/** Notes that the key came back from this place: each place stands once. */
export function markCopyProven(
  keyring: Keyring,
  id: string,
  place: CopyPlace,
  nowMs: number,
): Result<Keyring, "not-found"> {
  if (!keyring.entries.some((entry) => entry.id === id && entry.deletedAtMs === null))
    return fail("not-found");
  return ok(putCopy(keyring, id, { place, provenAtMs: nowMs, goneAtMs: null }));
}

/** Notes that this place holds the key no more. An entry that is not there is as good as done. */
export function forgetCopy(keyring: Keyring, id: string, place: CopyPlace, nowMs: number): Keyring {
  return putCopy(keyring, id, { place, provenAtMs: null, goneAtMs: nowMs });
}

/** The places that hold the key, as far as is known. */
export function heldCopies({ copies }: Pick<Entry, "copies">): Copy[] {
  return copies.filter(({ goneAtMs }) => goneAtMs === null);
}

function putCopy(keyring: Keyring, id: string, put: Copy): Keyring {
  const entries = keyring.entries.map((entry) =>
    entry.id === id
      ? { ...entry, copies: [...entry.copies.filter(({ place }) => place !== put.place), put] }
      : entry,
  );
  return { ...keyring, entries };
}
