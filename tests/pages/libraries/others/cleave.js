import Cleave from "cleave.js";
import { restorePage } from "../frame.js";
import { labelled } from "./labelled.js";

restorePage(({ place, label, setKey }) => {
  new Cleave(labelled(place, label), {
    blocks: Array(16).fill(4),
    delimiter: " ",
    lowercase: true,
    onValueChanged: ({ target }) => setKey(target.rawValue),
  });
});
