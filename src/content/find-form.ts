/** Finds the one restore form on the page, or says that there is none, or that two look alike. */
import { type Candidate, collectCandidates, sameShape } from "./candidates.ts";
import { isCandidateField, isEmpty, type TextField } from "./fields.ts";
import { isPrerendered, isRestorePage } from "./place.ts";
import { scoreOf } from "./score.ts";
import { readSignals } from "./signals.ts";
import { isVisible } from "./visible.ts";

/** `place`: which one it is among the candidates of its shape in its container, should the page remount it. */
export type Form = Candidate & { place: number };

export type Found = { kind: "form"; form: Form } | { kind: "no-form" } | { kind: "ambiguous" };

/** Every gate of one field, as asked when looking and again in the task that writes into it. */
export function isUsable(field: TextField): boolean {
  return isCandidateField(field) && isEmpty(field) && isVisible(field);
}

function peersOf({ container, shape }: Candidate): Candidate[] {
  return collectCandidates(container).filter((other) => sameShape(other.shape, shape));
}

/** The very same elements. */
export function isSameForm(a: Form, b: Form): boolean {
  return a.fields.length === b.fields.length && a.fields.every((field, i) => field === b.fields[i]);
}

/** The fields as they are now: a framework may have put new elements in the old place. */
export function findAgain(form: Form): TextField[] | null {
  return form.container.isConnected ? (peersOf(form)[form.place]?.fields ?? null) : null;
}

function withPlace(candidate: Candidate): Form {
  const place = peersOf(candidate).findIndex((other) => other.fields[0] === candidate.fields[0]);
  return { ...candidate, place };
}

function pointsOf(candidate: Candidate): number | null {
  const signals = readSignals(candidate);
  return signals && scoreOf(signals);
}

/** Words first, style and layout last: those are asked only of what reads like a restore form. */
export function findForm(): Found {
  if (!isRestorePage() || isPrerendered()) return { kind: "no-form" };
  const offered = collectCandidates(document)
    .map((candidate) => ({ candidate, points: pointsOf(candidate) ?? 0 }))
    .filter(({ candidate, points }) => points > 0 && candidate.fields.every(isUsable))
    .sort((a, b) => b.points - a.points);
  const [best, next] = offered;
  if (!best) return { kind: "no-form" };
  if (next?.points === best.points) return { kind: "ambiguous" };
  return { kind: "form", form: withPlace(best.candidate) };
}
