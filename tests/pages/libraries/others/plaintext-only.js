import { restorePage } from "../frame.js";

/** An editor of the browser's own. */
restorePage(({ place, label, setKey }) => {
  const editor = document.createElement("div");
  editor.className = "wide editor";
  editor.contentEditable = "plaintext-only";
  editor.setAttribute("role", "textbox");
  editor.setAttribute("aria-label", label);
  editor.addEventListener("input", () => setKey(editor.textContent));
  place.append(editor);
});
