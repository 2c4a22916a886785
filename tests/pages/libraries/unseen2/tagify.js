import Tagify from "@yaireo/tagify";
import "@yaireo/tagify/dist/tagify.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Makes a tag of what stands between spaces, on Enter, or when it is left; only tags belong to the value. */
restorePage(({ place, label, setKey }) => {
  const input = make("input", { className: "wide", name: "key", placeholder: label });
  place.append(input);
  const tagify = new Tagify(input, { delimiters: " ", duplicates: true });
  tagify.on("change", () => setKey(tagify.value.map(({ value }) => value).join("")));
});
