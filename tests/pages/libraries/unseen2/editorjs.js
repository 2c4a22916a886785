import EditorJS from "@editorjs/editorjs";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** A document of blocks, each a paragraph to edit; its changes are told on in batches. */
restorePage(({ place, label, setKey }) => {
  const holder = make("div", { className: "editor" });
  place.append(holder);
  new EditorJS({
    holder,
    placeholder: label,
    minHeight: 0,
    onChange: async ({ saver }) => {
      const { blocks } = await saver.save();
      setKey(blocks.map(({ data }) => textOf(data.text)).join(""));
    },
  });
});
