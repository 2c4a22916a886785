import "@spectrum-web-components/field-label/sp-field-label.js";
import "@spectrum-web-components/textfield/sp-textfield.js";
import "@spectrum-web-components/theme/sp-theme.js";
import "@spectrum-web-components/theme/src/themes.js";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area in a shadow tree, its label in an element of its own. */
restorePage(({ place, label, setKey }) => {
  const caption = make("sp-field-label", {}, label);
  caption.setAttribute("for", "key");
  const field = make("sp-textfield", { id: "key", multiline: true, grows: true });
  field.addEventListener("input", () => setKey(field.value));
  const theme = make("sp-theme", { system: "spectrum", color: "light", scale: "medium" }, caption, field);
  place.append(theme);
});
