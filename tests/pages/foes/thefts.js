/** What a page may do at a bad moment. Each takes the scene and the field that is being filled. */

import { note } from "../app-state.js";
import { make } from "../plain-form.js";
import { keep } from "./scene.js";

function innerDocument(scene) {
  scene.frame ??= document.body.appendChild(make("iframe", { title: "Another document" }));
  return scene.frame.contentDocument;
}

/** Ready before the fill, so that the act itself takes no time. */
export function prepare(scene) {
  const rogue = make("input", { type: "text", aria: { label: "Something else" } });
  innerDocument(scene).body.append(make("input", { type: "text", aria: { label: "In a frame" } }));
  document.body.append(rogue);
  scene.rogue = rogue;
}

const frameInput = (scene) => innerDocument(scene).querySelector("input");

function addTwin({ dialog }) {
  const twin = dialog.cloneNode(true);
  for (const field of twin.querySelectorAll("input")) field.value = "";
  dialog.after(twin);
}

export const thefts = {
  composer: ({ composer }) => composer.focus({ preventScroll: true }),
  "other-field": ({ rogue }) => rogue.focus({ preventScroll: true }),
  "frame-field": (scene) => frameInput(scene).focus({ preventScroll: true }),
  "select-composer": ({ composer }) => getSelection().selectAllChildren(composer),
  blur: (_, field) => field.blur(),
  modal: (scene) => {
    if (scene.modal) return;
    scene.modal = make("dialog", {}, make("input", { type: "text", aria: { label: "Search" } }));
    document.body.append(scene.modal);
    scene.modal.showModal();
  },
  "to-frame": (scene, field) => innerDocument(scene).body.append(keep(field)),
  "to-footer": ({ panes }, field) => panes.querySelector("footer").append(field),
  remove: (_, field) => keep(field).remove(),
  swap: (_, field) => keep(field).replaceWith(field.cloneNode()),
  "swap-places": ({ rogue }, field) => {
    const mark = make("i");
    keep(field).replaceWith(mark);
    rogue.replaceWith(field);
    mark.replaceWith(rogue);
  },
  prefill: (_, field) => {
    field.value = "0";
  },
  readonly: (_, field) => {
    field.readOnly = true;
  },
  disabled: (_, field) => {
    field.disabled = true;
  },
  fieldset: ({ card }) => {
    const set = make("fieldset", { disabled: true });
    set.append(...card.childNodes);
    card.append(set);
  },
  inert: ({ outer }) => outer.setAttribute("inert", ""),
  password: (_, field) => {
    field.type = "password";
  },
  "hidden-type": (_, field) => {
    field.type = "hidden";
  },
  shorter: (_, field) => {
    field.maxLength = 2;
  },
  twin: (scene) => addTwin(scene),
  "design-mode": () => {
    document.designMode = "on";
  },
  "editable-body": () => {
    document.body.contentEditable = "true";
    document.body.focus();
  },
  "clear-page": () => document.body.replaceChildren(),
  "open-document": ({ fields }) => {
    keep(...fields);
    document.open();
    document.write("<!doctype html><title>Another</title><input><p contenteditable>");
    document.close();
  },
  "replace-root": ({ fields }) => {
    keep(...fields);
    document.documentElement.replaceWith(document.documentElement.cloneNode(true));
  },
  // The page's own act with what it was given: it may.
  mirror: ({ composer, rogue }, field) => {
    composer.textContent = field.value;
    rogue.value = field.value;
  },
  refuse: (_, field) => {
    if (field.value !== "") field.value = "not this";
  },
  cancel: (_, field, event) => {
    event.preventDefault();
    note(`cancelled on ${field.localName}`);
  },
  stop: (_, field, event) => {
    event.stopImmediatePropagation();
    note(`stopped on ${field.localName}`);
  },
  redirect: ({ rogue }, field) => {
    rogue.value += field.value;
    field.value = "";
  },
  "remount-for-ever": ({ dialog }) => {
    for (const field of dialog.querySelectorAll("input")) {
      const next = field.cloneNode();
      next.value = field.value;
      field.replaceWith(next);
    }
  },
};
