import { CharacterCount } from "govuk-frontend";
// As text: its rules for Internet Explorer cannot be bundled.
import style from "govuk-frontend/dist/govuk/govuk-frontend.min.css?raw";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area whose digits are counted down, also for a screen reader, in a moment after each. */
restorePage(({ place, label, setKey }) => {
  document.head.append(make("style", {}, style));
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  const area = make("textarea", {
    className: "govuk-textarea govuk-js-character-count",
    id: "key",
    name: "key",
    rows: 3,
    spellcheck: false,
    aria: { describedby: "key-info key-hint" },
  });
  area.addEventListener("input", () => setKey(area.value));
  const group = make(
    "div",
    { className: "govuk-form-group govuk-character-count" },
    make("label", { className: "govuk-label govuk-label--m", htmlFor: "key" }, label),
    make("div", { className: "govuk-hint", id: "key-hint" }, "For example, as you printed it."),
    area,
    make("div", { className: "govuk-hint govuk-character-count__message", id: "key-info" }),
  );
  place.append(group);
  new CharacterCount(group, { maxlength: 64 });
});
