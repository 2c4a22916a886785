import { note, option } from "./app-state.js";
import { restoreForm } from "./plain-form.js";

const EVERY_MS = 250;

/** The field is again and again another element that looks the same; `?how=manual`: only by `window.swapNow()`. */
export function mount(root) {
  const { card, field, listen } = restoreForm();
  root.append(card);
  let current = field;
  window.swapNow = () => {
    const next = listen(current.cloneNode());
    current.replaceWith(next);
    current = next;
    note("swapped");
  };
  if (option("how") !== "manual") setInterval(window.swapNow, EVERY_MS);
}
