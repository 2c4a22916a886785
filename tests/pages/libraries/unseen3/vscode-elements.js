import "@vscode-elements/elements/dist/vscode-form-group/index.js";
import "@vscode-elements/elements/dist/vscode-form-helper/index.js";
import "@vscode-elements/elements/dist/vscode-label/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";
import "./vscode-elements.css";

/** A field in one shadow tree, its label in another; made for a dark page. */
restorePage(({ place, label, setKey }) => {
  const field = make("vscode-textfield", { id: "key" });
  field.addEventListener("input", () => setKey(field.value));
  place.append(
    make(
      "vscode-form-group",
      { variant: "vertical" },
      make("vscode-label", { htmlFor: "key" }, label),
      field,
      make("vscode-form-helper", {}, "0–9 and a–f"),
    ),
  );
});
