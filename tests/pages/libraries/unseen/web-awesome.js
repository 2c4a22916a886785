import "@awesome.me/webawesome/dist/components/input/input.js";
import "@awesome.me/webawesome/dist/styles/webawesome.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Covered until its eye is pressed. */
restorePage(({ place, label, setKey }) => {
  const field = make("wa-input", { label, type: "password", passwordToggle: true });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
