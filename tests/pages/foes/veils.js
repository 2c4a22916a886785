/** More ways to paint over a form and let clicks through: each lies about where it is painted, or by what. */
import { make } from "../plain-form.js";
import { above, put, rule, SHEET, showVeil, style, WHOLE } from "./covers.js";
import { found } from "./found.js";

/** A shape that leaves a speck free at each place of the field where it is known to be probed. */
function holesAt({ left, top, width, height }, probes) {
  const holes = probes.map(([x, y]) => [Math.round(left + x * width), Math.round(top + y * height)]);
  const rects = [
    `M0 0H${innerWidth}V${innerHeight}H0Z`,
    ...holes.map(([x, y]) => `M${x - 1} ${y - 1}v2h2v-2Z`),
  ];
  return `path(evenodd, "${rects.join("")}")`;
}

export const veils = {
  ...found,
  "veil-border": () =>
    put({
      ...WHOLE,
      width: "0",
      height: "0",
      border: "2000px solid Canvas",
      boxSizing: "border-box",
      zIndex: "9",
    }),
  "veil-inner-outline": () =>
    put({ ...WHOLE, outline: "2000px solid Canvas", outlineOffset: "-2000px", zIndex: "9" }),
  // In the top layer no z-index counts.
  "veil-top-layer": (scene) => {
    above(scene, "99");
    showVeil();
  },
  // One that is closed stays there for as long as its transition takes.
  "veil-leaving": (scene) => {
    above(scene, "99");
    const layer = showVeil({ transition: "overlay 999s allow-discrete, display 999s allow-discrete" });
    layer.getBoundingClientRect();
    layer.hidePopover();
  },
  // A z-index that does not count, for it is not positioned.
  "veil-idle-z": (scene) => {
    style(scene.outer.parentElement, { display: "block" });
    above(scene, "99", "static");
    put({ ...SHEET, zIndex: "9" });
  },
  // One within what has none.
  "veil-inner-z": (scene) => {
    above(scene, "5");
    put({ ...SHEET, zIndex: "9" }, put({ position: "relative" }));
  },
  "veil-flex-z": (scene) => {
    above(scene, "5");
    const row = put({ display: "flex", ...WHOLE, position: "absolute", zIndex: "auto" });
    put({ background: "Canvas", zIndex: "9", flex: "1" }, row);
  },
  "veil-nearer": (scene) => {
    style(document.body, { transformStyle: "preserve-3d" });
    above(scene, "5");
    put({ ...SHEET, transform: "translateZ(1px)" });
  },
  "veil-pseudo-elsewhere": () => {
    put({}).id = "foe-elsewhere";
    rule(`#foe-elsewhere::before { content: ""; position: fixed; inset: 0; z-index: 9; background: Canvas }`);
  },
  "veil-pseudo-shade": () => {
    put({}).id = "foe-elsewhere";
    rule(`#foe-elsewhere::after { content: ""; position: fixed; width: 1px; height: 1px; right: 0; bottom: 0;
      z-index: 9; box-shadow: 0 0 0 9999px Canvas }`);
  },
  // Beside the page, and its mirror image upon it.
  "veil-mirror": () =>
    put({
      position: "fixed",
      top: "0",
      right: "100vw",
      width: "100vw",
      height: "100vh",
      zIndex: "9",
    }).style.setProperty("-webkit-box-reflect", "right 0px"),
  "veil-drop-shadow": () => {
    const filter = "drop-shadow(100vw 0 0 white)";
    put({ ...SHEET, inset: "0 100vw 0 -100vw", filter, zIndex: "9" });
  },
  // An old picture of the page over the new one, for as long as it likes.
  "veil-transition": async ({ outer }) => {
    rule(`::view-transition { pointer-events: none }
      ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 999s }`);
    style(outer, { opacity: "0" });
    const { ready } = document.startViewTransition(() => style(outer, { opacity: "" }));
    await ready;
    document.documentElement.dataset.ready = "";
  },
  "veil-with-holes": ({ field }) => {
    const probes = [
      [0.5, 0.5],
      [0.25, 0.5],
      [0.75, 0.5],
      [0.5, 0.2],
      [0.5, 0.8],
    ];
    const clipPath = holesAt(field.getBoundingClientRect(), probes);
    put({ ...SHEET, pointerEvents: "auto", clipPath, zIndex: "9" });
  },
  "in-canvas": ({ outer }) => {
    const canvas = make("canvas", { width: 800, height: 600 });
    canvas.setAttribute("layoutsubtree", "");
    outer.before(canvas);
    canvas.append(outer);
  },
};
