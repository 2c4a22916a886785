/** What our pages ask about entries: never their keys, but for one that is added. */
import * as v from "valibot";
import { MARK_NAMES } from "../../core/keyring/entry-marks.ts";
import {
  type EntryField,
  labelSchema,
  noteSchema,
  phoneEndingSchema,
} from "../../core/keyring/opened-keyring.ts";
import { MOST_STORED } from "../../core/keyring/storage-budget.ts";
import { exact, id, keyHex, list, type Nothing, nothing, type Schema } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { EntrySummary } from "../page.ts";

const written = { label: labelSchema, phoneEnding: phoneEndingSchema } as const;

function edit<const F extends EntryField>(field: F, of: Schema<string>) {
  return exact({ id, field: v.literal(field), from: of, to: of });
}

export const ENTRY_REQUESTS = [
  defineRequest("entry.list", {
    payload: () => nothing,
    answer: answer<EntrySummary[]>(),
    isUse: false,
    changesState: false,
    askedBy: "every page",
  }),
  /**
   * The entries that hold these keys, named by core `keyDigest`; null for each that no entry holds. Deleted ones
   * count.
   */
  defineRequest("entry.find", {
    payload: () => exact({ digests: list(keyHex, MOST_STORED) }),
    answer: answer<{ ids: (string | null)[] }>(),
    isUse: false,
    changesState: false,
    askedBy: "every page",
  }),
  /** Generates, seals and reads back a key; its digits come by `key.reveal` only. */
  defineRequest("entry.generate", {
    payload: () => exact(written),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  /** `replaces`: the entry this key supersedes, which stays as history. */
  defineRequest("entry.add", {
    payload: () => exact({ hex: keyHex, ...written, replaces: v.nullable(id) }),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  /** One field at a time: another window may be writing the others. `from`: what the page has read there. */
  defineRequest("entry.edit", {
    payload: () =>
      v.union([edit("label", labelSchema), edit("phoneEnding", phoneEndingSchema), edit("note", noteSchema)]),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  /** Sets a mark of core `entry-marks.ts`, or takes it away. */
  defineRequest("entry.mark", {
    payload: () => exact({ id, mark: v.picklist(MARK_NAMES), isSet: v.boolean() }),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  defineRequest("entry.delete", {
    payload: () => exact({ id }),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  defineRequest("entry.restore", {
    payload: () => exact({ id }),
    answer: answer<EntrySummary>(),
    isUse: true,
    changesState: true,
  }),
  /** A deleted entry goes for good. */
  defineRequest("entry.erase", {
    payload: () => exact({ id }),
    answer: answer<Nothing>(),
    isUse: true,
    changesState: true,
  }),
] as const;
