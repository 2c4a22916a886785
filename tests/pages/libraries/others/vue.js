import { createApp, h, reactive } from "vue";
import { restorePage } from "../frame.js";

const BOXES = 16;
const SIZE = 4;

/** Boxes bound to one array, each re-rendered with every change. */
restorePage(({ place, setKey }) => {
  const parts = reactive(Array(BOXES).fill(""));
  const box = (part, index) =>
    h("input", {
      type: "text",
      class: "group",
      maxlength: SIZE,
      "aria-label": `${index + 1} / ${BOXES}`,
      value: part,
      onInput: (event) => {
        parts[index] = event.target.value;
        setKey(parts.join(""));
      },
    });
  createApp({ render: () => h("div", { class: "boxes by16" }, parts.map(box)) }).mount(place);
});
