/** A table of no manager that is known here. */
import { isHead } from "../tables/columns.ts";
import { readTable } from "../tables/read-table.ts";
import { FIT, type Format } from "./format-definition.ts";
import { readKeyText } from "./text.ts";

export const anyTable = {
  id: "csv",
  encrypted: false,
  recognise: ({ head }) => (isHead(head) ? FIT.anyTable : FIT.none),
  read({ text }) {
    const read = readTable(text ?? "");
    // One that is not whole may be a text with commas.
    return read.ok || read.error.code !== "damaged" ? read : readKeyText(text ?? "");
  },
} as const satisfies Format;
