/** What our pages say of places outside this browser. */
import * as v from "valibot";
import {
  isPlaceId,
  isVaultPlace,
  type PlaceId,
  type VaultPlace,
} from "../../core/keyring/verified-places.ts";
import { exact, id, integer, keyHex, matching, type Nothing, type TypeOf } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { PlaceCheck } from "../page.ts";

const GROUPS = 16;

const place = v.custom<PlaceId>(isPlaceId);
const inVault = v.custom<VaultPlace>((said) => isPlaceId(said) && isVaultPlace(said));
const group = exact({ at: integer(0, GROUPS - 1), digits: matching(/^[0-9a-f]{4}$/, 4) });

/** What came back from a place: the key, or two of its groups as they stand on paper. */
const evidence = v.union([
  exact({ kind: v.literal("key"), hex: keyHex }),
  exact({
    kind: v.literal("groups"),
    groups: v.pipe(
      v.strictTuple([group, group]),
      v.check(([one, two]) => one.at !== two.at),
    ),
  }),
]);
export type PlaceEvidence = TypeOf<typeof evidence>;

export const PLACE_REQUESTS = [
  /** Compares what came back with the key; if it is the key, stores that the place is verified. */
  defineRequest("place.verify", {
    payload: () =>
      v.pipe(
        exact({ id, place, evidence }),
        // Two groups verify paper alone: what can be pasted is compared whole.
        v.check((said) => said.evidence.kind !== "groups" || said.place === "paper"),
      ),
    answer: answer<PlaceCheck>(),
    isUse: true,
    changesState: true,
    askedBy: "every page",
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
