/** How our popup names a form: by what the page itself calls it, as plain text of one short line. */

import { LONGEST_TITLE } from "../../protocol/content.ts";
import type { Form } from "./find-form.ts";
import { readSignals } from "./signals.ts";

/** No control or format characters: they could turn the popup's own words around. */
function plainLine(text: string): string {
  const line = text.replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim();
  return line.slice(0, LONGEST_TITLE).trim();
}

/** The dialog's or the heading's words, or else the field's own; empty when there are none. */
export function titleOf(form: Form): string {
  const signals = readSignals(form);
  const lines = signals ? [...signals.heading.split("\n"), ...signals.name.split("\n")] : [];
  return plainLine(lines.find((line) => line.trim() !== "") ?? "");
}
