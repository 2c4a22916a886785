import { note } from "./app-state.js";
import { show } from "./restore-dialog.jsx";
import { SingleForm } from "./single.jsx";

const LATE_MS = 1500;

/** The form comes long after the page has loaded; with `?asked`, at the event `show-form`. */
export function mount(root) {
  const come = () => {
    show(root, <SingleForm />);
    note("rendered");
  };
  if (new URLSearchParams(location.search).has("asked")) addEventListener("show-form", come, { once: true });
  else setTimeout(come, LATE_MS);
}
