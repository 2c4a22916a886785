/**
 * What on a page could take 64 characters, by structure alone: one field, or a run of N boxes of 64 / N.
 * Cheap: no style and no layout is asked for, so that it may run on a page that never rests.
 */
import type { FormShape } from "../../protocol/content-requests.ts";
import { closestDeep, DIALOGS } from "../deep-tree.ts";
import { allFields, isCandidateField, isMasked, maxLengthOf, type TextField } from "../fields.ts";

export const KEY_DIGITS = 64;
/** Nothing that a person fills in has more. Caps the work on a huge page. */
const MOST_FIELDS = 512;
const BOX_COUNTS = [4, 8, 16, 32, 64];
/** Boxes without a maxlength look like any other form, so only long runs of them count. */
const FEWEST_UNMARKED_BOXES = 16;

/** What holds the fields of one question. */
const SCOPES = `form, ${DIALOGS}`;

/** `alone`: boxes in a dialog or form that has no other field of the kind. `masked`: password boxes. */
export type Candidate = {
  fields: TextField[];
  shape: FormShape;
  container: Element;
  alone: boolean;
  masked: boolean;
};

function containerOf(field: TextField): Element {
  return closestDeep(field, SCOPES) ?? document.body;
}

/** Some libraries give the first box room for all, so that a paste into it can be shared out. */
function isFirstOfBoxes(run: readonly TextField[], next: TextField): boolean {
  const [first] = run;
  const fits = BOX_COUNTS.includes(KEY_DIGITS / maxLengthOf(next));
  return fits && run.length === 1 && !!first && maxLengthOf(first) >= KEY_DIGITS;
}

/** Neighbours in document order with the same container and the same maxlength. */
function runsOf(fields: TextField[]): TextField[][] {
  const runs: TextField[][] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const joins =
      run &&
      last?.localName === field.localName &&
      (maxLengthOf(last) === maxLengthOf(field) || isFirstOfBoxes(run, field)) &&
      containerOf(last) === containerOf(field);
    if (joins) run.push(field);
    else runs.push([field]);
  }
  return runs;
}

/** How many digits each box of this run takes; null when it is no run of boxes. */
function digitsPerBox(run: readonly TextField[]): number | null {
  const last = run.at(-1);
  if (last?.localName !== "input" || !BOX_COUNTS.includes(run.length)) return null;
  const maxLength = maxLengthOf(last);
  const unmarked = maxLength < 0 || maxLength >= KEY_DIGITS;
  if (unmarked && run.length < FEWEST_UNMARKED_BOXES) return null;
  const digits = unmarked ? KEY_DIGITS / run.length : maxLength;
  return run.length * digits === KEY_DIGITS ? digits : null;
}

function candidatesOf(run: TextField[], all: readonly TextField[]): Candidate[] {
  const [first] = run;
  if (!first) return [];
  const container = containerOf(first);
  const digits = digitsPerBox(run);
  if (digits !== null) {
    const shape = { boxes: run.length, digitsPerBox: digits, multiline: false };
    const beside = all.filter((field) => containerOf(field) === container);
    const alone = container !== document.body && beside.length === run.length;
    return [{ fields: run, container, shape, alone, masked: run.some(isMasked) }];
  }
  const single = run.filter((field) => maxLengthOf(field) < 0 || maxLengthOf(field) >= KEY_DIGITS);
  return single.map((field) => ({
    fields: [field],
    container,
    alone: false,
    masked: isMasked(field),
    shape: { boxes: 1, digitsPerBox: KEY_DIGITS, multiline: field.localName !== "input" },
  }));
}

type IsField = (field: TextField) => boolean;

/** Password boxes are never found, only pointed at. */
const isPlainField: IsField = (field) => isCandidateField(field);
const isPlainOrMasked: IsField = (field) => isCandidateField(field, true);

export const fieldsFor = (masked: boolean): IsField => (masked ? isPlainOrMasked : isPlainField);

/** @param isField - which fields count. */
export function collectCandidates(root: ParentNode, isField = isPlainField): Candidate[] {
  const fields = allFields(root).slice(0, MOST_FIELDS).filter(isField);
  return runsOf(fields).flatMap((run) => candidatesOf(run, fields));
}

export function sameShape(a: FormShape, b: FormShape): boolean {
  return a.boxes === b.boxes && a.multiline === b.multiline;
}

/** The candidate that this field belongs to; null when it could not take a key. */
export function candidateWith(field: TextField, isField = isPlainField): Candidate | null {
  return collectCandidates(containerOf(field), isField).find(({ fields }) => fields.includes(field)) ?? null;
}
