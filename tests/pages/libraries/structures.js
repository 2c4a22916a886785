import { chatPanes } from "../chat.js";
import { make } from "../plain-form.js";

function dialogOf({ title, text }, place, button) {
  return make(
    "div",
    { className: "card", role: "dialog", aria: { modal: "true", label: title } },
    make("h1", {}, title),
    make("p", {}, text),
    place,
    button,
  );
}

/** A form that fills the page under the page's heading; there is no dialog. */
function fullPage({ title, text }, place, button) {
  const form = make("form", { onsubmit: (event) => event.preventDefault() }, place, button);
  return make("main", { className: "full-page" }, make("h1", {}, title), make("p", {}, text), form);
}

/** A dialog in front of two panes: a chat list, and a chat with its composer. */
function overChats(words, place, button) {
  const { panes } = chatPanes(["Are we still on for Sunday?", "Yes, see you at eleven."]);
  const dialog = dialogOf(words, place, button);
  dialog.classList.add("in-front");
  const page = document.createDocumentFragment();
  page.append(panes, dialog);
  return page;
}

/** How a page is laid out around the component: `(words, place, button) => what goes into the page`. */
export const STRUCTURES = [dialogOf, fullPage, overChats];
