import { appState, KEY, note, noteEvents, option } from "./app-state.js";
import { make } from "./plain-form.js";

/** Ways to keep the boxes that are out of sight from ever being seen; `end`: those are the first ones. */
const WAYS = {
  none: () => undefined,
  cut: (row) => row.classList.add("cut"),
  faint: (_, fields) => fields.slice(32).map((field) => field.classList.add("faint")),
  clipped: (_, fields) => fields.at(-1).classList.add("clipped"),
  end: (row) => row.scrollTo(row.scrollWidth, 0),
  back: (row) => row.addEventListener("scroll", () => row.scrollTo(0, 0)),
  smooth: (row) => row.classList.add("smooth"),
};

/** 64 boxes in one row that scrolls sideways; each full box sends the focus on. */
export function mount(root) {
  const fields = Array.from({ length: 64 }, () => make("input", { type: "text", maxLength: 1 }));
  const button = make(
    "button",
    { type: "button", disabled: true, onclick: () => note("submitted") },
    "Restore",
  );
  const row = make("div", { className: "sideways" }, ...fields);
  row.addEventListener("input", ({ target }) => {
    appState.key = fields.map((field) => field.value).join("");
    button.disabled = !KEY.test(appState.key);
    if (target.value !== "") fields[fields.indexOf(target) + 1]?.focus();
  });
  const card = make(
    "div",
    { className: "card", role: "dialog", aria: { label: "Restore chat history" } },
    make("h1", {}, "Restore chat history"),
    make("p", {}, "Enter your 64-digit encryption key."),
    row,
    button,
  );
  noteEvents(card);
  root.append(card);
  WAYS[option("how", "none")](row, fields);
}
