import { Bold, ClassicEditor, Essentials, Italic, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** An editor under a tool bar, with a model and a view of its own. */
restorePage(async ({ place, label, setKey }) => {
  const source = make("div");
  place.append(source);
  const editor = await ClassicEditor.create({
    attachTo: source,
    licenseKey: "GPL",
    plugins: [Essentials, Paragraph, Bold, Italic],
    toolbar: ["undo", "redo", "|", "bold", "italic"],
    root: { placeholder: label },
  });
  editor.model.document.on("change:data", () => setKey(textOf(editor.getData())));
});
