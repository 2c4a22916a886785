import "beercss/dist/cdn/beer.min.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** The label lies over the empty field and moves onto its border. */
restorePage(({ place, label, setKey }) => {
  const input = make("input", { type: "text", id: "beer", placeholder: " " });
  input.addEventListener("input", () => setKey(input.value));
  place.append(
    make("div", { className: "field label border" }, input, make("label", { htmlFor: "beer" }, label)),
  );
});
