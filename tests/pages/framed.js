import { note, option } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

/** The form within a frame: `?how=srcdoc`, `blank` (built by the page) or `url` (another page of this origin). */
export function mount(root) {
  const frame = make("iframe", { title: "Restore" });
  const how = option("how", "srcdoc");
  frame.addEventListener("load", () => {
    if (how === "blank") frame.contentDocument.body.append(restoreForm().card);
    note("framed");
  });
  if (how === "srcdoc") frame.srcdoc = restoreForm().card.outerHTML;
  if (how === "url") frame.src = "/single";
  root.append(frame);
}
