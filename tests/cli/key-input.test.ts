/** Keys as they come in: key files, text in rows, several at once, and typos. */
import { describe, expect, test } from "vitest";
import { readKeys, readTypedKey } from "../../src/cli/key-input.ts";
import { markedDifferences } from "../../src/cli/marked.ts";
import { keyProblemText } from "../../src/cli/shown-problem.ts";
import { concatBytes, hexToBytes, utf8ToBytes } from "../../src/core/bytes.ts";
import { writeKeyFile } from "../../src/core/key/key-file.ts";

const A = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const B = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const rows = (key: string) =>
  (key.match(/.{16}/g) ?? []).map((row) => (row.match(/.{4}/g) ?? []).join(" ")).join("\n");
const keysOf = (...hexes: string[]) => ({
  ok: true,
  keys: hexes.map((hex) => ({ kind: "backup-key", key: hexToBytes(hex) })),
});
const wide = (text: string) => concatBytes(Uint8Array.of(0xff, 0xfe), Buffer.from(text, "utf16le"));
const sentence = (text: string) => {
  const read = readKeys(utf8ToBytes(text));
  return read.ok ? "" : keyProblemText(read.problem);
};

describe("keys", () => {
  test.each([
    ["64 digits", `${A}\n`],
    ["capitals", A.toUpperCase()],
    ["four rows", rows(A)],
    ["a label", `64-digit key: ${rows(A)}`],
    ["a mark of byte order", `\ufeff${A}`],
  ])("one, as %s", (_, text) => {
    expect(readKeys(utf8ToBytes(text))).toEqual(keysOf(A));
  });

  test("one, as Windows' shell writes it", () => {
    expect(readKeys(wide(`${A}\r\n`))).toEqual(keysOf(A));
  });

  test("one, as a key file", () => {
    expect(readKeys(writeKeyFile(hexToBytes(A)))).toEqual(keysOf(A));
  });

  test("several, one a line or in rows with blank lines between", () => {
    expect(readKeys(utf8ToBytes(`${A}\r\n${B}\r\n`))).toEqual(keysOf(A, B));
    expect(readKeys(utf8ToBytes(`\n${rows(A)}\n\n${rows(B)}\n\n${A}\n${B}\n`))).toEqual(keysOf(A, B, A, B));
  });

  test("none", () => {
    expect(sentence(" \n")).toBe("No key was given.");
  });

  test("with a typo: its place is named, and no other digit", () => {
    expect(sentence(A.replace("9e34", "9O34"))).toBe(
      "The key cannot be read. Row A, group 2: “O” is not allowed. Did you mean 0?",
    );
    expect(sentence(rows(A).replace("b5f6", "b5f"))).toBe(
      "The key cannot be read. Row A, group 4 has 3 characters, not 4.",
    );
    expect(sentence(A.slice(1))).toBe("The key cannot be read. It has only 63 of 64 digits.");
    expect(sentence(`${A}\n\n${B.slice(1)}`)).toBe(
      "The key in line 3 cannot be read. It has only 63 of 64 digits.",
    );
    expect(sentence(`${A}\n${B.slice(1)}\n`)).toBe(
      "The key in line 2 cannot be read. It has only 63 of 64 digits.",
    );
  });
});

test("a character that would move the cursor or turn the text is not repeated", () => {
  for (const character of ["\u001b", "\u202e", "\u0007"]) {
    const said = sentence(`${character}${A.slice(1)}`);
    expect(said).not.toContain(character);
    expect(said.length, said).toBeGreaterThan(20);
  }
});

describe("a key for repair", () => {
  const lengthOf = (text: string) => {
    const read = readTypedKey(utf8ToBytes(text));
    return read.ok ? read.typed.length : read.problem.why;
  };

  test.each([
    [64, rows(A)],
    [63, A.slice(1)],
    [65, `${A}0`],
    [64, `64-digit key: ${A}`],
    [64, A.replace("0243", "????")],
    ["not-searchable", A.replace("0243", "???3").replace("579e", "5?9e")],
    [62, A.slice(2)],
    ["not-searchable", A.slice(3)],
    ["not-searchable", "no key"],
    ["empty", "\n"],
  ])("%s: %j", (expected, text) => {
    expect(lengthOf(text)).toBe(expected);
  });

  test("comes from a key file too", () => {
    expect(readTypedKey(writeKeyFile(hexToBytes(A)))).toMatchObject({ ok: true });
  });
});

describe("differences are marked", () => {
  const typed = (text: string) => {
    const read = readTypedKey(utf8ToBytes(text));
    return read.ok ? read.typed : [];
  };

  test("digit by digit", () => {
    expect(markedDifferences(typed(A.replace("0243", "2?43")), A)).toEqual([
      `typed  2?43${A.slice(4)}`,
      `found  ${A}`,
      "       ^^",
    ]);
  });

  test("where one is missing or too many", () => {
    expect(markedDifferences(typed(A.replace("0243", "043")), A)).toEqual([
      `typed  0·43${A.slice(4)}`,
      `found  ${A}`,
      "        ^",
    ]);
    expect(markedDifferences(typed(`${A}7`), A)).toEqual([
      `typed  ${A}7`,
      `found  ${A}·`,
      `       ${" ".repeat(64)}^`,
    ]);
  });
});
