import { option } from "./app-state.js";
import { BoxesForm } from "./boxes.jsx";
import { show } from "./restore-dialog.jsx";

/** `?maxlength=no`: the boxes are cut by the application alone. */
export function mount(root) {
  show(root, <BoxesForm count={64} size={1} columns="by16" limited={option("maxlength") !== "no"} />);
}
