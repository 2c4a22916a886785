import { note, option } from "./app-state.js";
import { cloaks, harmless } from "./foes/cloaks.js";
import { clobbers } from "./foes/clobbers.js";
import { crowds } from "./foes/crowds.js";
import { findLoot, makeScene } from "./foes/scene.js";
import { steps } from "./foes/steps.js";
import { prepare, thefts } from "./foes/thefts.js";
import { veils } from "./foes/veils.js";

const ACTS = {
  none: () => undefined,
  ...cloaks,
  ...veils,
  ...steps,
  ...harmless,
  ...thefts,
  ...clobbers,
  ...crowds,
};
const TICK_MS = 20;
/** Taken before it is bent. */
const now = performance.now.bind(performance);

const WAITS = {
  none: (act) => act(),
  microtask: (act) => queueMicrotask(act),
  timer: (act) => setTimeout(act, 0),
  frame: (act) => requestAnimationFrame(act),
};

/** The longest time in which nothing else could run here, since it was last asked for. */
function watchPulse() {
  let longestMs = 0;
  let lastMs = now();
  const beat = () => {
    const nowMs = now();
    longestMs = Math.max(longestMs, nowMs - lastMs - TICK_MS);
    lastMs = nowMs;
  };
  setInterval(beat, TICK_MS);
  return () => {
    beat();
    const sinceLastMs = longestMs;
    longestMs = 0;
    return sinceLastMs;
  };
}

/** Runs the act at each of these events of a field of the form; `always`: not at the first alone. */
function actOn(scene, act, types, wait, always) {
  let isOver = false;
  // What is hidden then is a box that is still to be filled.
  const late = { ...scene, field: scene.fields.at(-1) };
  const listener = (event) => {
    // Told once per document, `selectionchange` has no field.
    const field =
      scene.fields.find((one) => one === event.target) ?? scene.dialog.querySelector("input:focus");
    if (isOver || !field) return;
    isOver = !always;
    note(`acted on ${event.type}`);
    WAITS[wait](() => act(late, field, event));
  };
  for (const type of types) window.addEventListener(type, listener, true);
}

/**
 * A good form on a page that means harm: `?how=` names the act, `?when=start` does it at once, `?when=call` by
 * `window.foe.act()`, `?when=focus,input` at those events; `?wait=`: a microtask, timer or frame later.
 */
export function mount(root) {
  const scene = makeScene(Number(option("boxes", "1")));
  root.append(scene.outer, scene.panes);
  const act = ACTS[option("how", "none")];
  const run = () => act(scene, scene.field);
  const when = option("when", "start");
  if (option("how") in thefts) prepare(scene);
  window.foe = {
    act: run,
    loot: () => findLoot(scene.dialog),
    longestGapMs: watchPulse(),
    scene,
  };
  if (when === "start") run();
  else if (when !== "call")
    actOn(scene, act, when.split(","), option("wait", "none"), option("always") !== null);
}
