import { h, render } from "preact";
import { useRef, useState } from "preact/hooks";
import { restorePage } from "../frame.js";

const INDEXES = [0, 1, 2, 3];

/** Four boxes of sixteen in a fieldset. */
function KeyBoxes({ label, setKey }) {
  const [parts, setParts] = useState(["", "", "", ""]);
  const boxes = useRef([]);
  const change = (index, part) => {
    const changed = parts.with(index, part);
    setParts(changed);
    setKey(changed.join(""));
    if (part.length === 16) boxes.current[index + 1]?.focus();
  };
  const box = (index) =>
    h("input", {
      key: index,
      class: "wide",
      maxLength: 16,
      autocomplete: "off",
      value: parts[index],
      ref: (element) => {
        boxes.current[index] = element;
      },
      onInput: (event) => change(index, event.currentTarget.value),
    });
  return h("fieldset", null, h("legend", null, label), INDEXES.map(box));
}

restorePage(({ place, ...props }) => render(h(KeyBoxes, props), place));
