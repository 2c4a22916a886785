import { describe, expect, it } from "vitest";
import { isOfNewKey, type Said } from "../../../src/content/find/fresh-key.ts";
import { KEY_JUST_MADE, KEY_MADE_LONG_AGO } from "../corpus/key-just-made.ts";
import { NEW_KEY_OTHERS, NEW_PHONE_RESTORES } from "../corpus/unseen-new-phone.ts";
import type { Wording } from "../corpus/wordings.ts";

/** Apart, as signals.ts reads them from the page. */
function said([title, html]: Wording): Said {
  const buttons = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, text]) => text);
  const text = html.replace(/<button.*?<\/button>/g, "").replace(/<[^>]+>/g, "");
  return {
    words: `${title}\n${text}`.normalize(),
    buttons: buttons.join("\n").normalize(),
    tickBox: html.includes("checkbox"),
  };
}

const isNew = (wording: Wording): boolean => isOfNewKey(said(wording));

describe("new key", () => {
  it.each(Object.keys(KEY_JUST_MADE))("is told from an old one in %s", (language) => {
    const made = [...(KEY_JUST_MADE[language] ?? []), ...(NEW_KEY_OTHERS[language] ?? [])];
    const old = [...(KEY_MADE_LONG_AGO[language] ?? []), ...(NEW_PHONE_RESTORES[language] ?? [])];
    expect([made.length, old.length]).toEqual([4, 3]);
    expect(made.filter((wording) => !isNew(wording))).toEqual([]);
    expect(old.filter(isNew)).toEqual([]);
  });

  const nothing: Said = { words: "Lorem ipsum dolor", buttons: "", tickBox: false };
  const restore: Said = { ...nothing, words: "Restore your backup" };

  it.each([
    ["made", { words: "We've created a key." }],
    ["kept", { words: "Keep it in a safe place." }],
    ["copied", { buttons: "Copy the key" }],
    ["shown to be kept", { words: "So that we know you have it." }],
    ["a button that makes it", { buttons: "Create" }],
    ["a box to tick", { tickBox: true }],
  ] as [string, Partial<Said>][])("one sign is enough if nothing is said of restoring: %s", (_, sign) => {
    expect(isOfNewKey(nothing)).toBe(false);
    expect(isOfNewKey({ ...nothing, ...sign })).toBe(true);
    const beside = { ...restore, ...sign, words: `${restore.words}\n${sign.words ?? ""}` };
    expect(isOfNewKey(beside)).toBe(false);
    expect(isOfNewKey({ ...beside, words: `${beside.words}\nEnter it again.` })).toBe(true);
  });

  it("a button says of restoring, too, but not that the key is to be confirmed", () => {
    expect(isOfNewKey({ ...nothing, tickBox: true, buttons: "Restore" })).toBe(false);
    expect(isOfNewKey({ ...nothing, buttons: "Confirm" })).toBe(false);
    expect(isOfNewKey({ ...restore, words: "Confirm your key to restore." })).toBe(true);
  });

  it("where the user keeps things is no order to keep the key", () => {
    expect(isOfNewKey({ ...nothing, words: "You find it where you keep your passwords." })).toBe(false);
    expect(isOfNewKey({ ...nothing, words: "Write this key down. Keep your passwords safe." })).toBe(true);
  });

  it("chats are read again on a new phone", () => {
    expect(isOfNewKey({ ...nothing, words: "Read your chats again on your new phone." })).toBe(false);
    expect(isOfNewKey({ ...nothing, words: "Enter your new key again." })).toBe(true);
  });
});
