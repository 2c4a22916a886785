import "@tabler/core/dist/css/tabler.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const parts = Array(16).fill("");

/** Sixteen boxes of four in columns; a full one hands the focus on, and backspace in an empty one back. */
restorePage(({ place, label, setKey }) => {
  const boxes = parts.map((_, index) => {
    const box = make("input", { type: "text", className: "form-control text-center", maxLength: 4 });
    box.addEventListener("input", () => {
      parts[index] = box.value;
      setKey(parts.join(""));
      if (box.value.length === 4) boxes[index + 1]?.focus();
    });
    box.addEventListener("keydown", ({ key }) => {
      if (key === "Backspace" && box.value === "") boxes[index - 1]?.focus();
    });
    return box;
  });
  const columns = boxes.map((box) => make("div", { className: "col-3" }, box));
  place.append(
    make(
      "div",
      { className: "mb-3" },
      make("label", { className: "form-label required" }, label),
      make("div", { className: "row g-2" }, ...columns),
      make("small", { className: "form-hint" }, "Four digits in each box"),
    ),
  );
});
