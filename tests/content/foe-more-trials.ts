/**
 * More of what is tried against hostile pages, in both browsers: layers that lie about where they are
 * painted, editors, pages that go on to another question, and parts of a page that hide their own properties.
 */
import { expect } from "@playwright/test";
import { FILL_OUTCOMES, type FillOutcome } from "../../src/protocol/content.ts";
import { KEY, ORIGIN } from "./cases.ts";
import { EDITOR_CAUSES, STEP_CAUSES, VEIL_CAUSES } from "./foe-causes.ts";
import { expectOutcome, lootOf, ofCloak, offered, type Trial } from "./foe-trials.ts";
import { taken } from "./taken.ts";

const VEILS = [
  "veil-border",
  "veil-inner-outline",
  "veil-drop-shadow",
  "veil-top-layer",
  "veil-idle-z",
  "veil-inner-z",
  "veil-flex-z",
  "veil-nearer",
  "veil-pseudo-elsewhere",
  "veil-pseudo-shade",
  "veil-transition",
  "veil-with-holes",
  "in-canvas",
  "veil-svg-shape",
  "veil-clear-backdrop",
  "veil-hidden-backdrop",
  "veil-bordered-backdrop",
  "outlined-inwards",
  "outlined-field",
  "veil-audio",
  "veil-shadow-with-child",
  "veil-shadow-large-page",
  "behind-its-card",
  "veil-animated",
  "veil-fraction",
  "veil-scaled-shade",
  "veil-scaled-border",
  "veil-pseudo-relative",
  "veil-pseudo-cell",
  "veil-pseudo-padding",
  "veil-pseudo-scaled",
  "veil-pseudo-shade-within",
  "veil-pseudo-halves",
  "veil-pseudo-moved-shade",
  "veil-pseudo-margin",
  "veil-pseudo-will-change",
  "veil-pseudo-grown",
  "veil-large-picture",
  "veil-before-float",
];

/**
 * Known to lie over the field and not to be seen (docs/fill.md, "What gets past"). One that is seen joins the
 * others.
 */
const UNSEEN_VEILS = [
  "veil-file-button",
  "veil-thumb",
  "veil-first-letter",
  "veil-details",
  "veil-far-drop-shadow",
];

/** This one lies over nothing in Firefox. */
const UNSEEN_IN_CHROMIUM = ["veil-scroll-button"];

function ofUnseen(how: string): Trial {
  return {
    name: `gets past: ${how}`,
    async act(stage) {
      await stage.open(`foe?how=${how}`);
      expect((await stage.find()).kind).toBe("form");
    },
  };
}

const EITHER: readonly FillOutcome[] = [
  "filled",
  "filled-button-disabled",
  "field-not-usable",
  "page-changed-it",
  "no-form",
];
const NOT_USABLE: readonly FillOutcome[] = ["field-not-usable"];

/** An editor is filled over several frames, with an event of our own between. */
const EDITORS: readonly (readonly [string, readonly FillOutcome[]])[] = [
  ["how=none", ["filled"]],
  ...["composer", "select-composer", "other-field"].flatMap((how) => [
    [`how=${how}&when=beforeinput`, EITHER] as const,
    [`how=${how}&when=paste`, EITHER] as const,
    [`how=${how}&when=focus&wait=timer`, EITHER] as const,
    [`how=${how}&when=focus&wait=frame`, EITHER] as const,
  ]),
  ["how=body-opacity&when=focus", NOT_USABLE],
  ["how=veil-absolute&when=focus&wait=microtask", NOT_USABLE],
];

function ofEditor([query, allowed]: (typeof EDITORS)[number]): Trial {
  return {
    name: `an editor: ${query}`,
    async act(stage) {
      await offered(stage, `${query}&field=editor`);
      await expectOutcome(stage, allowed);
    },
  };
}

const STEPS = ["next-in-same", "next-in-other", "next-prefilled", "copy-unseen"].flatMap((how) => [
  `how=${how}&when=input`,
  `how=${how}&when=input&wait=microtask`,
  `how=${how}&when=change`,
  `how=${how}&when=blur&wait=timer`,
]);

/** Nothing of the key may be in what the page asks next, and what it has put there itself stays. */
function ofStep(query: string): Trial {
  return {
    name: `the page asks something else in the same place: ${query}`,
    async act(stage) {
      await offered(stage, query);
      expect(FILL_OUTCOMES).toContain(await stage.fill());
      expect(await stage.page<string>("appState.events.join()")).toContain("acted on");
      const name = query.includes("prefilled") ? [{ where: "form", text: "Typed before" }] : [];
      const loot = await lootOf(stage);
      expect(loot.filter(({ where }) => where === "form")).toEqual(name);
      expect(loot.filter(({ where }) => where === "elsewhere").every(({ text }) => text === KEY)).toBe(true);
    },
  };
}

const SINGLES: Trial[] = [
  {
    name: "boxes that ask something else after the first: the rest is not filled, and nothing is left",
    async act(stage) {
      await offered(stage, "how=next-in-same&when=input&boxes=16");
      expect(await stage.fill()).not.toMatch(/^filled/);
      expect(await lootOf(stage)).toEqual([]);
    },
  },
  {
    name: "forms in every role, each with a name that hides a property: the form beside them is filled",
    async act(stage) {
      await offered(stage, "how=named-roles&key=no");
      await expectOutcome(stage, ["filled"]);
      // A key that is shown is a new one, and is found whatever the forms are called.
      await stage.open(`${ORIGIN}/foe?how=named-roles`);
      expect(await stage.ours("probe.keyShown()")).toBe(true);
      expect(await stage.find()).toEqual({ kind: "no-form" });
    },
  },
  {
    name: "named by a long text five thousand times over: found",
    async act(stage) {
      await stage.open(`${ORIGIN}/foe?how=named-over-and-over`);
      expect(await stage.find()).toMatchObject({ kind: "form" });
    },
  },
];

export const MORE_TRIALS: readonly Trial[] = [
  ...taken(VEILS, String, VEIL_CAUSES).map(ofCloak),
  ...taken(UNSEEN_VEILS, String, {}).map(ofUnseen),
  ...taken(EDITORS, ([query]) => query, EDITOR_CAUSES).map(ofEditor),
  ...taken(STEPS, String, STEP_CAUSES).map(ofStep),
  ...SINGLES,
];

export const CHROMIUM_TRIALS: readonly Trial[] = taken(UNSEEN_IN_CHROMIUM, String, {}).map(ofUnseen);
