/**
 * One look at the page: the form that the user has pointed at, or else the one that reads like a restore
 * form.
 */
import type { TextField } from "../fields.ts";
import { LOOK_GATES } from "../gates/look-gates.ts";
import { isPrerendered } from "../gates/place.ts";
import { findChosen } from "./chosen-form.ts";
import { type Found, findForm } from "./find-form.ts";

/**
 * From pointing at a field to pressing *Fill* in the popup; each look at it in between starts the time again.
 */
const CHOICE_LIFE_MS = 60_000;

export type Look = {
  now(): Found;
  /** The field that the user has pointed at, as long as that counts. */
  chosen(): TextField | null;
  /** Null: forget the choice. */
  choose(field: TextField | null): void;
};

/**
 * @param isPlace - may this page be filled at all? Asked at every look.
 * @param nowMs - a clock that only runs forward.
 */
export function createLook(isPlace: () => boolean, nowMs: () => number): Look {
  let choice: { field: TextField; untilMs: number } | null = null;

  function chosen(): TextField | null {
    if (!choice || nowMs() >= choice.untilMs) return null;
    choice.untilMs = nowMs() + CHOICE_LIFE_MS;
    return choice.field;
  }

  function lookAtChoice(): Found {
    const field = chosen();
    return field ? findChosen(field) : { kind: "no-form" };
  }

  return {
    now() {
      if (!isPlace() || isPrerendered()) return { kind: "no-form" };
      const chosen = lookAtChoice();
      return chosen.kind === "form" ? chosen : findForm(LOOK_GATES);
    },
    chosen,
    choose(field) {
      choice = field && { field, untilMs: nowMs() + CHOICE_LIFE_MS };
    },
  };
}
