import "@esri/calcite-components/components/calcite-input-text";
import "@esri/calcite-components/components/calcite-label";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** The label wraps the field; a button clears it. */
restorePage(({ place, label, setKey }) => {
  const field = make("calcite-input-text", { clearable: true, prefixText: "#" });
  field.addEventListener("calciteInputTextInput", () => setKey(field.value));
  place.append(make("calcite-label", {}, label, field));
});
