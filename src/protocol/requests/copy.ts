/** What our pages say of copies outside this browser. */
import * as v from "valibot";
import { type CopyPlace, isCopyPlace } from "../../core/keyring/proven-copies.ts";
import { exact, id, integer, keyHex, matching, type Nothing, type TypeOf } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { CopyProof } from "../page.ts";

const GROUPS = 16;

const place = v.custom<CopyPlace>(isCopyPlace);
const group = exact({ at: integer(0, GROUPS - 1), digits: matching(/^[0-9a-f]{4}$/, 4) });

/** What came back from a copy: the key, or two of its groups as they stand on paper. */
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
export type CopyEvidence = TypeOf<typeof evidence>;

export const COPY_REQUESTS = [
  /** Compares, and stores that this place holds the key. */
  defineRequest("copy.prove", {
    payload: () =>
      v.pipe(
        exact({ id, place, evidence }),
        // Two groups prove paper alone: what can be pasted is compared whole.
        v.check((said) => said.evidence.kind !== "groups" || said.place === "paper"),
      ),
    answer: answer<CopyProof>(),
    isUse: true,
    changesState: true,
  }),
  /** A place holds the key no more: what was erased is no copy. */
  defineRequest("copy.forget", {
    payload: () => exact({ id, place }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: true,
  }),
] as const;
