import "daisyui/daisyui.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";
import "./layered.css";

document.documentElement.dataset.theme = "light";

/** A fieldset whose legend is the label. */
restorePage(({ place, label, setKey }) => {
  const input = make("input", { type: "text", className: "input", placeholder: "Type here" });
  input.addEventListener("input", () => setKey(input.value));
  place.append(
    make(
      "fieldset",
      { className: "fieldset" },
      make("legend", { className: "fieldset-legend" }, label),
      input,
      make("p", { className: "label" }, "Required"),
    ),
  );
});
