import "semantic-ui-css/components/button.css";
import "semantic-ui-css/components/form.css";
import "semantic-ui-css/components/input.css";
import "semantic-ui-css/components/label.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A field of a form with a button attached that clears it. */
restorePage(({ place, label, setKey }) => {
  const input = make("input", { type: "text", name: "key", placeholder: "Key" });
  input.addEventListener("input", () => setKey(input.value));
  const clear = () => {
    input.value = "";
    setKey("");
  };
  const button = make("button", { type: "button", className: "ui button", onclick: clear }, "Clear");
  place.append(
    make(
      "div",
      { className: "ui form" },
      make(
        "div",
        { className: "required field" },
        make("label", {}, label),
        make("div", { className: "ui action input" }, input, button),
      ),
    ),
  );
});
