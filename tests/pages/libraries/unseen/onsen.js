import ons from "onsenui/esm";
import "onsenui/esm/elements/ons-input";
import "onsenui/css/onsenui-core.css";
import "onsenui/css/onsen-css-components.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Its placeholder floats over the field as the label. */
ons.ready(() =>
  restorePage(({ place, label, setKey }) => {
    const field = make("ons-input", { className: "wide" });
    field.setAttribute("modifier", "underbar material");
    field.setAttribute("placeholder", label);
    field.setAttribute("float", "");
    field.addEventListener("input", () => setKey(field.value));
    place.append(field);
  }),
);
