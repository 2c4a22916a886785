/** Reads from the page what {@link scoreOf} weighs. */
import { type Candidate, DIALOGS } from "./candidates.ts";
import type { TextField } from "./fields.ts";
import type { Signals } from "./score.ts";

const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
/** More text than this is not a question put to the user. Caps the work. */
const MOST_TEXT = 2000;

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").slice(0, MOST_TEXT);
}

function textOfIds(element: Element, attribute: string): string[] {
  const ids = element.getAttribute(attribute)?.match(/\S+/g) ?? [];
  return ids.map((id) => textOf(document.getElementById(id)));
}

function namesOf(element: Element): string[] {
  const label = element.getAttribute("aria-label") ?? "";
  return [label, ...textOfIds(element, "aria-labelledby"), ...textOfIds(element, "aria-describedby")];
}

function ownText(field: TextField): string {
  const group = field.closest("fieldset, [role=group]");
  return [
    ...namesOf(field),
    ...[...(field.labels ?? [])].map(textOf),
    field.placeholder,
    field.title,
    ...(group ? [...namesOf(group), textOf(group.querySelector(":scope > legend"))] : []),
  ].join("\n");
}

/** The last heading before the field in the smallest part of the page that has one. */
function headingBefore(field: TextField, dialog: Element | null): string {
  for (let part = field.parentElement; part; part = part.parentElement) {
    const before = [...part.querySelectorAll(HEADINGS)].findLast(
      (heading) => heading.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    if (before) return textOf(before);
    if (part === dialog) break;
  }
  return "";
}

/** 64 characters, or 79 with a space or dash between groups of four. */
function takesExactly64({ fields: [field], shape }: Candidate): boolean {
  if (shape.boxes > 1) return true;
  return (
    field?.maxLength === 64 || field?.maxLength === 79 || !!field?.getAttribute("pattern")?.includes("{64}")
  );
}

function isPlainText(field: TextField): boolean {
  return field.getAttribute("autocomplete") === "off" || field.getAttribute("spellcheck") === "false";
}

export function readSignals(candidate: Candidate): Signals | null {
  const [field] = candidate.fields;
  if (!field) return null;
  const dialog = field.closest(DIALOGS);
  return {
    name: ownText(field),
    heading: [headingBefore(field, dialog), ...(dialog ? namesOf(dialog) : [])].join("\n"),
    dialog: dialog && textOf(dialog),
    boxes: candidate.shape.boxes,
    takesExactly64: takesExactly64(candidate),
    plainText: isPlainText(field),
    chat: document.querySelector("[contenteditable=true]") !== null,
  };
}
