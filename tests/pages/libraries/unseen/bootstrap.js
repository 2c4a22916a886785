import "bootstrap/dist/css/bootstrap.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Two input groups of four boxes, eight digits each, with dashes between them. */
restorePage(({ place, label, setKey }) => {
  const boxes = Array.from({ length: 8 }, (_, index) =>
    make("input", {
      type: "text",
      className: "form-control",
      maxLength: 8,
      spellcheck: false,
      aria: { label: `${label}, part ${index + 1} of 8` },
    }),
  );
  place.addEventListener("input", ({ target }) => {
    setKey(boxes.map(({ value }) => value).join(""));
    if (target.value.length === 8) boxes[boxes.indexOf(target) + 1]?.focus();
  });
  const dash = () => make("span", { className: "input-group-text" }, "-");
  const groups = [boxes.slice(0, 4), boxes.slice(4)].map((four) =>
    make(
      "div",
      { className: "input-group mb-2" },
      ...four.flatMap((box, at) => (at ? [dash(), box] : [box])),
    ),
  );
  place.append(make("div", { className: "form-label" }, label), ...groups);
});
