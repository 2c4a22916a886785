/** The cases of `foe-trials.ts` by the names of the practice page `foe`. */
import type { FillOutcome } from "../../src/protocol/content.ts";

/** Ways to take a form out of sight. */
export const CLOAKS = [
  "field-opacity",
  "body-opacity",
  "html-opacity",
  "opacity-in-steps",
  "clip-path-field",
  "clip-inset-left",
  "clip-inset-above",
  "clip-path-body",
  "clip-rect",
  "overflow-hidden",
  "overflow-clip",
  "content-visibility",
  "scale-nothing",
  "scale-flat",
  "scale-huge",
  "zoom",
  "backface",
  "edge-on",
  "filter-opacity",
  "filter-brightness",
  "filter-contrast",
  "filter-blur",
  "blend-field",
  "blend-above",
  "mask-field",
  "mask-body",
  "translate-away",
  "translate-own",
  "margin-away",
  "pushed-below",
  "field-visibility",
  "field-display",
  "field-contents",
  "popover-over",
  "popover-backdrop",
  "modal-elsewhere",
  "frame-over",
  "frame-veil",
  "veil-absolute",
  "veil-gradient",
  "veil-deep",
  "veil-late",
  "veil-many-parts",
  "veil-shadow",
  "veil-frost",
  "veil-shade",
  "veil-outline",
  "veil-pseudo",
  "veil-pseudo-before",
  "veil-pseudo-numbered",
  "veil-pseudo-ordered",
  "veil-ordered",
  "cover-beside",
  "veil-inset",
  "veil-shade-far",
  "veil-inset-round",
  "veil-border-round",
  "veil-body-pseudo",
];
/** Not in Firefox, which does not know the property, or keeps no closed popover in front. */
export const CHROMIUM_CLOAKS = [
  "mask-border",
  "veil-leaving",
  "veil-mirror",
  "veil-mirrored",
  "veil-pseudo-picture",
];

export const HARMLESS = [
  "drop-shadow",
  "scaled-a-little",
  "ink-as-paper",
  "slots-over-field",
  "pseudo-under",
  "pseudo-ring",
  "ordered-within",
  "ordered-within-pseudo",
  "clip-inset-a-little",
  "clear-layer",
  "small-fixed-button",
];

const NOT_USABLE: readonly FillOutcome[] = ["field-not-usable"];
const FILLED: readonly FillOutcome[] = ["filled"];
const CHANGED: readonly FillOutcome[] = ["page-changed-it"];
/** The page is free to choose its moment; we are free to stop. */
const STOPPED: readonly FillOutcome[] = ["field-not-usable", "page-changed-it", "no-form"];
const EITHER: readonly FillOutcome[] = ["filled", "filled-button-disabled", ...STOPPED];

const each = (hows: string[], rest: string, outcomes: readonly FillOutcome[]) =>
  hows.map((how) => [`how=${how}&${rest}`, outcomes] as const);

const FOCUS = ["composer", "other-field", "frame-field", "blur", "modal"];
const UNFIT = ["readonly", "disabled", "fieldset", "inert", "password", "hidden-type", "shorter"];
const MOVES = ["remove", "swap", "to-frame", "to-footer", "swap-places"];

/** What the page does while it is filled, when, and the outcomes that are right. */
export const THEFTS: readonly (readonly [string, readonly FillOutcome[]])[] = [
  ...each([...FOCUS, ...UNFIT, ...MOVES, "clear-page"], "when=focus", NOT_USABLE),
  ...each(FOCUS, "when=focusin&always=1&boxes=16", NOT_USABLE),
  ...each(
    [...FOCUS, "select-composer", "remove", "swap", "cancel"],
    "when=beforeinput,textInput&always=1",
    EITHER,
  ),
  ...each(["select-composer"], "when=focus", EITHER),
  ...each([...FOCUS, "select-composer"], "when=select,selectionchange&always=1&boxes=16", EITHER),
  ...each(FOCUS, "when=input&always=1&boxes=16", EITHER),
  ...each(
    ["composer", "other-field", "frame-field", "blur"],
    "when=input&wait=microtask&always=1&boxes=16",
    FILLED,
  ),
  ...each(
    ["composer", "other-field", "frame-field", "blur"],
    "when=focus&wait=microtask&always=1&boxes=16",
    FILLED,
  ),
  ...each(
    ["composer", "other-field", "frame-field", "blur"],
    "when=focus&wait=timer&always=1&boxes=16",
    FILLED,
  ),
  ...each(
    ["composer", "other-field", "frame-field", "blur"],
    "when=input&wait=frame&always=1&boxes=16",
    FILLED,
  ),
  ...each(["modal"], "when=input&wait=timer&boxes=16", NOT_USABLE),
  ...each(["modal"], "when=focus&wait=microtask&boxes=16", NOT_USABLE),
  ...each(["password", "hidden-type"], "when=input", CHANGED),
  ...each(["password", "hidden-type"], "when=input&boxes=16", STOPPED),
  ...each(["readonly", "disabled", "shorter"], "when=input", EITHER),
  ...each(["fieldset", "inert"], "when=input&boxes=16", STOPPED),
  ...each(["remove", "to-frame", "to-footer"], "when=input&boxes=16", STOPPED),
  ...each(["to-frame", "to-footer", "swap-places"], "when=input", EITHER),
  ...each(["clear-page", "open-document", "replace-root"], "when=input&boxes=16", STOPPED),
  ...each(["clear-page", "open-document", "replace-root"], "when=input&wait=timer&boxes=16", STOPPED),
  ...each(["refuse"], "when=input&always=1", CHANGED),
  ...each(["refuse"], "when=input&wait=timer&always=1", CHANGED),
  ...each(["refuse"], "when=input&wait=frame&always=1&boxes=16", CHANGED),
  ...each(["refuse"], "when=change&always=1", CHANGED),
  ...each(["refuse"], "when=blur&always=1", CHANGED),
  ...each(["stop"], "when=input&always=1", EITHER),
  ...each(["twin"], "when=input&boxes=16", EITHER),
  ...each(["design-mode", "editable-body"], "when=focus", EITHER),
  ...each(["design-mode", "editable-body"], "when=input&boxes=16", EITHER),
  ...each(["remount-for-ever"], "when=input,focusin,change&always=1&boxes=16", EITHER),
  ...each(["remount-for-ever"], "when=input,focusin,change&wait=microtask&always=1&boxes=16", EITHER),
  ...each(["remount-for-ever"], "when=input,focusin,change&wait=timer&always=1", EITHER),
  ...each(["remount-for-ever"], "when=focusin,selectionchange&wait=frame&always=1", EITHER),
];

/** One at a time: each hides another property that whoever looks at a form may use. */
export const FORM_NAMES = [
  "fields",
  "parentElement",
  "parentNode",
  "closest",
  "id",
  "elements",
  "querySelector",
  "querySelectorAll",
  "localName",
  "tagName",
  "matches",
  "isConnected",
  "textContent",
  "children",
  "firstElementChild",
  "getAttribute",
  "setAttribute",
  "contains",
  "getRootNode",
  "assignedSlot",
  "shadowRoot",
  "compareDocumentPosition",
  "getBoundingClientRect",
  "ownerDocument",
  "nodeType",
  "addEventListener",
  "length",
  "0",
];

/** The same of a document and of a window. */
export const PAGE_NAMES = [
  "body",
  "documentElement",
  "querySelector",
  "querySelectorAll",
  "getElementById",
  "activeElement",
  "execCommand",
  "elementsFromPoint",
  "createTreeWalker",
  "hidden",
  "prerendering",
  "location",
  "defaultView",
  "getSelection",
  "contains",
  "children",
  "browser",
  "chrome",
];

export const HIDDEN_TWINS = ["display", "opacity", "away", "clipped", "small"].flatMap((twin) => [
  `twin=${twin}`,
  `twin=${twin}&first=1`,
]);

/** What is found in it, and the outcomes of a fill. */
export const CROWDS: readonly (readonly [string, string, (readonly FillOutcome[])?])[] = [
  ["how=thousand-forms", "ambiguous"],
  ["how=deep", "form", FILLED],
  ["how=huge-label", "form", FILLED],
  ["how=huge-heading", "form", FILLED],
  ["how=huge-name", "form", FILLED],
  ["how=huge-empty-words", "form", FILLED],
  ["how=huge-placeholder", "form", FILLED],
  ["how=huge-autocomplete", "form", FILLED],
  ["how=huge-pattern", "form", FILLED],
  ["how=huge-dialog", "form", FILLED],
  ["how=long-described", "form", FILLED],
  ["how=restless-beside&boxes=16", "form", FILLED],
  ["how=restless-within&boxes=16", "form", FILLED],
];

/**
 * Hidden forms that are tried through the real popup too: of each kind of trick one, and what only an
 * extension can see. The content specs try them all.
 */
export const POPUP_CLOAKS = [
  "popover-backdrop",
  "frame-veil",
  "veil-absolute",
  "veil-closed",
  "veil-shade",
  "veil-outline",
  "veil-pseudo",
  "veil-pseudo-before",
  "veil-pseudo-numbered",
  "veil-pseudo-ordered",
  "veil-ordered",
] as const;

/**
 * What a page does while it is filled, tried through the real popup too: nothing remains, and that is said.
 */
export const POPUP_THEFTS = [
  "how=composer&when=focus",
  "how=frame-field&when=focusin&always=1&boxes=16",
  "how=modal&when=focus",
  "how=password&when=focus",
  "how=password&when=input",
  "how=to-frame&when=input&boxes=16",
  "how=swap&when=focus",
  "how=clear-page&when=input&boxes=16",
  "how=refuse&when=input&always=1",
  "how=refuse&when=input&wait=frame&always=1&boxes=16",
] as const;

/** Hidden twins that are met first, tried through the real popup too. */
export const POPUP_TWINS = HIDDEN_TWINS.filter((query) => query.endsWith("first=1"));
