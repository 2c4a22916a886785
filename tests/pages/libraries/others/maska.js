import { MaskInput } from "maska";
import { restorePage } from "../frame.js";
import { labelled } from "./labelled.js";

restorePage(({ place, label, setKey }) => {
  new MaskInput(labelled(place, label), {
    mask: Array(16).fill("HHHH").join(" "),
    tokens: { H: { pattern: /[0-9a-f]/ } },
    onMaska: ({ unmasked }) => setKey(unmasked),
  });
});
