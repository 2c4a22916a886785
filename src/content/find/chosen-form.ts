/** The form that a field belongs to which the user has pointed at. */

import { isMasked, type TextField } from "../fields.ts";
import { LOOK_GATES } from "../gates/look-gates.ts";
import { areUsable, type Found, formOf } from "./find-form.ts";
import { type Candidate, candidateWith, fieldsFor } from "./form-candidates.ts";
import { mayBeChosen, scoreOf } from "./form-score.ts";
import { readSignals } from "./signals.ts";

/**
 * Does the form ask for a different code: 40 characters, a PIN, a one-time code? Pointing at it changes
 * nothing.
 */
export function wantsOtherCode(candidate: Candidate): boolean {
  const signals = readSignals(candidate);
  return signals !== null && !mayBeChosen(signals);
}

/**
 * The form of a field that the user has pointed at. It need not read like a restore form, but must pass every
 * gate. A field that asks for a different code gets no key even then, and a password box must read like the
 * key's.
 */
export function findChosen(field: TextField): Found {
  const candidate = field.isConnected ? candidateWith(field, fieldsFor(isMasked(field))) : null;
  const signals = candidate && readSignals(candidate);
  if (!signals || (candidate.masked && scoreOf(signals) === null)) return { kind: "no-form" };
  return areUsable(candidate, LOOK_GATES) && mayBeChosen(signals)
    ? formOf(candidate, true)
    : { kind: "no-form" };
}
