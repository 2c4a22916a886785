/**
 * Which of the cases of `foe-cases.ts` and `foe-more-trials.ts` `npm test` tries, and the cause that each
 * stands for.
 */

export const CLOAK_CAUSES = {
  "field-opacity": "the field's own style",
  "clip-inset-left": "a part of it that is cut off",
  "clip-path-body": "a shape that cuts the field off",
  "scale-nothing": "a transform that leaves nothing of it",
  "translate-away": "a place outside the window",
  "popover-backdrop": "the top layer",
  "frame-veil": "a document over it",
  "veil-deep": "an element over it, found by walking the page",
  "veil-shade": "a shadow that is painted over it",
  "veil-pseudo": "what is painted and is no element",
};

export const VEIL_CAUSES = {
  "veil-top-layer": "the top layer of a page",
  "veil-transition": "a layer that is on its way",
  "veil-pseudo-halves": "parts without an element, each smaller than the field",
  "veil-pseudo-grown": "a part that a transform moves and enlarges",
};

export const HARMLESS_CAUSES = {
  "clear-layer": "a layer that shows what is under it",
  "pseudo-under": "what is painted, is no element, and lies under it",
};

export const THEFT_CAUSES = {
  "how=frame-field&when=focusin&always=1&boxes=16": "the focus is taken into a frame",
  "how=other-field&when=input&wait=microtask&always=1&boxes=16": "the focus is taken after a box is written",
  "how=modal&when=input&wait=timer&boxes=16": "a dialog opens between two boxes",
  "how=password&when=focus": "the field becomes another kind before it is written",
  "how=swap&when=focus": "another element stands in the field's place",
  "how=clear-page&when=input&wait=timer&boxes=16": "the form goes while it is filled",
  "how=select-composer&when=select,selectionchange&always=1&boxes=16": "the selection is taken",
  "how=remount-for-ever&when=input,focusin,change&always=1&boxes=16":
    "the form is put up anew at every event",
};

/**
 * Of what stands for the others: what is asked of a form first, an answer that is an element, and a number.
 */
export const FORM_NAME_CAUSES = {
  parentNode: "the way up",
  querySelectorAll: "the way down",
  length: "a form's own property",
};

export const PAGE_NAME_CAUSES = {
  querySelectorAll: "the way down",
  activeElement: "where the focus is",
};

export const TWIN_CAUSES = {
  "twin=opacity&first=1": "met before the form",
};

export const CROWD_CAUSES = {
  "how=thousand-forms": "many elements",
  "how=huge-name": "a long attribute",
};

export const BETWEEN_CAUSES = {
  remove: "the form is gone",
  "to-frame": "in another document",
  prefill: "it holds something",
  twin: "there is a second one",
};

export const EDITOR_CAUSES = {
  "how=none": "an editor in peace",
  "how=select-composer&when=focus&wait=frame": "the selection is taken a frame later",
};

export const STEP_CAUSES = {
  "how=next-in-same&when=input": "the next question in the same element, at once",
  "how=copy-unseen&when=input": "a copy that nobody sees",
};
