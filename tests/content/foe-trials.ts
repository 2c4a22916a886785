/**
 * What is tried against hostile pages, in both browsers. Each trial drives the practice page `foe`.
 *
 * After every one: the outcome is one that our pages know; a fill that says so has put the whole key into the
 * form and nowhere else; one that does not has left no part of it anywhere, in elements taken out of the page
 * neither.
 */
import { expect } from "@playwright/test";
import { FILL_OUTCOMES, type FillOutcome } from "../../src/protocol/content.ts";
import { KEY, ORIGIN } from "./cases.ts";
import { CLOAKS, CROWDS, FORM_NAMES, HARMLESS, HIDDEN_TWINS, PAGE_NAMES, THEFTS } from "./foe-cases.ts";
import {
  BETWEEN_CAUSES,
  CLOAK_CAUSES,
  CROWD_CAUSES,
  FORM_NAME_CAUSES,
  HARMLESS_CAUSES,
  PAGE_NAME_CAUSES,
  THEFT_CAUSES,
  TWIN_CAUSES,
} from "./foe-causes.ts";
import type { Stage } from "./stage.ts";
import { taken } from "./taken.ts";

export type Trial = { name: string; act: (stage: Stage) => Promise<void> };
type Loot = { where: "form" | "elsewhere"; text: string }[];

const address = (query: string): string => `${ORIGIN}/foe?${query}`;
export const lootOf = (stage: Stage) => stage.page<Loot>("foe.loot()");

export async function offered(stage: Stage, query: string): Promise<void> {
  await stage.open(address(query));
  expect(await stage.find()).toMatchObject({ kind: "form" });
}

async function expectNothing(stage: Stage): Promise<void> {
  expect(await lootOf(stage)).toEqual([]);
}

async function expectWhole(stage: Stage): Promise<void> {
  const loot = await lootOf(stage);
  expect(loot.filter(({ where }) => where === "elsewhere")).toEqual([]);
  expect(loot.map(({ text }) => text).join("")).toBe(KEY);
}

const isFilled = (outcome: string): boolean => outcome.startsWith("filled");

/** @param allowed - the outcomes that are right here, the first one best. */
export async function expectOutcome(stage: Stage, allowed: readonly FillOutcome[]): Promise<void> {
  const outcome = await stage.fill();
  expect(FILL_OUTCOMES).toContain(outcome);
  expect(allowed).toContain(outcome);
  await (isFilled(outcome) ? expectWhole(stage) : expectNothing(stage));
}

/** Hides the form at this moment of an offer that was good; what came of the fill. */
async function hidden(stage: Stage, how: string, boxes: number, when: string): Promise<string> {
  await offered(stage, `how=${how}&boxes=${boxes}&when=${when}`);
  if (when === "call") await stage.page("void foe.act()");
  const outcome = await stage.fill();
  if (when !== "call") expect(await stage.page<string>("appState.events.join()")).toContain("acted on");
  if (!isFilled(outcome)) await expectNothing(stage);
  return outcome;
}

export function ofCloak(how: string): Trial {
  return {
    name: `hidden by ${how}: not offered; not filled after the offer or between boxes, and nothing left`,
    async act(stage) {
      await stage.open(address(`how=${how}`));
      const before = (await stage.find()).kind;
      const after = await hidden(stage, how, 1, "call");
      const between = await hidden(stage, how, 16, "input");
      const refused = "field-not-usable";
      expect({ before, after, between }).toEqual({ before: "no-form", after: refused, between: refused });
    },
  };
}

function ofHarmless(how: string): Trial {
  return {
    name: `in plain sight (${how}): filled`,
    async act(stage) {
      await offered(stage, `how=${how}`);
      await expectOutcome(stage, ["filled"]);
    },
  };
}

function ofTheft([query, allowed]: (typeof THEFTS)[number]): Trial {
  return {
    name: `the page acts while it is filled: ${query}`,
    async act(stage) {
      await offered(stage, query);
      await expectOutcome(stage, allowed);
      expect(await stage.page<string>("appState.events.join()")).toContain("acted on");
    },
  };
}

function ofNames(where: "form" | "document" | "window", names: string): Trial {
  return {
    name: `names in the ${where} that hide its properties: ${names}`,
    async act(stage) {
      await offered(stage, `how=name-in-${where}&name=${names}`);
      await expectOutcome(stage, ["filled"]);
    },
  };
}

/**
 * What is found is found, however much there is of it. A trial's own timeout is the limit: a search that
 * started over at each letter would take hours. What looking costs beside the page's own work is for `npm run
 * bench crowds`.
 */
function ofCrowd([query, kind, allowed]: (typeof CROWDS)[number]): Trial {
  return {
    name: `a crowd: ${query}`,
    async act(stage) {
      await stage.open(address(query));
      // Firefox lays out nothing beyond some depth: what it does not draw is not offered.
      const isDrawn = await stage.page<boolean>("foe.scene.field.getBoundingClientRect().height > 0");
      expect(await stage.find()).toMatchObject({ kind: isDrawn ? kind : "no-form" });
      if (allowed && isDrawn) await expectOutcome(stage, allowed);
    },
  };
}

function ofHiddenTwin(query: string): Trial {
  return {
    name: `a hidden twin with better words (${query}): the form in sight is filled`,
    async act(stage) {
      await offered(stage, `how=hidden-twin&${query}`);
      await expectOutcome(stage, ["filled"]);
    },
  };
}

const SINGLES: Trial[] = [
  {
    name: "a twin that lies over the form: what the user sees is filled, what is under it is not",
    async act(stage) {
      await offered(stage, "how=twin-over");
      expect(await stage.fill()).toMatch(/^filled/);
      expect(await lootOf(stage)).toEqual([{ where: "elsewhere", text: KEY }]);
    },
  },
  {
    name: "a full screen of something else that lets clicks through: not filled",
    async act(stage) {
      await offered(stage, "how=none");
      await stage.page(`(async () => {
        const layer = document.body.appendChild(document.createElement("div"));
        layer.style.pointerEvents = "none";
        await layer.requestFullscreen();
      })()`);
      expect(await stage.page("document.fullscreenElement.localName")).toBe("div");
      await expectOutcome(stage, ["field-not-usable"]);
      expect(await stage.find()).toEqual({ kind: "no-form" });
    },
  },
  {
    name: "a twin that lies over the form and lets clicks through: neither is offered",
    async act(stage) {
      await stage.open(address("how=twin-over&clicks=none"));
      expect(await stage.find()).toEqual({ kind: "no-form" });
    },
  },
  {
    name: "bent prototypes: found and filled, and nothing of the page's has run",
    async act(stage) {
      await stage.open(address("how=bent-prototypes"));
      await stage.ours(`window.dispatchEvent(new Event("foe-arm"))`);
      const kind = (await stage.find()).kind;
      const outcome = await stage.fill();
      await stage.ours(`window.dispatchEvent(new Event("foe-disarm"))`);
      expect([kind, outcome]).toEqual(["form", "filled"]);
      expect(await stage.page("foe.ran()")).toEqual([]);
      await expectWhole(stage);
    },
  },
  {
    name: "control: bent prototypes do tell when the page itself uses them",
    async act(stage) {
      await stage.open(address("how=bent-prototypes"));
      for (const type of ["foe-arm", "foe-use", "foe-disarm"])
        await stage.ours(`window.dispatchEvent(new Event("${type}"))`);
      expect(await stage.page("foe.ran()")).toContain("querySelectorAll");
    },
  },
  {
    name: "control: a name does hide a property from the page itself, of the form and of the document",
    async act(stage) {
      await stage.open(address("how=name-in-form&name=closest"));
      expect(await stage.page("foe.scene.card.closest instanceof HTMLInputElement")).toBe(true);
      await stage.open(address("how=name-in-document&name=querySelectorAll"));
      expect(await stage.page("document.querySelectorAll instanceof HTMLImageElement")).toBe(true);
    },
  },
  {
    name: "elements with properties of their own: found and filled",
    async act(stage) {
      await offered(stage, "how=bent-elements");
      expect(await stage.fill()).toMatch(/^filled/);
      await expectWhole(stage);
    },
  },
  {
    name: "forged events start nothing and stop nothing",
    async act(stage) {
      await offered(stage, "how=forged-events");
      await stage.page("new Promise((done) => setTimeout(done, 300))");
      await expectNothing(stage);
      await expectOutcome(stage, ["filled"]);
    },
  },
  {
    name: "a page that mirrors what it is given: filled; the copy is the page's own",
    async act(stage) {
      await offered(stage, "how=mirror&when=input&always=1");
      expect(await stage.fill()).toBe("filled");
      const loot = await lootOf(stage);
      expect(loot.filter(({ where }) => where === "form")).toEqual([{ where: "form", text: KEY }]);
      expect(loot.filter(({ where }) => where === "elsewhere").map(({ text }) => text)).toEqual([KEY, KEY]);
    },
  },
  {
    name: "a page that mirrors and refuses: the mirror is cleared with the field, as it follows it",
    async act(stage) {
      await offered(stage, "how=mirror&when=input,change&always=1&boxes=16");
      await stage.page(`foe.scene.fields[5].addEventListener("input", ({ target }) => {
        if (target.value !== "") target.value = "no";
      }), 0`);
      expect(await stage.fill()).toBe("page-changed-it");
      await expectNothing(stage);
    },
  },
  {
    name: "a page that moves on to another address in its history: still the same form",
    async act(stage) {
      await offered(stage, "how=none");
      await stage.page(`history.pushState(null, "", "/restore")`);
      await expectOutcome(stage, ["filled"]);
    },
  },
  {
    name: "navigation between offer and fill: nothing is held any more",
    async act(stage) {
      await offered(stage, "how=none");
      await stage.open(address("how=none"));
      expect(await stage.fill()).toBe("nothing held");
      await expectNothing(stage);
    },
  },
];

/** After the offer, in a quiet moment. */
const BETWEEN = [
  ["remove", "no-form"],
  ["swap", "filled-button-disabled"], // it asks for the same in the same place; the page does not listen to it
  ["to-frame", "field-not-usable"],
  ["to-footer", "field-not-usable"],
  ["prefill", "field-not-usable"],
  ["readonly", "field-not-usable"],
  ["disabled", "field-not-usable"],
  ["fieldset", "field-not-usable"],
  ["inert", "field-not-usable"],
  ["password", "field-not-usable"],
  ["hidden-type", "field-not-usable"],
  ["shorter", "field-not-usable"],
  ["twin", "ambiguous"],
  ["clear-page", "no-form"],
  ["open-document", "no-form"],
  ["replace-root", "field-not-usable"],
] as const;

function ofBetween([how, outcome]: (typeof BETWEEN)[number]): Trial {
  return {
    name: `${how} between offer and fill: ${outcome}`,
    async act(stage) {
      await offered(stage, `how=${how}&when=call`);
      await stage.page("void foe.act()");
      expect(await stage.fill()).toBe(outcome);
      if (isFilled(outcome)) return expectWhole(stage);
      const loot = await lootOf(stage);
      return expect(loot).toEqual(how === "prefill" ? [{ where: "form", text: "0" }] : []);
    },
  };
}

const first = ([name]: readonly [string, ...unknown[]]): string => name;

export const TRIALS: readonly Trial[] = [
  ...taken(CLOAKS, String, CLOAK_CAUSES).map(ofCloak),
  ...taken(HARMLESS, String, HARMLESS_CAUSES).map(ofHarmless),
  ...taken(BETWEEN, first, BETWEEN_CAUSES).map(ofBetween),
  ...taken(THEFTS, first, THEFT_CAUSES).map(ofTheft),
  ...taken(FORM_NAMES, String, FORM_NAME_CAUSES).map((names) => ofNames("form", names)),
  ...taken(PAGE_NAMES, String, PAGE_NAME_CAUSES).map((names) => ofNames("document", names)),
  ofNames("window", PAGE_NAMES.join()),
  ...taken(HIDDEN_TWINS, String, TWIN_CAUSES).map(ofHiddenTwin),
  ...taken(CROWDS, first, CROWD_CAUSES).map(ofCrowd),
  ...SINGLES,
];
