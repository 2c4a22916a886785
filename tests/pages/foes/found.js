/** Veils that an attack on the gates of 30 November 2026 found. `foe-more-trials.ts` says which of them still pass. */
import { make } from "../plain-form.js";
import { CLEAR, drawn, idle, put, rule, SHEET, SPECK, style, WHOLE } from "./covers.js";

export const found = {
  // The drawing is larger than the picture that it belongs to.
  "veil-svg-shape": () => {
    const rect = drawn("rect", { x: "-3000", y: "-3000", width: "6000", height: "6000", fill: "white" });
    const svg = drawn("svg", { width: "1", height: "1" }, rect);
    style(svg, { ...WHOLE, overflow: "visible", pointerEvents: "none", zIndex: "9" });
    document.body.append(svg);
  },
  // Lengths of a shadow and a border grow with the box.
  "veil-scaled-shade": () =>
    put({ ...SPECK, width: "1px", height: "1px", transform: "scale(100)", boxShadow: "0 0 0 30px white" }),
  "veil-scaled-border": () =>
    put({
      ...WHOLE,
      width: "0",
      height: "0",
      border: "20px solid white",
      transform: "scale(200)",
      zIndex: "9",
    }),
  // The layer is clear, what it lays over the page is not.
  "veil-clear-backdrop": () => {
    rule("#foe-clear::backdrop { background: Canvas; pointer-events: none }");
    const layer = idle("foe-clear");
    style(layer, { opacity: "0" });
    layer.popover = "manual";
    layer.showPopover();
  },
  "veil-hidden-backdrop": () => {
    rule("#foe-clear::backdrop { background: Canvas; pointer-events: none; visibility: visible }");
    const layer = idle("foe-clear");
    style(layer, { visibility: "hidden" });
    layer.popover = "manual";
    layer.showPopover();
  },
  "veil-bordered-backdrop": () => {
    rule(
      "#foe-clear::backdrop { background: none; border: 2000px solid Canvas; box-sizing: border-box; pointer-events: none }",
    );
    const layer = idle("foe-clear");
    layer.popover = "manual";
    layer.showPopover();
  },
  // What holds the field is outlined inwards, over all that it holds; or the field itself is.
  "outlined-inwards": ({ card }) => style(card, { outline: "300px solid white", outlineOffset: "-300px" }),
  "outlined-field": ({ field }) => style(field, { outline: "40px solid white", outlineOffset: "-17.5px" }),
  // Parts without an element, in what holds the form.
  "veil-pseudo-relative": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: ""; display: block; position: relative; height: 900px; margin-top: -900px; ${CLEAR} }`,
    );
  },
  "veil-pseudo-cell": ({ outer }) => {
    outer.id = "foe-outer";
    style(outer, { display: "grid" });
    rule(
      `#foe-outer > *, #foe-outer::after { grid-area: 1 / 1 } #foe-outer::after { content: ""; z-index: 9; ${CLEAR} }`,
    );
  },
  "veil-pseudo-padding": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: ""; position: fixed; left: 0; top: 0; width: 0; height: 0; padding: 999px; ${CLEAR} }`,
    );
  },
  "veil-pseudo-scaled": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: ""; position: fixed; left: 0; top: 0; width: 1px; height: 1px; transform: scale(9999); ${CLEAR} }`,
    );
  },
  "veil-pseudo-moved-shade": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: ""; position: fixed; left: 0; top: 0; width: 1px; height: 1px; transform: translateX(1px); box-shadow: 0 0 0 9999px Canvas; pointer-events: none }`,
    );
  },
  "veil-pseudo-shade-within": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: ""; position: fixed; left: 0; top: 0; width: 1px; height: 1px; box-shadow: 0 0 0 9999px Canvas; pointer-events: none }`,
    );
  },
  "veil-pseudo-halves": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::before, #foe-outer::after { content: ""; position: fixed; left: 0; top: 0; width: 4000px; height: 15px; z-index: 9; ${CLEAR} }`,
    );
    const { top } = document.querySelector("#foe-outer input").getBoundingClientRect();
    rule(`#foe-outer::before { top: ${top - 2}px } #foe-outer::after { top: ${top + 13}px; height: 30px }`);
  },
  "veil-pseudo-picture": ({ outer }) => {
    outer.id = "foe-outer";
    rule(
      `#foe-outer::after { content: linear-gradient(white, white); position: fixed; inset: 0; width: 2000px; height: 2000px; pointer-events: none }`,
    );
  },
  // Parts without an element, elsewhere: not where their style says.
  "veil-pseudo-margin": () => {
    idle("foe-elsewhere");
    rule(
      `#foe-elsewhere::before { content: ""; position: fixed; left: -3000px; margin-left: 3000px; top: 0; width: 3000px; height: 3000px; z-index: 9; ${CLEAR} }`,
    );
  },
  "veil-pseudo-will-change": () => {
    style(idle("foe-elsewhere"), {
      position: "absolute",
      left: "3000px",
      top: "0",
      willChange: "transform",
      zIndex: "9",
    });
    rule(
      `#foe-elsewhere::before { content: ""; position: fixed; left: -3000px; top: 0; width: 3000px; height: 3000px; ${CLEAR} }`,
    );
  },
  "veil-pseudo-grown": () => {
    idle("foe-elsewhere");
    rule(
      `#foe-elsewhere::before { content: ""; position: fixed; left: 0; top: 0; width: 1px; height: 1px; transform: scale(9999); z-index: 9; ${CLEAR} }`,
    );
  },
  // Parts of the browser's own controls.
  "veil-file-button": () => {
    const input = document.body.appendChild(make("input", { type: "file", id: "foe-file" }));
    style(input, {
      ...SPECK,
      width: "1px",
      height: "1px",
      pointerEvents: "none",
      overflow: "visible",
      contain: "none",
    });
    rule(
      `#foe-file::file-selector-button { position: fixed; inset: 0; width: 3000px; height: 3000px; border: 0; opacity: 1; ${CLEAR} }`,
    );
  },
  "veil-thumb": () => {
    const input = document.body.appendChild(make("input", { type: "range", id: "foe-range" }));
    style(input, {
      ...SPECK,
      width: "4px",
      height: "4px",
      pointerEvents: "none",
      appearance: "none",
      overflow: "visible",
    });
    rule(
      `#foe-range::-webkit-slider-thumb { appearance: none; width: 2px; height: 2px; box-shadow: 0 0 0 9999px white }`,
    );
    rule(`#foe-range::-moz-range-thumb { width: 2px; height: 2px; box-shadow: 0 0 0 9999px white }`);
  },
  "veil-audio": () => {
    const audio = document.body.appendChild(make("audio", { controls: true }));
    style(audio, {
      position: "fixed",
      left: "400px",
      top: "110px",
      width: "600px",
      height: "70px",
      pointerEvents: "none",
      zIndex: "9",
    });
  },
  // The picture is larger than its box.
  "veil-large-picture": () => {
    const canvas = document.body.appendChild(make("canvas", { width: 3000, height: 3000 }));
    canvas.getContext("2d").fillStyle = "white";
    canvas.getContext("2d").fillRect(0, 0, 3000, 3000);
    style(canvas, { position: "fixed", left: "0", top: "0", width: "1px", height: "1px", objectFit: "none" });
    style(canvas, { objectPosition: "0 0", overflow: "visible", pointerEvents: "none", zIndex: "9" });
  },
  // In shadow trees that nobody is asked for.
  "veil-shadow-with-child": () => {
    const host = idle("foe-host");
    host.append(make("i"));
    host.attachShadow({ mode: "open" }).append(put({ ...SHEET, zIndex: "9" }));
  },
  "veil-shadow-large-page": () => {
    const many = put({ display: "none" });
    for (let i = 0; i < 4100; i += 1) many.append(make("i"));
    document.body.prepend(many);
    const host = idle("foe-host");
    host.attachShadow({ mode: "open" }).append(put({ ...SHEET, zIndex: "9" }));
  },
  "veil-first-letter": () => {
    idle("foe-letter").append("x");
    style(document.getElementById("foe-letter"), {
      ...SPECK,
      width: "1px",
      height: "1px",
      color: "transparent",
    });
    rule("#foe-letter::first-letter { box-shadow: 0 0 0 9999px white }");
  },
  "veil-details": () => {
    const details = document.body.appendChild(make("details", { id: "foe-details" }, make("summary")));
    style(details, { ...SPECK, width: "1px", height: "1px", pointerEvents: "none" });
    rule(
      `#foe-details::details-content { content-visibility: visible; display: block; position: fixed; inset: 0; ${CLEAR} }`,
    );
  },
  "veil-scroll-button": () => {
    const row = idle("foe-row");
    style(row, { ...SPECK, width: "9px", height: "9px", overflow: "auto" });
    style(put({ width: "99px", height: "1px" }, row), {});
    rule(`#foe-row::scroll-button(right) { content: ""; position: fixed; inset: 0; border: 0; ${CLEAR} }`);
  },
  // Behind what holds the field: that is painted over what has a negative z-index in it, and lets clicks through.
  "behind-its-card": ({ card, field }) => {
    style(document.body, { pointerEvents: "none" });
    style(card, { position: "static" });
    style(field, { position: "relative", zIndex: "-1", pointerEvents: "auto" });
  },
  // Beside the page, with its shadow upon it; the shadow belongs to a speck that is farther away.
  "veil-far-drop-shadow": () => {
    const far = put({
      position: "fixed",
      left: "-9000px",
      top: "0",
      zIndex: "9",
      width: "1px",
      height: "1px",
    });
    style(far, { filter: "drop-shadow(4000px 0 0 white)" });
    put(
      {
        position: "absolute",
        left: "5000px",
        top: "0",
        width: "4000px",
        height: "4000px",
        background: "white",
      },
      far,
    );
  },
  // Before the form in the page, and painted later: an animation raises it.
  "veil-animated": ({ outer, card }) => {
    style(card, { position: "static" });
    rule("@keyframes foe-still { from, to { opacity: 1 } }");
    const cover = put({ background: "Canvas", height: "900px", animation: "foe-still 999s infinite" }, outer);
    style(outer, { width: "560px" });
    style(cover, { marginBottom: "-900px" });
    outer.prepend(cover);
  },
  "veil-mirrored": ({ outer, card }) => {
    style(card, { position: "static" });
    const cover = put({ background: "Canvas", height: "900px", marginBottom: "-900px" }, outer);
    cover.style.setProperty("-webkit-box-reflect", "right 0px");
    style(outer, { width: "560px" });
    outer.prepend(cover);
  },
  // The same of text-like boxes, which are painted after all that floats.
  "veil-before-float": ({ outer, dialog, card }) => {
    style(card, { position: "static" });
    style(outer, { width: "560px" });
    style(dialog, { float: "left", width: "100%" });
    const cover = put({ background: "Canvas", display: "inline-block", verticalAlign: "top" }, outer);
    style(cover, { width: "560px", height: "900px", marginLeft: "-560px" });
    outer.prepend(cover);
  },
  "veil-fraction": () => {
    const MATH = "http://www.w3.org/1998/Math/MathML";
    const [math, fraction, a, b] = ["math", "mfrac", "mrow", "mrow"].map((name) =>
      document.createElementNS(MATH, name),
    );
    fraction.append(a, b);
    fraction.setAttribute("linethickness", "2000px");
    math.append(fraction);
    style(math, {
      position: "fixed",
      left: "0",
      top: "0",
      zIndex: "9",
      pointerEvents: "none",
      color: "white",
    });
    const space = document.createElementNS(MATH, "mspace");
    space.setAttribute("width", "3000px");
    a.append(space);
    document.body.append(math);
  },
};
