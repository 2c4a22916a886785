import { appState, KEY, note, noteEvents, option } from "./app-state.js";
import { make } from "./plain-form.js";

/** A form that no words tell from others: `?boxes=16`, one field otherwise; beside it a field for something else. */
export function mount(root) {
  const count = Number(option("boxes", "1"));
  const size = 64 / count;
  const button = make("button", { type: "button", disabled: true, onclick: () => note("submitted") }, "Go");
  const fields = Array.from({ length: count }, () =>
    make("input", { type: "text", className: count === 1 ? "wide" : "", maxLength: size }),
  );
  const take = () => {
    appState.key = fields.map((field) => field.value).join("");
    button.disabled = !KEY.test(appState.key);
  };
  for (const field of fields) field.addEventListener("input", take);
  const other = make("input", { type: "text", className: "wide", id: "other", maxLength: 20 });
  const pin = make("input", { type: "password", className: "wide", id: "secret" });
  const form = make(
    "form",
    { className: "card", onsubmit: (event) => event.preventDefault() },
    make("h1", {}, "Viewer"),
    make("div", { className: "boxes by16" }, ...fields),
    make("label", {}, "Name", other),
    make("label", {}, "Secret", pin),
    button,
  );
  noteEvents(form);
  root.append(form);
}
