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
 * Labels move away and fields fade in within a few tenths of a second, but a busy machine starts late.
 */
const LONGEST_FADE_MS = 1_500;
const SLEEP_STEP_MS = 50;

/** The outcome that ends a fill, or null to continue. */
type Stop = FillOutcome | null;

/**
 * Is this form the one that was offered to the user? A page may replace its fields at any time. A field that
 * replaces one that is gone, in the same dialog, in the same place and under the same words, counts as the
 * same.
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

/** Only buttons after the fields are the form's own; one before them may belong to an editor, for example. */
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
 * Does a button stay disabled? It is asked for a while, because some pages look at typed text only after a
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
 * Gives the focus to a field that is visible only with the focus, and time to scroll or to fade in. Nothing
 * is written here: the task that writes asks again whether the field is visible.
 */
async function bringIntoView(form: Form, index: number): Promise<void> {
  const fields = currentFields(form);
  const [first, field] = [fields[0], fields[index]];
  if (!first || !field || !isInPlace(form, field) || !comesWithFocus(field, first)) return;
  enterField(field);
  // The focus alone does not scroll to a box that is partly visible, or scrolls there slowly.
  field.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  // The user must see it too. And the page may scroll back before anything is painted, so one frame must
  // pass.
  await nextFrame();
  for (let wait = 0; wait < LONGEST_FADE_MS && !isSeen(field); wait += SLEEP_STEP_MS)
    await pause(SLEEP_STEP_MS);
}

/** Adds every element that has held a part of the key to `written`. */
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
  // An editor that did not take the text is not given it in another way: it might end up with it twice. And a
  // page that has got what it asked for may by now ask for something else in the same element.
  if (after && isTextBox(after) && !holds(after, part) && stillAsks(form, currentFields(form))) {
    if (!isCandidateField(after, form.masked) || !isSeen(after)) return "page-changed-it";
    written.add(after);
    setValue(after, part);
    await nextTask();
    after = currentFields(form)[index];
  }
  // A field that has become a password box hides the text, and the browser may offer to save it.
  if (!after || !holds(after, part) || !takesText(after, form.masked)) return "page-changed-it";
  written.add(after);
  announceChange(after);
  return null;
}

/** Clones of the form's fields: a page may have put the form up again, with the text that was in it. */
function clonesOf(form: Form, parts: readonly string[]): TextField[] {
  const holdsPart = (field: TextField, i: number): boolean => holds(field, parts[i] ?? "");
  return collectCandidates(document, fieldsFor(form.masked))
    .filter((other) => sameShape(other.shape, form.shape))
    .flatMap(({ fields }) => fields.filter(holdsPart));
}

/**
 * Every field was empty before, so its whole text came from here and is removed. From a field that by now
 * asks for something else, only text that can be part of the key is removed.
 */
function takeBack(form: Form, parts: readonly string[], written: Set<TextField>): void {
  if (written.size === 0) return;
  const now = currentFields(form);
  const own = stillAsks(form, now)
    ? [...written, ...now]
    : [...written].filter((field) => holdsSome(field, parts));
  for (const field of new Set([...own, ...clonesOf(form, parts)])) {
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
 * Is the whole key still there, after the page's scripts have run? A form that has gone since, or asks for
 * something else in its fields, has taken the key; but then no field may still show it.
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
 * @param lookNow - finds the form again, with all gates.
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
  // A frame may come before timers of the page that are due, and they may start tasks of their own.
  await pause(0);
  await nextTask();
  if (!readBack(form, parts)) {
    takeBack(form, parts, written);
    return "page-changed-it";
  }
  return (await stayAsleep(form, asleepBefore)) ? "filled-button-disabled" : "filled";
}
