import { show } from "./restore-dialog.jsx";
import { SingleForm } from "./single.jsx";

/** Takes the key, but its button never wakes. */
export function mount(root) {
  show(root, <SingleForm asleep />);
}
