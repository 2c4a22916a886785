/**
 * Why nothing is filled: the rule that keeps the key from the field that the user has pointed at, or else
 * from the one that reads like the form's. Asked when nothing can be offered, so that the popup can say it.
 */
import type { Refusal } from "../../protocol/content.ts";
import { whileStill } from "../deep-tree.ts";
import {
  allFields,
  asksForOther,
  isEditable,
  isEmpty,
  isForPeople,
  isMasked,
  isTextBox,
  type TextField,
  takesText,
} from "../fields.ts";
import { isSeen } from "../gates/seen.ts";
import { isShown } from "../gates/visible.ts";
import { wantsOtherCode } from "./chosen-form.ts";
import { pointsOf, worded } from "./find-form.ts";
import { type Candidate, candidateWith } from "./form-candidates.ts";

/** `chosen`: the user has pointed at it. */
export type Refused = { why: Refusal; chosen: boolean };

/** Boxes that hold something other than text. */
const NO_TEXT = /^(?:hidden|checkbox|radio|file|submit|button|reset|image|range|color)$/;

const isForText = (field: TextField): boolean => !isTextBox(field) || !NO_TEXT.test(field.type);

/** In the order in which the user can do something about them. */
const RULES: readonly [Refusal, (field: TextField) => boolean][] = [
  ["other-purpose", (field) => !takesText(field, true) || asksForOther(field)],
  ["switched-off", (field) => !isEditable(field)],
  ["not-empty", (field) => !isEmpty(field)],
  ["hidden", (field) => !isForPeople(field) || !isSeen(field)],
];

function brokenBy(fields: readonly TextField[]): Refusal | null {
  return RULES.find(([, breaks]) => fields.some(breaks))?.[0] ?? null;
}

/** A field that is too short for the key is no candidate, but its words are read all the same. */
function alone(field: TextField): Candidate {
  const shape = { boxes: 1, digitsPerBox: 64, multiline: false };
  return { fields: [field], container: field, shape, alone: false, masked: isMasked(field) };
}

function refusalOfChosen(field: TextField): Refusal | null {
  const candidate = candidateWith(field, isForText);
  if (wantsOtherCode(candidate ?? alone(field))) return "other-code";
  // A password box that reads like the key's is filled when the user points at it.
  if (isMasked(field) && (candidate === null || pointsOf(candidate) === 0)) return "password";
  const ofItself = brokenBy([field]);
  if (ofItself !== null || candidate === null) return ofItself ?? "too-short";
  return brokenBy(candidate.fields);
}

/** Fields whose words are read, to say that they want something else. */
const MOST_ASKED = 64;

/** Does any kind of field here ask for a different code? */
function isOtherCodeAsked(): boolean {
  const fields = allFields(document).slice(0, MOST_ASKED);
  return fields.some((field) => wantsOtherCode(alone(field)) && isSeen(field));
}

export function explainRefusal(choice: TextField | null): Refused | null {
  return whileStill(() => {
    const why = choice?.isConnected ? refusalOfChosen(choice) : null;
    if (why !== null) return { why, chosen: true };
    for (const { fields } of worded(isForText).map(({ candidate }) => candidate)) {
      if (!fields.some(isShown)) continue;
      const why = fields.some(isMasked) ? "password" : brokenBy(fields);
      if (why !== null) return { why, chosen: false };
    }
    return isOtherCodeAsked() ? { why: "other-code", chosen: false } : null;
  });
}
