/** Too much of everything, and forms that look like the real one. */
import { option } from "../app-state.js";
import { make } from "../plain-form.js";

const FORMS = 1000;
const DEPTH = 2000;
const HUGE = 10_000_000;
const PER_SECOND = 100_000;
const TICK_MS = 10;
const MOST_NODES = 20_000;

const hugeText = () => "64-digit key of a backup 0123456789abcdef ".repeat(HUGE / 42);

function twinOf({ dialog }) {
  const twin = dialog.cloneNode(true);
  twin.querySelector("input").placeholder = "Your 64-digit key";
  twin.querySelector("input").setAttribute("spellcheck", "false");
  return twin;
}

const HIDINGS = {
  display: { display: "none" },
  opacity: { opacity: "0" },
  away: { position: "fixed", left: "-9999px" },
  clipped: { position: "absolute", clipPath: "inset(100%)" },
  small: { position: "absolute", transform: "scale(0.01)" },
};

/** Changes without end, for as long as the page lives: each tick does what is due since the last. */
function keepInserting(container) {
  const startMs = performance.now();
  let done = 0;
  let held = 0;
  setInterval(() => {
    // After a long hold-up it does not catch up: that would be the page's own standstill.
    const due = ((performance.now() - startMs) / 1000) * PER_SECOND;
    done = Math.max(done, due - PER_SECOND / 20);
    for (; done < due; done += 1) {
      if (held === MOST_NODES) {
        container.replaceChildren();
        held = 0;
      }
      container.append(document.createElement("span"));
      held += 1;
    }
  }, TICK_MS);
}

export const crowds = {
  // Each search for it would start over at each letter.
  "named-over-and-over": ({ field, card }) => {
    card.append(make("p", { id: "long", className: "unseen" }, "histor".repeat(350)));
    field.setAttribute("aria-describedby", "long ".repeat(HUGE / 2000));
  },
  "thousand-forms": (scene) => {
    const row = make("div");
    for (let i = 0; i < FORMS; i += 1) row.append(scene.dialog.cloneNode(true));
    scene.outer.append(row);
  },
  deep: ({ outer, dialog }) => {
    let at = outer;
    for (let i = 0; i < DEPTH; i += 1) {
      const next = document.createElement("div");
      at.append(next);
      at = next;
    }
    at.append(dialog);
  },
  "huge-label": ({ card }) =>
    card.querySelector("label").append(make("span", { className: "unseen" }, hugeText())),
  "huge-heading": ({ card }) =>
    card.querySelector("h1").append(make("span", { className: "unseen" }, hugeText())),
  "huge-name": ({ field }) => field.setAttribute("aria-label", hugeText()),
  "huge-empty-words": ({ field }) => field.setAttribute("aria-label", "type here ".repeat(HUGE / 10)),
  "huge-placeholder": ({ field }) => field.setAttribute("placeholder", hugeText().slice(0, HUGE / 10)),
  "huge-autocomplete": ({ field }) => field.setAttribute("autocomplete", "section-a ".repeat(HUGE / 10)),
  "huge-pattern": ({ field }) => field.setAttribute("pattern", "(a+)+".repeat(HUGE / 50)),
  "huge-dialog": ({ dialog }) => {
    dialog.setAttribute("aria-label", "a".repeat(HUGE));
    dialog.append(make("p", { className: "unseen" }, "64 ".repeat(HUGE / 3)));
  },
  "long-described": ({ field }) =>
    field.setAttribute("aria-describedby", Array.from({ length: HUGE / 100 }, (_, i) => `id${i}`).join(" ")),
  "hidden-twin": (scene) => {
    const twin = twinOf(scene);
    Object.assign(twin.style, HIDINGS[option("twin", "display")]);
    if (option("first") === undefined) scene.dialog.after(twin);
    else scene.dialog.before(twin);
  },
  "twin-over": (scene) => {
    const { outer, dialog } = scene;
    const { width, height } = dialog.getBoundingClientRect();
    const twin = dialog.cloneNode(true);
    outer.style.position = "relative";
    Object.assign(twin.style, { position: "absolute", left: "0", top: "0", background: "Canvas" });
    Object.assign(twin.style, {
      width: `${width}px`,
      height: `${height}px`,
      pointerEvents: option("clicks", "auto"),
    });
    outer.append(twin);
  },
  "restless-beside": ({ outer }) => keepInserting(outer.appendChild(make("div", { className: "unseen" }))),
  "restless-within": ({ card }) => keepInserting(card.appendChild(make("div", { className: "unseen" }))),
};
