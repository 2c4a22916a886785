import { appState, note } from "./app-state.js";
import { make } from "./plain-form.js";

const ABOUT_KEYS = ["Where is the 64-digit key that restores the backup?", "In the drawer."];

/** Panes as in a chat application: search, list, messages that speak of keys or `messages`, composer; no restore form. */
export function chatPanes(messages = ABOUT_KEYS) {
  const composer = make("div", {
    className: "composer",
    contentEditable: "true",
    role: "textbox",
    aria: { label: "Type a message", multiline: "true" },
  });
  composer.addEventListener("input", () => note("composer-input"));
  const search = make("input", {
    type: "text",
    className: "wide",
    role: "searchbox",
    aria: { label: "Search or start a new chat" },
  });
  const panes = make(
    "div",
    { className: "panes" },
    make("div", {}, make("h1", {}, "Chats"), search, make("p", {}, "Neighbours"), make("p", {}, "Family")),
    make(
      "main",
      { className: "pane" },
      make("div", { role: "log" }, ...messages.map((message) => make("p", {}, message))),
      make("footer", {}, composer),
    ),
  );
  return { panes, composer };
}

export function mount(root) {
  const { panes } = chatPanes();
  root.append(panes);
  appState.key = "";
}
