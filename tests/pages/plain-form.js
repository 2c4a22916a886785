import { appState, KEY, note, noteEvents } from "./app-state.js";

/** Makes an element: `make("p", { className: "x" }, "text", child)`. */
export function make(name, properties = {}, ...children) {
  const { role, aria = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(name), rest);
  if (role) element.setAttribute("role", role);
  for (const [key, value] of Object.entries(aria)) element.setAttribute(`aria-${key}`, value);
  element.append(...children);
  return element;
}

const ENGLISH = {
  title: "Restore chat history",
  text: "To restore your backup, enter your key.",
  label: "64-digit encryption key",
};

/** A restore form without a framework; `listen` connects a field to the application, also a swapped one. */
export function restoreForm(words = ENGLISH) {
  const button = make(
    "button",
    { type: "button", disabled: true, onclick: () => note("submitted") },
    "Restore",
  );
  const field = make("input", { type: "text", className: "wide", maxLength: 64 });
  const listen = (input) => {
    input.addEventListener("input", () => {
      appState.key = input.value;
      button.disabled = !KEY.test(input.value);
    });
    return input;
  };
  const card = make(
    "form",
    { className: "card", onsubmit: (event) => event.preventDefault() },
    make("h1", {}, words.title),
    make("p", {}, words.text),
    make("label", {}, words.label, listen(field)),
    button,
  );
  noteEvents(card);
  return { card, field, button, listen };
}
