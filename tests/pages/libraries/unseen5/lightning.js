import "@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Lightning's inputs, eight of them in a row that wraps. */
restorePage(({ place, label, setKey }) => {
  const inputs = Array.from({ length: 8 }, (_, index) =>
    make("input", {
      type: "text",
      className: "slds-input",
      maxLength: 8,
      aria: { label: `${index + 1} / 8` },
    }),
  );
  const tell = () => setKey(inputs.map(({ value }) => value).join(""));
  for (const input of inputs) input.addEventListener("input", tell);
  place.append(
    make(
      "fieldset",
      { className: "slds-form-element" },
      make("legend", { className: "slds-form-element__legend slds-form-element__label" }, label),
      ...inputs.map((input) => make("div", { className: "slds-form-element__control" }, input)),
    ),
  );
});
