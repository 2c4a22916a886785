/** Which trials `npm test` tries in Firefox as well, and what of each is the browser's own. */

const hiddenBy = (how: string) =>
  `hidden by ${how}: not offered; not filled after the offer or between boxes, and nothing left`;

export const ADVERSARIES_IN_FIREFOX = {
  [hiddenBy("popover-backdrop")]: "the top layer",
  [hiddenBy("frame-veil")]: "what is under a point, across documents",
  [hiddenBy("veil-shade")]: "the text of a computed shadow",
  [hiddenBy("veil-transition")]: "the styles of a layer on its way",
  "the page acts while it is filled: how=frame-field&when=focusin&always=1&boxes=16":
    "when focus events are told, into a frame",
  "the page acts while it is filled: how=select-composer&when=select,selectionchange&always=1&boxes=16":
    "when selections are told",
  "the page acts while it is filled: how=other-field&when=input&wait=microtask&always=1&boxes=16":
    "when microtasks of the page run",
  "the page acts while it is filled: how=clear-page&when=input&wait=timer&boxes=16":
    "editing in what is no longer there",
  "names in the document that hide its properties: activeElement": "what our script sees of named elements",
  "bent prototypes: found and filled, and nothing of the page's has run": "our view of the page's objects",
  "control: bent prototypes do tell when the page itself uses them": "of the trial before",
  "elements with properties of their own: found and filled": "our view of the page's objects",
  "forged events start nothing and stop nothing": "which events are trusted",
  "navigation between offer and fill: nothing is held any more": "the end of our script with its document",
  "an editor: how=none": "editing without a field",
  "the page asks something else in the same place: how=next-in-same&when=input": "when input events are told",
};

export const FORMS_IN_FIREFOX = {
  "single: found and filled": "editing in a field",
  "textarea: found and filled": "editing in a text area",
  "boxes16: found and filled": "the way from box to box",
  "boxes64?maxlength=no: found and filled": "paste as a page hears of it",
  "rerender: found and filled": "the focus on fields that are drawn anew",
  "visibility gate: not offered when hidden by clip, nor filled after the offer": "what is under a point",
  "visibility gate: not offered when hidden by modal, nor filled after the offer": "the top layer",
  "same-task focus gate: nothing is typed when the page acts on focus (swap)": "when focus events are told",
  "same-task focus gate: a theft that comes microtask finds nothing to take":
    "when microtasks of the page run",
  "read-back gate: a page that changes the key (later) is noticed and its field cleared":
    "when the page's frames come",
  "frame gate: a form in a frame (srcdoc) is not found from above":
    "whose document a frame without address is",
  "origin gate: https://web.whatsapp.com. is another site": "what of a host the browser keeps",
  "origin gate: https://web.whatsapp.com:444 is another site": "what of a port the browser keeps",
};
