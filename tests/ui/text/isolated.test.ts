/** A label that runs from right to left, or turns what follows it, stays within itself. */
import { expect, it } from "vitest";
import { isolated } from "../../../src/ui/text/en/format.ts";
import { passkeyName } from "../../../src/ui/text/en/passkeys.ts";
import { conflictText, entryName, keyChoiceText } from "../../../src/ui/text/en/shared-words.ts";

const HEBREW = "הטלפון 2";
const ENTRY = { keyId: "9f3a-1c22", origin: "whatsapp", supersededBy: null, marks: [] } as const;

it("leaves plain labels as they are: people search for them and copy them", () => {
  for (const plain of ["", "Daily phone", "2024", "Téléphone", "电话", "📱 1"])
    expect(isolated(plain)).toBe(plain);
});

it.each([HEBREW, "هاتف", "ܐܒܓ", "\u200f1", "\u{1e900}", "\u{10a00}", "Phone אב"])(
  "puts %j between isolates",
  (label) => {
    expect(isolated(label)).toBe(`\u2068${label}\u2069`);
  },
);

it("takes out what turns the text behind it, also an end that would let it out of its isolate", () => {
  for (const turn of "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
    expect(isolated(`a${turn}b`)).toBe("ab");
    expect(isolated(`${HEBREW}${turn}${turn}b`)).toBe(`\u2068${HEBREW}b\u2069`);
  }
});

it("stands between a label and a Key ID that begins with a digit", () => {
  expect(entryName({ label: HEBREW, keyId: ENTRY.keyId })).toBe(`\u2068${HEBREW}\u2069`);
  expect(keyChoiceText({ ...ENTRY, label: HEBREW })).toContain(`\u2068${HEBREW}\u2069 · 9f3a-1c22`);
  expect(conflictText.other("a\u202eb")).toContain("“ab”");
  expect(passkeyName("\u202eLaptop")).toBe("Laptop");
});
