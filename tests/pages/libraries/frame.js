/**
 * The page around one published component: a restore dialog whose button wakes when the application's own state is
 * a whole key. `?lang=`: in another language.
 */
import { appState, KEY, note, noteEvents, option } from "../app-state.js";
import { LANGUAGES } from "../languages.js";
import { make } from "../plain-form.js";

const FIELDS = "input, textarea, [contenteditable]";

function hasField(root) {
  return [...root.querySelectorAll("*")].some(
    (element) => element.matches(FIELDS) || (element.shadowRoot && hasField(element.shadowRoot)),
  );
}

/** Some libraries draw later, or in a shadow tree; a closed one says so itself by `data-drawn`. */
function whenFieldIsThere(place, act) {
  if (hasField(place) || place.querySelector("[data-drawn]")) requestAnimationFrame(act);
  else requestAnimationFrame(() => whenFieldIsThere(place, act));
}

/**
 * @param mount - puts the component into `place` and calls `setKey(text)` whenever the application's own state
 *   (the framework's, not the DOM's) changes. `text` may hold the separators that the component shows. `label`: the
 *   component's label where it has one.
 */
export function restorePage(mount) {
  const lang = option("lang", "en");
  const words = LANGUAGES[lang];
  document.documentElement.lang = lang;
  if (lang === "ar") document.documentElement.dir = "rtl";
  const button = make(
    "button",
    { type: "button", disabled: true, onclick: () => note("submitted") },
    words.button,
  );
  const place = make("div", { className: "place" });
  const dialog = make(
    "div",
    { className: "card", role: "dialog", aria: { modal: "true", label: words.title } },
    make("h1", {}, words.title),
    make("p", {}, words.text),
    place,
    button,
  );
  noteEvents(dialog);
  document.getElementById("root").append(dialog);
  const setKey = (text) => {
    appState.key = String(text ?? "").replace(/[\s-]/g, "");
    button.disabled = !KEY.test(appState.key);
  };
  mount({ place, label: words.label, setKey });
  whenFieldIsThere(place, () => {
    document.body.dataset.ready = "";
  });
}
