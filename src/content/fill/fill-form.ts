/**
 * Fills the key into a form that was found before, box by box, and reads it back. Never submits, never
 * overwrites, and takes back what it wrote when it cannot finish.
 */
import type { FillOutcome } from "../../protocol/content.ts";
import { activeElement, withAncestors } from "../deep-tree.ts";
import { isCandidateField, isEmpty, isTextBox, type TextField, takesText } from "../fields.ts";
import { type Form, type Found, findAgain, isUsable, stillAsks } from "../find/find-form.ts";
import { collectCandidates, fieldsFor, sameShape } from "../find/form-candidates.ts";
import { LOOK_GATES } from "../gates/look-gates.ts";
import { isSeen } from "../gates/seen.ts";
import { comesWithFocus } from "../gates/with-focus.ts";
import { matches, positionOf, queryAll, rootOf } from "../native.ts";
import { keepNewFieldsOut } from "./after-fill.ts";
import {
  announceChange,
  clear,
  enterField,
  holds,
  holdsSome,
  keepOutOfSession,
  leaveField,
  setValue,
  typeInto,
} from "./insert.ts";
import { afterTwoFrames, nextFrame, nextTask, pause } from "./wait.ts";

const LONGEST_SLEEP_MS = 600;
/**
 * Labels move away, and fields fade in, over a few tenths of a second; a busy machine begins with it late.
 */
const LONGEST_FADE_MS = 1_500;
const SLEEP_STEP_MS = 50;

/** Half a fill: the outcome that ends it, or null to go on. */
type Stop = FillOutcome | null;

/**
 * Is this what the user saw offered? A page may put up its fields anew at any time, while they are empty say:
 * what stands in the place of elements that are gone, in the same dialog and under the same words, asks for
 * the same.
 */
function isOffered(now: Form, form: Form): boolean {
  const isKept = (field: TextField, i: number): boolean => field === now.fields[i] || !field.isConnected;
  return (
    now.container === form.container &&
    now.place === form.place &&
    now.asked === form.asked &&
    sameShape(now.shape, form.shape) &&
    form.fields.every(isKept)
  );
}

function refusal(form: Form, now: Found): FillOutcome {
  if (now.kind === "ambiguous") return "ambiguous";
  const isThere = now.kind === "form" || form.fields.some((field) => field.isConnected);
  return isThere ? "field-not-usable" : "no-form";
}

/** The page's own buttons stand behind its fields; what stands before them is an editor's, say. */
function disabledButtons({ container, fields }: Form): number {
  const last = fields.at(-1);
  const inContainer = last && withAncestors(last).find((at) => rootOf(at) === rootOf(container));
  const buttons = queryAll(container, "button, input[type=submit], [role=button]");
  return buttons.filter(
    (button) =>
      matches(button, ":disabled, [aria-disabled=true]") &&
      inContainer &&
      positionOf(inContainer, button) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).length;
}

/**
 * Whether a button that was asleep, or another, stays so. Some pages look at what was typed only after a
 * pause.
 */
async function stayAsleep(form: Form, asleepBefore: number): Promise<boolean> {
  for (let wait = 0; wait < LONGEST_SLEEP_MS; wait += SLEEP_STEP_MS) {
    const asleep = disabledButtons(form);
    if (asleep === 0 || asleep < asleepBefore) return false;
    await pause(SLEEP_STEP_MS);
  }
  return true;
}

/** Connected it would also be in a frame's document. */
function isHere(field: TextField): boolean {
  return field.isConnected && field.ownerDocument === document;
}

/** In the part of the page where the user has seen the form, and for text that shows. */
function isInPlace({ container, masked }: Form, field: TextField): boolean {
  return isHere(field) && takesText(field, masked) && withAncestors(field).includes(container);
}

/** The fields as they are now. New elements that already hold a part must not be saved with the session. */
function currentFields(form: Form): TextField[] {
  if (form.fields.every(isHere)) return form.fields;
  const fields = findAgain(form) ?? [];
  fields.forEach(keepOutOfSession);
  return fields;
}

/**
 * What is seen only with the focus gets it, and time to scroll or to fade in. Nothing is written here:
 * whether it can be seen is asked again in the task that writes.
 */
async function bringIntoView(form: Form, index: number): Promise<void> {
  const fields = currentFields(form);
  const [first, field] = [fields[0], fields[index]];
  if (!first || !field || !isInPlace(form, field) || !comesWithFocus(field, first)) return;
  enterField(field);
  // The focus alone leaves a box as it is that can be seen in part, or begins to scroll slowly.
  field.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  // Seen by the user too, and after the page has had its say: it may scroll back before anything is painted.
  await nextFrame();
  for (let wait = 0; wait < LONGEST_FADE_MS && !isSeen(field); wait += SLEEP_STEP_MS)
    await pause(SLEEP_STEP_MS);
}

/** `written` takes up every element that has held a part. */
async function fillBox(form: Form, index: number, part: string, written: Set<TextField>): Promise<Stop> {
  await bringIntoView(form, index);
  const fields = currentFields(form);
  const field = fields[index];
  if (
    !field ||
    !isInPlace(form, field) ||
    !isUsable(field, form.masked, LOOK_GATES) ||
    !stillAsks(form, fields)
  )
    return "field-not-usable";
  if (!(await typeInto(field, part, form.masked))) return "field-not-usable";
  written.add(field);
  await nextTask();
  let after = currentFields(form)[index];
  // An editor that did not take it is not given it in another way: it may hold two by then. And a page that
  // has what it asked for may ask something else by now, in the very same element.
  if (after && isTextBox(after) && !holds(after, part) && stillAsks(form, currentFields(form))) {
    if (!isCandidateField(after, form.masked) || !isSeen(after)) return "page-changed-it";
    written.add(after);
    setValue(after, part);
    await nextTask();
    after = currentFields(form)[index];
  }
  // A box that was none for a password offers its text to the password manager now, and no longer shows it.
  if (!after || !holds(after, part) || !takesText(after, form.masked)) return "page-changed-it";
  written.add(after);
  announceChange(after);
  return null;
}

/** A page may have put up the form again from a copy, with what was in it. */
function copies(form: Form, parts: readonly string[]): TextField[] {
  const holdsPart = (field: TextField, i: number): boolean => holds(field, parts[i] ?? "");
  return collectCandidates(document, fieldsFor(form.masked))
    .filter((other) => sameShape(other.shape, form.shape))
    .flatMap(({ fields }) => fields.filter(holdsPart));
}

/**
 * Every field was empty before, so what stands there now came from here; of one that asks something else by
 * now, only what can be of the key.
 */
function takeBack(form: Form, parts: readonly string[], written: Set<TextField>): void {
  if (written.size === 0) return;
  const now = currentFields(form);
  const own = stillAsks(form, now)
    ? [...written, ...now]
    : [...written].filter((field) => holdsSome(field, parts));
  for (const field of new Set([...own, ...copies(form, parts)])) {
    if (isEmpty(field)) continue;
    clear(field);
    announceChange(field);
  }
}

function leave(form: Form): void {
  const active = activeElement();
  const field = currentFields(form).find((one) => one === active);
  if (field) leaveField(field);
}

/**
 * The page has had its say: is the whole key still there? A form that went away after it held all, or asks
 * something else in its fields, has taken it; but it may not show up there.
 */
function readBack(form: Form, parts: readonly string[]): boolean {
  const fields = findAgain(form) ?? form.fields.filter((field) => field.isConnected);
  if (!stillAsks(form, fields)) return !fields.some((field) => holdsSome(field, parts));
  const isWhole = (field: TextField, i: number): boolean =>
    holds(field, parts[i] ?? "") && isInPlace(form, field);
  return fields.length === parts.length && fields.every(isWhole);
}

/**
 * @param offered - as the user saw it.
 * @param hex - 64 lower-case hex digits.
 * @param lookNow - finds the form once more, by all gates.
 */
export async function fillForm(offered: Form, hex: string, lookNow: () => Found): Promise<FillOutcome> {
  const now = lookNow();
  if (now.kind !== "form" || !isOffered(now.form, offered)) return refusal(offered, now);
  const { form } = now;
  keepNewFieldsOut(form.fields);
  const asleepBefore = disabledButtons(form);
  const parts = hex.match(new RegExp(`.{${form.shape.digitsPerBox}}`, "g")) ?? [];
  const written = new Set<TextField>();
  for (const [index, part] of parts.entries()) {
    const stop = await fillBox(form, index, part, written);
    if (stop === null) continue;
    takeBack(form, parts, written);
    return stop;
  }
  leave(form);
  await afterTwoFrames();
  // Frames may come before timers of the page that are due, and what those start runs in a task of its own.
  await pause(0);
  await nextTask();
  if (!readBack(form, parts)) {
    takeBack(form, parts, written);
    return "page-changed-it";
  }
  return (await stayAsleep(form, asleepBefore)) ? "filled-button-disabled" : "filled";
}
