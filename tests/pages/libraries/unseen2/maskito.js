import { Maskito } from "@maskito/core";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const GROUP = Array(4).fill(/[0-9a-f]/i);
const MASK = [...Array(16).keys()].flatMap((index) => (index === 0 ? GROUP : ["-", ...GROUP]));

/** A text area whose mask judges every change before it happens, and makes small letters of capitals. */
restorePage(({ place, label, setKey }) => {
  const area = make("textarea", { className: "wide", rows: 3 });
  area.addEventListener("input", () => setKey(area.value));
  place.append(make("label", {}, label, area));
  new Maskito(area, {
    mask: MASK,
    postprocessors: [({ value, selection }) => ({ value: value.toLowerCase(), selection })],
  });
});
