import "@picocss/pico/css/pico.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const parts = Array(8).fill("");

/** Two groups of four boxes without a gap, eight digits each. */
restorePage(({ place, label, setKey }) => {
  const boxes = parts.map((_, index) => {
    const box = make("input", { type: "text", maxLength: 8, autocomplete: "off" });
    box.addEventListener("input", () => {
      parts[index] = box.value;
      setKey(parts.join(""));
    });
    return box;
  });
  place.append(
    make(
      "fieldset",
      {},
      make("legend", {}, label),
      make("div", { role: "group" }, ...boxes.slice(0, 4)),
      make("div", { role: "group" }, ...boxes.slice(4)),
      make("small", {}, "The tab key leads from box to box."),
    ),
  );
});
