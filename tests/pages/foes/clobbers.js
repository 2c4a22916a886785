/** Names and prototypes of the page's own world that get in the way of whoever reads its document. */
import { option } from "../app-state.js";
import { make } from "../plain-form.js";

const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
const { append } = Element.prototype;
const { closest } = Element.prototype;

/** A form shows its fields under their names, over its own properties. */
function nameInForm({ card }, name) {
  apply(append, card, [make("input", { type: "hidden", name })]);
}

/** And the document its pictures and forms. */
function nameInDocument(name) {
  apply(append, getOwnPropertyDescriptor(Document.prototype, "body").get.call(document), [
    make("img", { name }),
  ]);
}

/** Frames and ids reach the window only. */
function nameInWindow(name) {
  document.body.append(make("a", { id: name }), make("iframe", { name, title: name }));
}

const names = () => option("name", "").split(",");

const METHODS = [
  [EventTarget, ["addEventListener", "dispatchEvent"]],
  [
    Element,
    ["matches", "closest", "querySelectorAll", "getAttribute", "getBoundingClientRect", "checkVisibility"],
  ],
  [Document, ["querySelectorAll", "execCommand", "elementsFromPoint", "createTreeWalker"]],
  [HTMLElement, ["focus", "blur"]],
  [HTMLInputElement, ["select"]],
  [Node, ["contains", "getRootNode", "compareDocumentPosition"]],
  [Array, ["map", "filter", "find", "findLast", "flatMap", "every", "some", "includes", "at", "slice"]],
  [String, ["match", "matchAll", "replace", "slice", "trim", "toLowerCase", "includes"]],
  [RegExp, ["test", "exec", Symbol.replace, Symbol.match, Symbol.matchAll]],
  [Map, ["get", "set"]],
  [Set, ["add", "has"]],
  [Promise, ["then"]],
  [MutationObserver, ["observe", "disconnect"]],
  [MessagePort, ["postMessage"]],
  [Performance, ["now"]],
];
const GETTERS = [
  [Node, ["isConnected", "parentElement", "parentNode", "textContent", "firstChild"]],
  [Element, ["localName", "children", "shadowRoot", "assignedSlot"]],
  [Document, ["activeElement", "hidden", "body"]],
  [HTMLInputElement, ["value", "maxLength", "type", "readOnly", "labels", "disabled"]],
  [HTMLElement, ["title", "inputMode", "isContentEditable"]],
];
const FUNCTIONS = ["getComputedStyle", "requestAnimationFrame", "setTimeout", "InputEvent", "MessageChannel"];

/** Until it is armed all is as it was, so that the page and its test can be set up. */
function bend() {
  const ran = {};
  let isArmed = false;
  window.addEventListener("foe-arm", () => {
    isArmed = true;
  });
  window.addEventListener("foe-disarm", () => {
    isArmed = false;
  });
  const lie = (real, name) =>
    function (...values) {
      if (!isArmed) return new.target ? Reflect.construct(real, values) : apply(real, this, values);
      ran[String(name)] = true;
      return undefined;
    };
  for (const [{ prototype }, names] of METHODS)
    for (const name of names)
      defineProperty(prototype, name, { configurable: true, value: lie(prototype[name], name) });
  for (const [{ prototype }, names] of GETTERS)
    for (const name of names) {
      const { get, set } = getOwnPropertyDescriptor(prototype, name);
      defineProperty(prototype, name, {
        configurable: true,
        get: lie(get, name),
        set: set && lie(set, name),
      });
    }
  for (const name of FUNCTIONS)
    defineProperty(window, name, { configurable: true, value: lie(window[name], name) });
  for (const { prototype } of [Array, NodeList, Map, Set])
    defineProperty(prototype, Symbol.iterator, {
      configurable: true,
      value: lie(prototype[Symbol.iterator], "iterator"),
    });
  window.addEventListener("foe-use", () => document.querySelectorAll("p"));
  window.foe.ran = () => Object.keys(ran);
}

/** Own properties on the very elements, which shadow the prototypes' for the page alone. */
function bendElements({ field, card }) {
  for (const name of ["value", "isConnected", "maxLength", "type", "localName"])
    defineProperty(field, name, { configurable: true, get: () => "not this", set: () => undefined });
  for (const name of ["focus", "select", "matches", "closest"])
    defineProperty(field, name, { value: () => null });
  for (const name of ["querySelectorAll", "contains"]) defineProperty(card, name, { value: () => [] });
}

const HIDDEN_NAMES = [
  "matches",
  "getAttribute",
  "title",
  "textContent",
  "querySelector",
  "compareDocumentPosition",
  "checkVisibility",
  "getBoundingClientRect",
  "isContentEditable",
  "inputMode",
];

/** A key that is shown keeps every form from being offered; so that the fill is tried too, it may be left out. */
const shownKey = () => (option("key", "yes") === "yes" ? "0123456789abcdef".repeat(4) : "");

/** A form may be a heading, a group, a dialog, a button or an editor too. */
function namedRoles({ outer, card }) {
  for (const name of HIDDEN_NAMES) {
    const named = () => make("input", { type: "hidden", name });
    const [group, heading] = [
      make("form", { role: "group" }, named()),
      make("form", { role: "heading" }, named()),
    ];
    apply(append, group, [make("input", { type: "text", aria: { label: "Your name" } })]);
    apply(append, card, [make("div", {}, heading)]);
    outer.after(
      group,
      make("form", { role: "dialog" }, named(), "encryption key of your backup ", shownKey()),
      make("form", { contentEditable: "true" }, named()),
      make("form", { role: "button" }, named()),
    );
  }
}

export const clobbers = {
  "named-roles": namedRoles,
  "name-in-form": (scene) => {
    for (const name of names()) nameInForm(scene, name);
  },
  "name-in-document": () => {
    for (const name of names()) nameInDocument(name);
  },
  "name-in-window": () => {
    for (const name of names()) nameInWindow(name);
  },
  "bent-prototypes": bend,
  "bent-elements": bendElements,
  "forged-events": ({ field, dialog }) => {
    const forge = () => {
      const on = closest.call(field, "form") ?? dialog;
      for (const target of [field, on, document, window])
        for (const type of [
          "focus",
          "blur",
          "input",
          "change",
          "keydown",
          "click",
          "pointerdown",
          "visibilitychange",
          "submit",
        ])
          target.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
    };
    setInterval(forge, 5);
  },
};
