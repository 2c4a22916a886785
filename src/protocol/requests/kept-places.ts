/** What our pages say of places outside this browser. */
import * as v from "valibot";
import { MOST_STORED } from "../../core/keyring/storage-budget.ts";
import {
  FILE_PLACES,
  isOnlyFiles,
  isPlaceId,
  isVaultPlace,
  type PlaceId,
  type VaultPlace,
} from "../../core/keyring/verified-places.ts";
import { exact, id, integer, keyHex, list, matching, type Nothing, type TypeOf } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { PlaceCheck } from "../page.ts";

const GROUPS = 16;

const place = v.custom<PlaceId>(isPlaceId);
const inVault = v.custom<VaultPlace>((said) => isPlaceId(said) && isVaultPlace(said));
const group = exact({ at: integer(0, GROUPS - 1), digits: matching(/^[0-9a-f]{4}$/, 4) });

/** What came back from a place: the key, or two of its groups as they stand on paper. */
const shownEvidence = v.union([
  exact({ kind: v.literal("key"), hex: keyHex }),
  exact({
    kind: v.literal("groups"),
    groups: v.pipe(
      v.strictTuple([group, group]),
      v.check(([one, two]) => one.at !== two.at),
    ),
  }),
]);
/** What was typed, read by a camera, or given by a vault. */
export type ShownEvidence = TypeOf<typeof shownEvidence>;

/** No page of ours stays open for longer. */
const LONGEST_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * `pasted`: some of it came over the clipboard, first so many milliseconds ago. It may be what Sixtyfour itself
 * has put there.
 */
const evidence = v.union([
  shownEvidence,
  exact({ kind: v.literal("pasted"), msAgo: integer(0, LONGEST_MS), given: shownEvidence }),
]);
export type PlaceEvidence = TypeOf<typeof evidence>;

const shownOf = (said: PlaceEvidence): ShownEvidence => (said.kind === "pasted" ? said.given : said);

export const PLACE_REQUESTS = [
  /** Compares what came back with the key; if it is the key, stores that the place is verified. */
  defineRequest("place.verify", {
    payload: () =>
      v.pipe(
        exact({ id, place, evidence }),
        // Two groups verify paper alone: what can be pasted is compared whole.
        v.check((said) => shownOf(said.evidence).kind !== "groups" || said.place === "paper"),
        // A file is read, and a vault gives the key to whoever logs in.
        v.check((said) => !isOnlyFiles(said.place)),
        v.check((said) => said.evidence.kind !== "pasted" || !isVaultPlace(said.place)),
      ),
    answer: answer<PlaceCheck>(),
    isUse: true,
    changesState: true,
    askedBy: "every page",
  }),
  /**
   * Stores that a file of this kind holds these keys, named by core `keyDigest`. `ids`: the entries that have
   * them, without deleted ones.
   */
  defineRequest("place.verify-file", {
    payload: () => exact({ place: v.picklist(FILE_PLACES), digests: list(keyHex, MOST_STORED) }),
    answer: answer<{ ids: string[] }>(),
    isUse: true,
    changesState: true,
  }),
  /** The key is no longer kept in this vault, because the user has erased it there. */
  defineRequest("place.forget", {
    payload: () => exact({ id, place: inVault }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: true,
    askedBy: "vault page",
  }),
] as const;
