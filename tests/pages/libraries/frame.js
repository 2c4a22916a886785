/**
 * The page around one published component: a restore form whose button wakes when the application's own state is
 * a whole key.
 *
 * `?lang=`: in another language. `?wording=0..2`: the words, of which 1 and 2 are English only. `?structure=0..2`: a
 * dialog, a full page, or a dialog in front of a chat list and a composer.
 */
import { appState, KEY, note, noteEvents, option } from "../app-state.js";
import { make } from "../plain-form.js";
import { STRUCTURES } from "./structures.js";
import { WORDINGS } from "./wordings.js";

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
  const words = WORDINGS[option("wording", 0)](lang);
  document.documentElement.lang = lang;
  if (lang === "ar") document.documentElement.dir = "rtl";
  const button = make(
    "button",
    { type: "button", disabled: true, onclick: () => note("submitted") },
    words.button,
  );
  const place = make("div", { className: "place" });
  const root = document.getElementById("root");
  root.append(STRUCTURES[option("structure", 0)](words, place, button));
  noteEvents(place.parentElement);
  const setKey = (text) => {
    appState.key = String(text ?? "").replace(/[\s-]/g, "");
    button.disabled = !KEY.test(appState.key);
  };
  mount({ place, label: words.label, setKey });
  whenFieldIsThere(place, () => {
    document.body.dataset.ready = "";
  });
}
