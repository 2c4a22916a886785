/** Finds the one restore form on the page, or says that there is none, or that two look alike. */

import { whileStill } from "../deep-tree.ts";
import { isCandidateField, isEmpty, type TextField } from "../fields.ts";
import { isConnected } from "../native.ts";
import { isKeyShown } from "../watch/shown-key.ts";
import { type Candidate, collectCandidates, fieldsFor, sameShape } from "./form-candidates.ts";
import { type Signals, scoreOf } from "./form-score.ts";
import { readSignals } from "./signals.ts";

/**
 * `place`: which one it is among the candidates of its shape in its container, should the page remount it.
 * `chosen`: the user has pointed at it. `asked`: what its fields were called then.
 */
export type Form = Candidate & { place: number; chosen: boolean; asked: string };

export type Found = { kind: "form"; form: Form } | { kind: "no-form" } | { kind: "ambiguous" };

const isFree = (field: TextField, masked: boolean): boolean =>
  isCandidateField(field, masked) && isEmpty(field);

/**
 * How to tell whether the user can see a field: fewer checks for the badge, all of them for a look and a
 * fill.
 */
export type Gates = {
  isSeen(field: TextField): boolean;
  /**
   * Is it seen once it has the focus, so that it may be offered before? @param first - of the form's fields.
   */
  comesWithFocus(field: TextField, first: TextField): boolean;
  /** Do its boxes ask for something other than the key? Only a look has the words for that. */
  isForOther(candidate: Candidate): boolean;
};

/** Every gate of one field, as asked when looking and again in the task that writes into it. */
export function isUsable(field: TextField, masked: boolean, { isSeen }: Pick<Gates, "isSeen">): boolean {
  return isFree(field, masked) && isSeen(field);
}

export function areUsable({ fields, masked }: Candidate, gates: Gates): boolean {
  const comes = (field: TextField): boolean => gates.comesWithFocus(field, fields[0] ?? field);
  return fields.every((field) => isUsable(field, masked, gates) || (isFree(field, masked) && comes(field)));
}

function peersOf({ container, shape, masked }: Candidate): Candidate[] {
  return collectCandidates(container, fieldsFor(masked)).filter((other) => sameShape(other.shape, shape));
}

/** The very same elements. */
export function isSameForm(a: Candidate, b: Candidate): boolean {
  return a.fields.length === b.fields.length && a.fields.every((field, i) => field === b.fields[i]);
}

export function pointsOf(candidate: Candidate, known: Partial<Signals> = {}): number {
  const signals = readSignals(candidate);
  return (signals && scoreOf({ ...signals, ...known })) ?? 0;
}

/** What a field is called; boxes, and fields without a name, by their heading too. */
function askedBy(candidate: Candidate): string {
  const { name, heading, boxes } = readSignals(candidate) ?? { name: "", heading: "", boxes: 0 };
  return boxes === 1 && name.trim() ? name : `${name}\n${heading}`;
}

/**
 * Do these fields ask for what the user has seen offered? A page that goes on may reuse them, or their place.
 * A key in sight is the one that was filled: text areas hold what is typed as text, and pages repeat it.
 */
export function stillAsks(form: Form, fields: TextField[]): boolean {
  const now = { ...form, fields };
  return fields.length > 0 && (pointsOf(now, { keyInSight: false }) > 0 || askedBy(now) === form.asked);
}

/** The fields as they are now: a framework may have put new elements in the old place. */
export function findAgain(form: Form): TextField[] | null {
  const fields = isConnected(form.container) ? peersOf(form)[form.place]?.fields : null;
  return fields && stillAsks(form, fields) ? fields : null;
}

export function formOf(candidate: Candidate, chosen: boolean): Found {
  const place = peersOf(candidate).findIndex((other) => other.fields[0] === candidate.fields[0]);
  return { kind: "form", form: { ...candidate, place, chosen, asked: askedBy(candidate) } };
}

type Ranked = { candidate: Candidate; points: number };

/** Candidates that read like a restore form, the clearest first. @param isField - which fields count. */
export function worded(isField = fieldsFor(false)): Ranked[] {
  return collectCandidates(document, isField)
    .map((candidate) => ({ candidate, points: pointsOf(candidate) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
}

function choiceOf([best, next]: readonly Ranked[]): Found {
  if (!best) return { kind: "no-form" };
  return next?.points === best.points ? { kind: "ambiguous" } : formOf(best.candidate, false);
}

/**
 * Words first, style and layout last: those are asked only of what reads like a restore form.
 *
 * `isComing`: one that reads like it cannot be filled now. It is hidden, not empty, or still on its way in.
 */
export function surveyForms(gates: Gates): { found: Found; isComing: boolean } {
  const forms = worded();
  // Beside a form for an old key no key is shown: it was made just now, and is to be entered to confirm it.
  if (forms.length > 0 && isKeyShown()) return { found: { kind: "no-form" }, isComing: false };
  const usable = forms.filter(({ candidate }) => areUsable(candidate, gates) && !gates.isForOther(candidate));
  return { found: choiceOf(usable), isComing: usable.length < forms.length };
}

export function findForm(gates: Gates): Found {
  return whileStill(() => surveyForms(gates)).found;
}
