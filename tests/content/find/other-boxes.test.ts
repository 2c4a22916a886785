import { describe, expect, it } from "vitest";
import { type Signals, scoreOf } from "../../../src/content/find/form-score.ts";
import { areOtherBoxes } from "../../../src/content/find/other-boxes.ts";

/** Boxes that make 64, in words that nobody here knows. */
const GRID: Signals = {
  name: "1 / 16",
  heading: "Lorem ipsum",
  text: "Dolor sit amet.",
  buttons: "",
  tickBox: false,
  boxes: 16,
  takesExactly64: true,
  grid: true,
  hasRoom: true,
  markedAsCode: false,
  keyInSight: false,
};

describe("boxes that ask for something else", () => {
  it.each([
    ["a message", { name: "Your message 1" }],
    ["a name", { name: "Your name 1" }],
    ["a question, in no language", { name: "Dolor sit amet?" }],
    ["a question of a script with a mark of its own", { name: "ما المشكلة؟" }],
    ["a full-width mark", { name: "您有什么问题？" }],
    ["a question as the heading", { heading: "Consectetur adipiscing?" }],
    ["an answer", { name: "Twoja odpowiedź 3" }],
    ["a quiz", { heading: "Вікторина" }],
    ["a crossword", { heading: "আজকের শব্দছক" }],
    ["a card", { name: "Número da cartão" }],
    ["a search", { name: "Maghanap" }],
    [
      "a password, where the key is spoken of",
      { name: "Hasło", text: "Not the 64-digit key of the backup." },
    ],
  ] satisfies [string, Partial<Signals>][])("%s", (_, change) => {
    expect(scoreOf({ ...GRID, ...change })).not.toBeNull();
    expect(areOtherBoxes({ ...GRID, ...change })).toBe(true);
  });

  it.each([
    ["no language", {}],
    ["a heading that asks whether the key is there", { heading: "Do you have your 64-digit key?" }],
    ["the same in Chinese", { heading: "您有 64 位密钥吗？" }],
    ["a heading that asks whether to restore", { heading: "Restore your chats?" }],
    ["a box that asks for the key", { name: "Which key?" }],
    ["one field", { boxes: 1, name: "Your message" }],
  ] satisfies [string, Partial<Signals>][])("not: %s", (_, change) => {
    expect(areOtherBoxes({ ...GRID, ...change })).toBe(false);
  });
});
