import Quill from "quill";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  const box = document.createElement("div");
  box.className = "wide editor";
  place.append(box);
  const quill = new Quill(box, { modules: { toolbar: false } });
  quill.root.setAttribute("aria-label", label);
  quill.on("text-change", () => setKey(quill.getText()));
});
