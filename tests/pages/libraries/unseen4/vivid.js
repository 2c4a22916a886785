import { registerTextField } from "@vonage/vivid";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";
import "@vonage/vivid/styles/core/all.css";
import "@vonage/vivid/styles/tokens/theme-light.css";
import "./vivid.css";

registerTextField();
document.documentElement.classList.add("vvd-root");

/** The component puts its field out of its shadow tree, into a slot; the label stays within. */
restorePage(({ place, label, setKey }) => {
  const field = make("vwc-text-field", {
    className: "wide",
    label,
    helperText: "Pasting is fine.",
    maxlength: 64,
    charCount: true,
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
