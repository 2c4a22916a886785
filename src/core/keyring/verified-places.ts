/** Where else a key is kept, and whether it was read back from there. */
import { fail, ok, type Result } from "../errors.ts";
import { type Entry, findByKey, type KeyPlace, type Keyring } from "./opened-keyring.ts";
import { MOST_PLACES } from "./storage-budget.ts";

/** Where people keep a key. An imported keyring may name other places. */
export const NAMED_PLACES = [
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
export type NamedPlace = (typeof NAMED_PLACES)[number];
/** One record in a backup key vault: each is a place of its own, verified by a login with its password. */
export type VaultPlace = `vault:${string}.${string}`;
export type PlaceId = NamedPlace | VaultPlace;

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

/**
 * What a file is, as its own bytes tell: the database of a password manager, an export that the manager itself has
 * written, ours, or any other one. So whatever the user says of a file, its bytes count for one of these alone.
 */
export const FILE_PLACES = ["keepass", "bitwarden", "keyring-file", "file"] as const satisfies NamedPlace[];
export type FilePlace = (typeof FILE_PLACES)[number];

/** A place that holds nothing but files: a key that was typed or pasted shows nothing of it. */
export function isOnlyFiles(place: string): boolean {
  return place === "file" || place === EXPORT;
}

export function isNamedPlace(value: unknown): value is NamedPlace {
  return (NAMED_PLACES as readonly unknown[]).includes(value);
}

export function isPlaceId(value: unknown): value is PlaceId {
  return isNamedPlace(value) || (typeof value === "string" && isVaultPlace(value));
}

/** With one place left, the next mishap is the last one. */
const SAFE_PLACES = 2;

/** It goes with the profile, as the keyring does. */
const INSIDE: PlaceId = "browser-passwords";
const EXPORT: PlaceId = "keyring-file";

/** Is this place one that outlives this browser's profile? */
export function isOutside(place: string): boolean {
  return place !== INSIDE;
}

/** Verified places outside this browser; several records in one vault are lost together, and count as one. */
export function countVerifiedPlaces({ places }: Pick<Entry, "places">): number {
  const verified = places.filter(({ place, verifiedAtMs }) => verifiedAtMs !== null && isOutside(place));
  return new Set(verified.map(({ place }) => vaultOf(place) ?? place)).size;
}

/** Verified in {@link SAFE_PLACES} places outside this browser. */
export function isSafe(entry: Pick<Entry, "places">): boolean {
  return countVerifiedPlaces(entry) >= SAFE_PLACES;
}

/** Notes for these keys that the exported keyring holds them. That place is verified when they come back from it. */
export function markExported(keyring: Keyring, exported: Keyring): Keyring {
  const mark = (entry: Entry): Entry =>
    findByKey(exported, entry.key) === null || isExported(entry)
      ? entry
      : { ...entry, places: withPlace(entry.places, { place: EXPORT, verifiedAtMs: null, goneAtMs: null }) };
  return { ...keyring, entries: keyring.entries.map(mark) };
}

/** Does an exported keyring hold it? */
export function isExported({ places }: Pick<Entry, "places">): boolean {
  return heldPlaces({ places }).some(({ place }) => place === EXPORT);
}

/** Notes that the key came back from this place: each place stands once. */
export function markVerified(
  keyring: Keyring,
  id: string,
  place: PlaceId,
  nowMs: number,
): Result<Keyring, "not-found"> {
  if (!keyring.entries.some((entry) => entry.id === id && entry.deletedAtMs === null))
    return fail("not-found");
  return ok(putPlace(keyring, id, { place, verifiedAtMs: nowMs, goneAtMs: null }));
}

/** Notes for each of these keys that it came back from a file. Deleted keys too: they can be restored. */
export function markInFile(
  keyring: Keyring,
  isInFile: (entry: Entry) => boolean,
  place: FilePlace,
  nowMs: number,
): Keyring {
  const put = { place, verifiedAtMs: nowMs, goneAtMs: null };
  const mark = (entry: Entry): Entry =>
    isInFile(entry) ? { ...entry, places: withPlace(entry.places, put) } : entry;
  return { ...keyring, entries: keyring.entries.map(mark) };
}

/** Notes that this place holds the key no more. An entry that is not there is as good as done. */
export function forgetPlace(keyring: Keyring, id: string, place: PlaceId, nowMs: number): Keyring {
  return putPlace(keyring, id, { place, verifiedAtMs: null, goneAtMs: nowMs });
}

/** The places that hold the key, as far as is known. */
export function heldPlaces({ places }: Pick<Entry, "places">): KeyPlace[] {
  return places.filter(({ goneAtMs }) => goneAtMs === null);
}

/** Without as many of these as are too many, the first ones first. */
function withoutExcess(places: readonly KeyPlace[], mayGo: readonly KeyPlace[]): KeyPlace[] {
  const going = new Set(mayGo.slice(0, Math.max(0, places.length - MOST_PLACES)));
  return places.filter((one) => !going.has(one));
}

/** Of too many, those that no longer hold the key go, the longest ago first. */
export function withoutGone(places: readonly KeyPlace[]): KeyPlace[] {
  const gone = places.filter(({ goneAtMs }) => goneAtMs !== null);
  return withoutExcess(
    places,
    gone.sort((a, b) => (a.goneAtMs ?? 0) - (b.goneAtMs ?? 0)),
  );
}

/**
 * The places with this one. Of too many, those that are only said to hold the key go as well: a prepared file
 * could fill the list with them, and no place would ever be verified. This one stays out where all others are
 * verified and it is not.
 */
function withPlace(places: readonly KeyPlace[], put: KeyPlace): KeyPlace[] {
  const others = places.filter(({ place }) => place !== put.place);
  const all = withoutGone([...others, put]);
  const unverified = all.filter((one) => one !== put && one.verifiedAtMs === null);
  return withoutExcess(all, put.verifiedAtMs === null ? [...unverified, put] : unverified);
}

function putPlace(keyring: Keyring, id: string, put: KeyPlace): Keyring {
  const entries = keyring.entries.map((entry) =>
    entry.id === id ? { ...entry, places: withPlace(entry.places, put) } : entry,
  );
  return { ...keyring, entries };
}
