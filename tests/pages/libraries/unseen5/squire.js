import Squire from "squire-rte";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** An editor of e-mails. */
restorePage(({ place, label, setKey }) => {
  const editor = make("div", { className: "area", role: "textbox", aria: { label, multiline: "true" } });
  place.append(make("form", { onsubmit: (event) => event.preventDefault() }, editor));
  const squire = new Squire(editor, {
    sanitizeToDOMFragment: (html) => document.createRange().createContextualFragment(html),
  });
  squire.addEventListener("input", () => setKey(editor.textContent));
});
