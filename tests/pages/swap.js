import { note, option } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

const EVERY_MS = { always: 250, empty: 700 };

/**
 * The field is again and again another element that looks the same; `?while=empty`: a text area, until it holds
 * something; `?how=manual`: only by `window.swapNow()`.
 */
export function mount(root) {
  const { card, field, listen } = restoreForm();
  root.append(card);
  const lasts = option("while", "always");
  let current = field;
  const put = (next) => {
    current.replaceWith(next);
    current = listen(next);
  };
  if (lasts === "empty") put(make("textarea", { className: "wide" }));
  window.swapNow = () => {
    if (lasts === "empty" && current.value !== "") return;
    put(current.cloneNode());
    note("swapped");
  };
  if (option("how") !== "manual") setInterval(window.swapNow, EVERY_MS[lasts]);
}
