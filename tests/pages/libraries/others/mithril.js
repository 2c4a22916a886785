import m from "mithril";
import { restorePage } from "../frame.js";

/** 8 boxes of 8, redrawn after every event. */
restorePage(({ place, setKey }) => {
  const parts = Array(8).fill("");
  const box = (part, index) =>
    m("input[type=text][maxlength=8]", {
      value: part,
      oninput: (event) => {
        parts[index] = event.target.value;
        setKey(parts.join(""));
      },
    });
  m.mount(place, { view: () => m(".boxes.by16", parts.map(box)) });
});
