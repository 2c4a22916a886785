import { note } from "./app-state.js";
import { show } from "./restore-dialog.jsx";
import { SingleForm } from "./single.jsx";

const LATE_MS = 1500;

/** The form comes long after the page has loaded. */
export function mount(root) {
  setTimeout(() => {
    show(root, <SingleForm />);
    note("rendered");
  }, LATE_MS);
}
