import { defineCustomElement } from "@siemens/ix/components/ix-textarea.js";
import "@siemens/ix/dist/siemens-ix/siemens-ix.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

defineCustomElement();
Object.assign(document.documentElement.dataset, { ixTheme: "classic", ixColorSchema: "light" });

/** A text area in a shadow tree with the label and the counter of the component's own. */
restorePage(({ place, label, setKey }) => {
  const field = make("ix-textarea", {
    className: "wide",
    label,
    helperText: "Letters a to f and digits",
    maxLength: 64,
    textareaWidth: "100%",
    textareaRows: 3,
  });
  field.addEventListener("valueChange", ({ detail }) => setKey(detail));
  place.append(field);
});
