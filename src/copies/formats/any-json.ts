/** JSON of another program: searched as it is, one entry for each of its elements. */
import { readItems } from "../json-items.ts";
import { FIT, type Format } from "./format-definition.ts";

/** Begins as only JSON does: if it does not parse it is damaged, not a text. */
const SURELY_JSON = /^(?:\{\s{0,99}"|\[\s{0,99}[{["])/;

export const anyJson = {
  id: "json",
  encrypted: false,
  recognise({ text, json }) {
    if (json !== undefined) return FIT.certain;
    return text !== null && SURELY_JSON.test(text.trimStart().slice(0, 200)) ? "damaged" : FIT.none;
  },
  read: ({ json }) => readItems(Array.isArray(json) ? json : [json]),
} as const satisfies Format;
