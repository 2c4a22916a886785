import "bulma/css/bulma.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const parts = Array(8).fill("");

/** Eight boxes of eight in two rows of a grid; a full one hands the focus on. */
restorePage(({ place, label, setKey }) => {
  const boxes = parts.map((_, index) => {
    const box = make("input", { type: "text", className: "input", maxLength: 8, autocomplete: "off" });
    box.addEventListener("input", () => {
      parts[index] = box.value;
      setKey(parts.join(""));
      if (box.value.length === 8) boxes[index + 1]?.focus();
    });
    return box;
  });
  const cells = boxes.map((box) => make("div", { className: "control cell" }, box));
  place.append(
    make("div", { className: "field" }, make("label", { className: "label" }, label)),
    make(
      "div",
      { className: "fixed-grid has-4-cols" },
      make("div", { className: "grid is-gap-1" }, ...cells),
    ),
    make("p", { className: "help" }, "Eight digits in each box"),
  );
});
