import "trix";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  const editor = document.createElement("trix-editor");
  editor.className = "wide editor";
  editor.setAttribute("aria-label", label);
  editor.addEventListener("trix-change", () => setKey(editor.editor.getDocument().toString()));
  place.append(editor);
});
