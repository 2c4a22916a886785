import { appState, KEY, note, noteEvents, option } from "../app-state.js";
import { chatPanes } from "../chat.js";
import { make } from "../plain-form.js";

/** What this page itself uses, taken before anything is bent. */
const { apply, getOwnPropertyDescriptor } = Reflect;
const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
const readInput = getter(HTMLInputElement.prototype, "value");
const readName = getter(Element.prototype, "localName");
const readShadow = getter(Element.prototype, "shadowRoot");
const readText = getter(HTMLElement.prototype, "innerText");
const { exec } = RegExp.prototype;
const searches = [Document.prototype, DocumentFragment.prototype].map((one) => one.querySelectorAll);
const search = (root, selector) =>
  apply(searches[root.nodeType === Node.DOCUMENT_NODE ? 0 : 1], root, [selector]);

/** Of an editor only what could be of a key: a whole page may have become one. */
export function textOf(field) {
  if (apply(readName, field, []) === "input") return apply(readInput, field, []);
  return (apply(readText, field, []).match(/[0-9a-f]{4,}/g) ?? []).join("");
}

/** Elements that may hold a part of the key although no search from the document finds them. */
const kept = [];
export function keep(...elements) {
  kept.push(...elements);
  return elements[0];
}

function makeEditor() {
  return make("div", {
    className: "wide",
    contentEditable: "true",
    role: "textbox",
    aria: { label: "64-digit encryption key" },
  });
}

function makeFields(boxes) {
  if (option("field") === "editor") return [makeEditor()];
  const wide = boxes === 1 ? "wide" : "";
  return Array.from({ length: boxes }, (_, i) => {
    const aria = boxes === 1 ? {} : { label: `Group ${i + 1} of ${boxes}` };
    return make("input", { type: "text", className: wide, maxLength: 64 / boxes, aria });
  });
}

function controlOf(fields) {
  if (fields.length === 1) return make("label", {}, "64-digit encryption key", fields[0]);
  const group = make("div", {
    className: "boxes by4",
    role: "group",
    aria: { label: "64-digit encryption key" },
  });
  group.append(...fields);
  return group;
}

/** The application's own state follows its fields; no iterator and no method that a page could bend. */
function follow(fields, button) {
  const update = () => {
    let key = "";
    for (let i = 0; i < fields.length; i += 1) key += textOf(fields[i]);
    appState.key = key;
    button.disabled = apply(exec, KEY, [key]) === null;
  };
  for (const field of fields) field.addEventListener("input", update);
}

/** A restore form in its dialog above a chat: `outer` has the dialog, `card` is the form. */
export function makeScene(boxes) {
  const fields = makeFields(boxes);
  const button = make(
    "button",
    { type: "button", disabled: true, onclick: () => note("submitted") },
    "Restore",
  );
  const card = make(
    "form",
    { className: "card", onsubmit: (event) => event.preventDefault() },
    make("h1", {}, "Restore chat history"),
    make("p", {}, "To restore your backup, enter your key."),
    controlOf(fields),
    button,
  );
  const dialog = make("div", { role: "dialog", aria: { label: "Restore chat history" } }, card);
  const outer = make("div", {}, dialog);
  follow(fields, button);
  noteEvents(dialog);
  const { panes, composer } = chatPanes();
  return { outer, dialog, card, fields, field: fields[0], button, panes, composer };
}

function rootsFrom(root) {
  const roots = [root];
  for (const element of search(root, "*")) {
    const shadow = apply(readShadow, element, []);
    if (shadow) roots.push(...rootsFrom(shadow));
    const inner = apply(readName, element, []) === "iframe" ? element.contentDocument : null;
    if (inner) roots.push(...rootsFrom(inner));
  }
  return roots;
}

/** Where text stands: in every field, editor, shadow tree and frame of this origin, and in what was kept. */
export function findLoot(dialog) {
  const found = new Set(kept);
  for (const root of rootsFrom(document))
    for (const field of search(root, "input, textarea, [contenteditable]")) found.add(field);
  return [...found]
    .map((field) => ({ where: dialog.contains(field) ? "form" : "elsewhere", text: textOf(field) }))
    .filter(({ text }) => text !== "");
}
