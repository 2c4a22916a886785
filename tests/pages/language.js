import { option } from "./app-state.js";
import { LANGUAGES } from "./languages.js";
import { make, restoreForm } from "./plain-form.js";

const box = (maxLength) => make("input", { type: "text", maxLength });
const boxes = (count, maxLength) =>
  make("div", { className: "boxes by16" }, ...Array.from({ length: count }, () => box(maxLength)));

function dialog(title, text, ...shown) {
  return make(
    "div",
    { className: "card", role: "dialog", aria: { label: title } },
    make("h1", {}, title),
    make("p", {}, text),
    ...shown,
  );
}

/**
 * `?lang=` in that language: the form of `?what=restore`, or a dialog that asks for something else; `language.show(lang,
 * what)` puts another in its place.
 */
const WHAT = {
  restore: (words) => restoreForm({ title: words.title, text: words.text, label: words.label }).card,
  "restore-boxes": (words) => dialog(words.title, words.text, boxes(16, 4)),
  create: (words) =>
    dialog(words.create, words.createText, make("label", {}, words.label, box(64)), make("button", {}, "OK")),
  pin: (words) => dialog(words.title, words.pin, make("label", {}, words.pin, box(64))),
  "pin-boxes": (words) => dialog(words.pin, "", boxes(6, 1)),
};

export function mount(root) {
  const show = (lang, what) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
    root.replaceChildren(WHAT[what](LANGUAGES[lang]));
  };
  window.language = { show };
  show(option("lang", "en"), option("what", "restore"));
}
