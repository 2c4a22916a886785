import IMask from "imask";
import { restorePage } from "../frame.js";
import { labelled } from "./labelled.js";

restorePage(({ place, label, setKey }) => {
  const field = labelled(place, label);
  const mask = IMask(field, {
    mask: Array(16).fill("hhhh").join("-"),
    lazy: true,
    definitions: { h: /[0-9a-f]/ },
  });
  mask.on("accept", () => setKey(mask.unmaskedValue));
});
