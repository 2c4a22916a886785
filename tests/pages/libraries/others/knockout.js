import ko from "knockout";
import { restorePage } from "../frame.js";

/** Bound to `change`. */
restorePage(({ place, label, setKey }) => {
  const key = ko.observable("");
  key.subscribe(setKey);
  const field = document.createElement("input");
  field.className = "wide";
  field.setAttribute("aria-label", label);
  place.append(field);
  ko.applyBindingsToNode(field, { value: key });
});
