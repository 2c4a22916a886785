import { CharacterCounter, Forms } from "@materializecss/materialize";
import "@materializecss/materialize/dist/css/materialize.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area that grows beside a hidden twin, under a label that floats, with its characters counted. */
restorePage(({ place, label, setKey }) => {
  const area = make("textarea", {
    className: "materialize-textarea",
    id: "key",
    placeholder: " ",
    maxLength: 64,
  });
  area.addEventListener("input", () => setKey(area.value));
  place.append(
    make(
      "div",
      { className: "input-field outlined" },
      area,
      make("label", { htmlFor: "key" }, label),
      make("span", { className: "supporting-text" }, "Without spaces"),
    ),
  );
  Forms.InitTextarea(area);
  CharacterCounter.init(area);
});
