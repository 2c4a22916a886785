import $ from "jquery";
import "summernote/dist/summernote-lite.js";
import "summernote/dist/summernote-lite.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** An editor of jQuery's in the place of an element that it hides. */
restorePage(({ place, label, setKey }) => {
  const source = make("div");
  place.append(source);
  $(source).summernote({
    // A longer one takes the clicks of the field below it, which is then not seen.
    placeholder: label.split(" ").at(-1),
    tabsize: 2,
    height: 120,
    toolbar: [
      ["font", ["bold", "underline", "clear"]],
      ["para", ["ul", "ol"]],
    ],
    callbacks: { onChange: (html) => setKey(textOf(html)) },
  });
});
