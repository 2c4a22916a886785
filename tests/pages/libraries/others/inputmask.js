import Inputmask from "inputmask";
import { restorePage } from "../frame.js";
import { labelled } from "./labelled.js";

/** Shows its mask in the field as soon as it has the focus. */
restorePage(({ place, label, setKey }) => {
  const field = labelled(place, label);
  Inputmask({ mask: "h{64}", placeholder: "", definitions: { h: { validator: "[0-9a-f]" } } }).mask(field);
  const take = () => setKey(field.inputmask.unmaskedvalue());
  field.addEventListener("input", take);
  field.addEventListener("change", take);
});
