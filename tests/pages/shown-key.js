import { option } from "./app-state.js";
import { chatPanes } from "./chat.js";
import { make } from "./plain-form.js";

/** Not a key of anybody. */
const KEY = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
const groups = KEY.match(/.{4}/g);
const rows = [0, 4, 8, 12].map((from) => groups.slice(from, from + 4));

const dialog = (title, text, ...shown) =>
  make(
    "div",
    { className: "card", role: "dialog", aria: { label: title } },
    make("h1", {}, title),
    make("p", {}, text),
    ...shown,
    make("button", { type: "button" }, "Continue"),
  );

const keyDialog = (...shown) =>
  dialog("Save your 64-digit encryption key", "Nobody can restore your backup without it.", ...shown);

/** A key that the page shows as text, in the ways of `?how=`; some of them are not to be caught. */
const WAYS = {
  line: () => keyDialog(make("p", {}, KEY)),
  groups: () => keyDialog(make("p", {}, groups.join(" "))),
  elements: () =>
    keyDialog(
      make("div", {}, ...rows.map((row) => make("div", {}, ...row.map((group) => make("span", {}, group))))),
    ),
  digits: () => keyDialog(make("div", {}, ...[...KEY].map((digit) => make("b", {}, digit)))),
  capitals: () => keyDialog(make("p", {}, KEY.toUpperCase())),
  page: () =>
    make(
      "main",
      {},
      make("h1", {}, "Your 64-digit key"),
      make("p", {}, "For your backup."),
      make("p", {}, KEY),
    ),
  two: () => keyDialog(make("p", {}, KEY), make("p", {}, KEY.replace("0", "f"))),
  hash: () => dialog("File received", "SHA-256 hash of the file", make("p", {}, KEY)),
  long: () => keyDialog(make("p", {}, `${KEY}0`)),
  short: () => keyDialog(make("p", {}, KEY.slice(1))),
  hidden: () => keyDialog(make("p", { className: "invisible" }, KEY)),
  chat: () => {
    const { panes } = chatPanes();
    panes.querySelector("[role=log]").append(make("p", {}, `My 64-digit backup key is ${KEY}`));
    return panes;
  },
};

export function mount(root) {
  root.append(WAYS[option("how", "groups")]());
}
