/**
 * A dialog that asks for a key it has just made is never offered, by what it shows as well as by its words.
 * What a restore form has too, a button that says "Confirm" say, keeps none from being offered.
 */
import { KEY } from "./cases.ts";
import { expect, find, test } from "./isolated-world.ts";

const BOXES = "<div>".concat("<input maxlength=4>".repeat(16), "</div>");
const FIELD = "<label>64-digit key <input maxlength=64></label>";
/** No language at all. */
const [STRANGE, WORDS] = ["Lorem ipsum dolor", "Sit amet, consectetur adipiscing elit."];
const dialog = (heading: string, text: string, ...parts: string[]) =>
  `<div role=dialog><h1>${heading}</h1><p>${text}</p>${parts.join("")}</div>`;
const button = (text: string) => `<button type=button>${text}</button>`;
const BACKUP = "End-to-end encrypted backup";
const GROUPS = KEY.match(/.{4}/g) ?? [];

for (const [what, html] of [
  [
    "a box to tick, in no language",
    dialog(STRANGE, WORDS, BOXES, "<label><input type=checkbox> Tempor incididunt</label>"),
  ],
  [
    "such a box of a library",
    dialog(STRANGE, WORDS, BOXES, "<span role=checkbox aria-checked=false tabindex=0>Ut labore</span>"),
  ],
  ["a button that turns it on", dialog(BACKUP, "Enter your 64-digit key.", FIELD, button("Turn on"))],
  [
    "such a button that is an input",
    dialog(BACKUP, "Enter your 64-digit key.", FIELD, "<input type=submit value='Create backup'>"),
  ],
  ["a button that copies it", dialog(BACKUP, "Your 64-digit key:", FIELD, button("Copy the key"))],
  [
    "the key in a field that only shows it",
    dialog(STRANGE, WORDS, `<input readonly value=${KEY}>`, BOXES, button("Sed")),
  ],
  [
    "the key in boxes that only show it",
    dialog(STRANGE, WORDS, ...GROUPS.map((group) => `<input disabled value=${group}>`), BOXES),
  ],
  [
    "the key in a dialog beside",
    `${dialog("Your 64-digit key", KEY)}${dialog("Restore your backup", "Enter your 64-digit key.", FIELD)}`,
  ],
  [
    "a key that is also for restoring",
    dialog(
      BACKUP,
      "We've created a 64-digit key. Keep it in a safe place: you need it to restore your backup.",
      FIELD,
    ),
  ],
  [
    "the step after the key was shown",
    dialog(BACKUP, "Enter the 64-digit key from the previous step.", FIELD, button("Back"), button("Done")),
  ],
  ["a field named for a new key", dialog("Change your key", "", "<label>New 64-digit key <input></label>")],
  ["a heading that calls it new", dialog("Your new 64-digit encryption key", "Enter it below.", "<input>")],
  ["the same in Indonesian", dialog("Ganti kunci", "", "<label>Kunci 64 digit baru <input></label>")],
  ["the same in Spanish", dialog("Cambiar la clave", "", "<label>Nueva clave de 64 dígitos <input></label>")],
  ["a key of the user's own", dialog("Encrypt your backup", "Enter a 64-digit key of your choice.", FIELD)],
  ["a part of a page", `<form><h2>${BACKUP}</h2><p>Here is your 64-digit key.</p>${FIELD}</form>`],
] as const)
  test(`not offered: ${what}`, async ({ show }) => {
    expect(await find(await show(html))).toEqual({ kind: "no-form" });
  });

for (const [what, html] of [
  [
    "a button that says Confirm",
    dialog("Restore your backup", "Enter your 64-digit key.", FIELD, button("Confirm")),
  ],
  [
    "that button, with an element in it",
    dialog("Restore your backup", "Enter your 64-digit key.", FIELD, button("<b><i>Confirm</i></b>")),
  ],
  [
    "a box that shows what is typed",
    dialog(
      "Restore your backup",
      "Enter your 64-digit key.",
      FIELD,
      "<label><input type=checkbox> Show</label>",
    ),
  ],
  [
    "a key that was made long ago",
    dialog(
      "Restore your chats",
      "Enter the 64-digit key you created, to read your messages again.",
      FIELD,
      button("Next"),
    ),
  ],
  ["a new phone in the heading", dialog("Enter your key on your new phone", "It has 64 digits.", FIELD)],
  [
    "a second try",
    dialog(BACKUP, "That is not the key. Check the 64 digits you saved and try again.", FIELD),
  ],
  [
    "a field beside that is locked and shows something else",
    dialog(
      "Restore your backup",
      "Enter your 64-digit key.",
      "<input readonly value='+44 20 7946 0000'>",
      FIELD,
    ),
  ],
  [
    "advice to keep the key",
    dialog("Restore your backup", "Enter your 64-digit key. Keep it in a safe place.", FIELD),
  ],
] as const)
  test(`offered: ${what}`, async ({ show }) => {
    expect((await find(await show(html))).kind).toBe("form");
  });
