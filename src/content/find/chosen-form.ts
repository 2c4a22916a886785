/** The form that a field belongs to which the user has pointed at. */

import { isMasked, type TextField } from "../fields.ts";
import { LOOK_GATES } from "../gates/look-gates.ts";
import { areUsable, type Found, formOf } from "./find-form.ts";
import { type Candidate, candidateWith, fieldsFor } from "./form-candidates.ts";
import { mayBeChosen, scoreOf } from "./score.ts";
import { readSignals } from "./signals.ts";

/** Is another code asked for, whoever points at it: 40 characters, a PIN, a one-time code? */
export function wantsOtherCode(candidate: Candidate): boolean {
  const signals = readSignals(candidate);
  return signals !== null && !mayBeChosen(signals);
}

/**
 * What a field that the user has pointed at belongs to: it need not read like a restore form, but passes
 * every gate. A field that says it wants another code gets no key, whoever points at it; a password box must
 * read like the key's.
 */
export function findChosen(field: TextField): Found {
  const candidate = field.isConnected ? candidateWith(field, fieldsFor(isMasked(field))) : null;
  const signals = candidate && readSignals(candidate);
  if (!signals || (candidate.masked && scoreOf(signals) === null)) return { kind: "no-form" };
  return areUsable(candidate, LOOK_GATES) && mayBeChosen(signals)
    ? formOf(candidate, true)
    : { kind: "no-form" };
}
