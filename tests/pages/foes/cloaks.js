/**
 * Ways to take a form out of the user's sight. Styles are set by script, which the policy of the page allows.
 * Each takes the scene; the names are those of `foe-cases.ts`.
 */
import { make } from "../plain-form.js";

const COVER = { position: "fixed", inset: "0", background: "Canvas", zIndex: "10", pointerEvents: "none" };
const SIBLINGS = 300;

const style = (element, styles) => Object.assign(element.style, styles);
const put = (parent, element) => {
  parent.append(element);
  return element;
};
const veil = (styles = {}) => {
  const cover = make("div");
  style(cover, { ...COVER, ...styles });
  return cover;
};

function rule(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Laid over the form exactly, and no wider. */
function overForm({ outer, dialog }, element, styles = {}) {
  style(outer, { position: "relative" });
  const { width, height } = dialog.getBoundingClientRect();
  style(element, { position: "absolute", left: "0", top: "0", border: "0", zIndex: "5", ...styles });
  style(element, { width: `${width}px`, height: `${height}px` });
  outer.append(element);
}

function frame() {
  return make("iframe", { title: "Over it", srcdoc: "<body bgcolor=white>" });
}

/** A part of the element before all that it holds: over it, if nothing in there is positioned. */
function pseudoUnder(element, more) {
  element.id = "foe-outer";
  rule(`#foe-outer { position: relative }
    #foe-outer::before { content: ""; position: absolute; inset: 0; background: Canvas; pointer-events: none; ${more} }`);
}

function putFirst(outer) {
  style(outer, { display: "flex" });
  style(outer.firstElementChild, { position: "relative", order: "-1" });
}

/** Cuts off this share of the field's width, from one side. */
function cut({ field }, side, share) {
  const sides = ["top", "right", "bottom", "left"].map((one) => (one === side ? share : "0"));
  style(field, { clipPath: `inset(${sides.join(" ")})` });
}

export const cloaks = {
  "clip-inset-left": (scene) => cut(scene, "left", "60%"),
  "clip-inset-above": (scene) => cut(scene, "top", "95%"),
  "field-opacity": ({ field }) => style(field, { opacity: "0.05" }),
  "body-opacity": () => style(document.body, { opacity: "0.05" }),
  "html-opacity": () => style(document.documentElement, { opacity: "0.05" }),
  "opacity-in-steps": ({ outer, dialog, card }) =>
    [outer, dialog, card].map((one) => style(one, { opacity: "0.5" })),
  "clip-path-field": ({ field }) => style(field, { clipPath: "inset(50%)" }),
  "clip-path-body": () => style(document.body, { clipPath: "polygon(0 0, 1px 0, 0 1px)" }),
  "clip-rect": ({ card }) => style(card, { position: "absolute", clip: "rect(0px, 0px, 0px, 0px)" }),
  "overflow-hidden": ({ outer }) => style(outer, { width: "0", height: "0", overflow: "hidden" }),
  "overflow-clip": ({ outer }) => style(outer, { height: "0", overflow: "clip" }),
  "content-visibility": ({ outer }) => style(outer, { contentVisibility: "hidden" }),
  "scale-nothing": ({ card }) => style(card, { transform: "scale(0)" }),
  "scale-flat": ({ card }) => style(card, { transform: "scaleY(0.01)" }),
  "scale-huge": ({ field }) => style(field, { transform: "scale(200)" }),
  zoom: ({ outer }) => style(outer, { zoom: "0.02" }),
  backface: ({ card }) => style(card, { transform: "rotateY(180deg)", backfaceVisibility: "hidden" }),
  "edge-on": ({ card }) => style(card, { transform: "rotateY(90deg)" }),
  "filter-opacity": ({ field }) => style(field, { filter: "opacity(0)" }),
  "filter-brightness": ({ card }) => style(card, { filter: "brightness(0)" }),
  "filter-contrast": () => style(document.body, { filter: "contrast(0)" }),
  "filter-blur": ({ outer }) => style(outer, { filter: "blur(20px)" }),
  "blend-field": ({ field }) => style(field, { mixBlendMode: "lighten" }),
  "blend-above": ({ outer }) => style(outer, { mixBlendMode: "difference" }),
  "mask-field": ({ field }) => style(field, { maskImage: "linear-gradient(transparent, transparent)" }),
  "mask-body": () => style(document.body, { maskImage: "linear-gradient(transparent, transparent)" }),
  "mask-border": ({ card }) =>
    card.style.setProperty("-webkit-mask-box-image", "linear-gradient(transparent, transparent)"),
  "translate-away": ({ card }) => style(card, { transform: "translateX(-10000px)" }),
  "translate-own": ({ card }) => style(card, { translate: "-10000px 0" }),
  "margin-away": ({ card }) => style(card, { marginLeft: "-10000px" }),
  "pushed-below": ({ outer }) => style(outer, { marginTop: "10000px" }),
  "field-visibility": ({ field }) => style(field, { visibility: "collapse" }),
  "field-display": ({ field }) => style(field, { display: "none" }),
  "field-contents": ({ field }) => style(field, { display: "contents" }),
  "popover-over": () => {
    const layer = make("div", { popover: "manual" });
    style(put(document.body, layer), { ...COVER, width: "100%", height: "100%" });
    layer.showPopover();
  },
  // The popover itself is a speck in a corner; what it lays over the page is no element.
  "popover-backdrop": () => {
    rule("#foe-speck::backdrop { background: Canvas; pointer-events: none }");
    const layer = put(document.body, make("div", { popover: "manual", id: "foe-speck" }));
    style(layer, { inset: "auto 0 0 auto", width: "1px", height: "1px", border: "0", padding: "0" });
    layer.showPopover();
  },
  "modal-elsewhere": () => put(document.body, make("dialog", {}, "Something else")).showModal(),
  "frame-over": (scene) => overForm(scene, frame()),
  "frame-veil": (scene) => overForm(scene, frame(), { pointerEvents: "none", background: "white" }),
  "veil-absolute": (scene) => overForm(scene, make("div"), { background: "Canvas", pointerEvents: "none" }),
  "veil-gradient": (scene) =>
    overForm(scene, make("div"), { backgroundImage: "linear-gradient(white, white)", pointerEvents: "none" }),
  "veil-deep": () => put(put(document.body, make("div")), make("div")).append(veil()),
  "veil-late": () => {
    const { body } = document;
    for (let i = 0; i < SIBLINGS; i += 1) body.append(make("i"));
    body.append(veil());
  },
  "veil-many-parts": () => {
    const layer = put(document.body, veil({ background: "none" }));
    for (let i = 0; i < SIBLINGS; i += 1) layer.append(make("i"));
    layer.append(veil());
  },
  "veil-shadow": () => {
    const host = put(document.body, make("div"));
    host.attachShadow({ mode: "open" }).append(veil());
  },
  // Only an extension sees into a closed one: tried through the popup.
  "veil-closed": () => {
    const host = put(document.body, make("div"));
    host.attachShadow({ mode: "closed" }).append(veil());
  },
  "veil-frost": () =>
    document.body.append(
      veil({ background: "none", backdropFilter: "blur(40px)", webkitBackdropFilter: "" }),
    ),
  "veil-shade": () =>
    document.body.append(
      veil({ inset: "auto 0 0 auto", width: "1px", height: "1px", boxShadow: "0 0 0 9999px white" }),
    ),
  "veil-outline": () =>
    document.body.append(
      veil({ inset: "auto 0 0 auto", width: "1px", height: "1px", outline: "9999px solid white" }),
    ),
  "veil-pseudo": ({ outer }) => {
    outer.id = "foe-outer";
    rule(`#foe-outer { position: relative }
      #foe-outer::after { content: ""; position: absolute; inset: 0; background: Canvas; pointer-events: none }`);
  },
  "veil-pseudo-before": ({ outer, card }) => {
    pseudoUnder(outer, "");
    style(card, { position: "static" });
  },
  "veil-pseudo-numbered": ({ outer }) => {
    pseudoUnder(outer, "z-index: 1");
    style(outer.firstElementChild, { position: "relative" });
  },
  // Painted after the form, as that is put before the place where it stands.
  "veil-pseudo-ordered": ({ outer }) => {
    pseudoUnder(outer, "");
    putFirst(outer);
  },
  "veil-ordered": ({ outer }) => {
    const cover = make("div");
    style(cover, { position: "absolute", inset: "0", background: "Canvas", pointerEvents: "none" });
    style(outer, { position: "relative" });
    putFirst(outer);
    outer.prepend(cover);
  },
  // Text that takes the field's clicks hides it as anything else does.
  "cover-beside": ({ field }) => {
    const over = make("div", {}, "64-digit key");
    style(field.parentElement, { position: "relative" });
    style(over, { position: "absolute", inset: "0", background: "black" });
    field.after(over);
  },
  "veil-inset": () =>
    document.body.append(veil({ background: "none", boxShadow: "inset 0 0 0 1000000px white" })),
  "veil-shade-far": () =>
    document.body.append(
      veil({ inset: "auto 0 0 auto", width: "1px", height: "1px", boxShadow: "0 0 0 1000000px white" }),
    ),
  // The ring of a circle: far from its box's edges, and over the field.
  "veil-inset-round": (scene) => ringOver(scene, { boxShadow: "inset 0 0 0 1000px white" }),
  "veil-border-round": (scene) => ringOver(scene, { border: "1000px solid white" }),
  "veil-body-pseudo": () =>
    rule(
      `body::before { content: ""; position: fixed; inset: 0; z-index: 9; background: Canvas; pointer-events: none }`,
    ),
};

/** A circle of 20,000 pixels whose ring of 1,000 covers the field near the circle's upper left. */
function ringOver({ field }, more) {
  const { left, top } = field.getBoundingClientRect();
  const ring = { left: `${left - 3200}px`, top: `${top - 3260}px`, width: "20000px", height: "20000px" };
  document.body.append(
    veil({
      inset: "auto",
      ...ring,
      boxSizing: "border-box",
      background: "none",
      borderRadius: "50%",
      ...more,
    }),
  );
}

/** What looks suspicious and is not: these forms are in plain sight, or as some libraries draw them. */
export const harmless = {
  "drop-shadow": ({ card }) => style(card, { filter: "drop-shadow(0 0 4px gray)" }),
  "scaled-a-little": ({ card }) => style(card, { transform: "scale(0.95)" }),
  // Slots drawn over one input whose own text is clear: a published one-time-code component does so.
  "ink-as-paper": ({ field }) => style(field, { color: "transparent", caretColor: "transparent" }),
  "slots-over-field": ({ card, field }) => {
    style(card, { position: "relative" });
    const slots = make("div");
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = field;
    style(slots, { position: "absolute", left: `${left}px`, top: `${top}px`, pointerEvents: "none" });
    style(slots, { width: `${width}px`, height: `${height}px`, background: "Canvas" });
    card.append(slots);
  },
  // Under the field, as the filled background of a published list's item.
  "pseudo-under": ({ outer }) => {
    pseudoUnder(outer, "");
    style(outer.firstElementChild, { position: "relative" });
  },
  // The border of a field, as a published web component draws it.
  "pseudo-ring": ({ field }) => {
    field.parentElement.id = "foe-ring";
    rule(`#foe-ring { position: relative }
      #foe-ring::after { content: ""; position: absolute; inset: 0; box-shadow: inset 0 0 0 1px gray; pointer-events: none }`);
  },
  // An order that sorts fields within the form, and nothing that lies under it.
  "ordered-within": ({ outer, card, field }) => {
    const under = make("div");
    style(under, { position: "absolute", inset: "0", background: "Canvas", pointerEvents: "none" });
    outer.before(under);
    style(outer, { position: "relative" });
    style(card, { display: "flex", flexDirection: "column" });
    style(field.parentElement, { order: "1" });
  },
  "ordered-within-pseudo": ({ outer, card, field }) => {
    pseudoUnder(outer, "");
    style(outer.firstElementChild, { position: "relative" });
    style(card, { display: "flex", flexDirection: "column" });
    style(field.parentElement, { order: "1" });
  },
  // Room for the marks that password managers put there.
  "clip-inset-a-little": (scene) => cut(scene, "right", "40px"),
  "clear-layer": () => document.body.append(veil({ background: "none" })),
  "small-fixed-button": () =>
    document.body.append(
      veil({ inset: "auto 8px 8px auto", width: "40px", height: "40px", pointerEvents: "auto" }),
    ),
};
