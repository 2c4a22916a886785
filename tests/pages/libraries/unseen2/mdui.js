import "mdui/components/text-field.js";
import "mdui/mdui.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** In a shadow tree, under a label that floats in its outline, with a counter and a button that clears it. */
restorePage(({ place, label, setKey }) => {
  const field = make("mdui-text-field", {
    variant: "outlined",
    label,
    helper: "Letters a to f and digits",
    clearable: true,
    counter: true,
    maxlength: 64,
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
