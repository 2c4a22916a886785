/** The list of formats: a new one is recognised, read and written, and none takes the files of another. */
import { describe, expect, test } from "vitest";
import { FIT, type Format } from "../../../src/copies/formats/format-definition.ts";
import { FORMATS, OFFERED_FORMATS } from "../../../src/copies/formats/registry.ts";
import { readKeyText } from "../../../src/copies/formats/text.ts";
import { importFile } from "../../../src/copies/import.ts";
import { recogniseFile } from "../../../src/copies/recognise.ts";
import { tableFormat } from "../../../src/copies/tables/table-format.ts";
import { hexToBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { entriesOf, HEX, hexesOf, OTHER_HEX, sourceOf, TABLES } from "../../support/export-sources.ts";

const ENTRIES = entriesOf([sourceOf(), sourceOf({ key: hexToBytes(OTHER_HEX), label: "" })]);

/** A made-up format: a line of its own, then our plain text. */
const lined: Format = {
  id: "lined",
  place: "elsewhere",
  encrypted: false,
  fileName: () => "lined.txt",
  recognise: ({ text }) => (text?.startsWith("LINED\n") ? FIT.certain : FIT.none),
  read: ({ text }) => readKeyText(text?.slice(6) ?? ""),
  write: (entries) => utf8ToBytes(`LINED\n${entries.map(({ notes }) => notes).join("\n--------\n")}`),
};
/** A table whose columns no other has: the names of the key and the user say themselves what they hold. */
const unusual = tableFormat({
  id: "unusual",
  place: "elsewhere",
  fileName: "unusual.csv",
  quoting: "needed",
  columns: [
    { name: "Account", role: "username" },
    { name: "Secret", role: "password" },
    { name: "Purpose", role: "title" },
  ],
});

const idOf = (bytes: Uint8Array, formats: readonly Format[] = FORMATS) => {
  const recognised = recogniseFile(bytes, formats);
  return recognised.ok ? recognised.value.format.id : recognised.error.code;
};

describe("a format more in the list", () => {
  test.each<[string, Format]>([
    ["text with a line of its own", lined],
    ["a table with columns of its own", unusual],
  ])("%s is recognised, read and written", async (_, format) => {
    const file = await format.write?.(ENTRIES, "");
    if (!file) throw new Error("not written");
    for (const formats of [
      [format, ...FORMATS],
      [...FORMATS, format],
    ]) {
      expect(idOf(file, formats)).toBe(format.id);
      const read = await importFile(file, null, deriveKey, formats);
      expect(read).toMatchObject({
        ok: true,
        value: { format: format.id, isPlainFile: true, ignored: 0, keys: [{ phoneEnding: "34" }, {}] },
      });
      expect(read.ok && hexesOf(read.value.keys)).toEqual([HEX, OTHER_HEX]);
    }
    expect(["text", "csv"]).toContain(idOf(file));
  });

  test("an encrypted one is no plain file, and says itself that it asks for a password", async () => {
    const sealed: Format = {
      ...lined,
      encrypted: true,
      read: (file, password) =>
        password === null
          ? { ok: false, error: { code: "needs-password" } }
          : lined.read(file, password, deriveKey),
    };
    const file = utf8ToBytes(`LINED\n${HEX}`);
    const failed = { ok: false, error: { code: "needs-password" } };
    expect(await importFile(file, null, deriveKey, [sealed])).toEqual(failed);
    expect(await importFile(file, "x", deriveKey, [sealed])).toMatchObject({ value: { isPlainFile: false } });
  });

  test("what none of the list takes is unknown", () => {
    expect(idOf(utf8ToBytes(HEX), [lined])).toBe("unknown-format");
  });
});

test("no two have one id or one file", () => {
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  const names = OFFERED_FORMATS.map(({ fileName }) => fileName(0));
  expect(new Set(names).size).toBe(names.length);
  expect(OFFERED_FORMATS.filter(({ write }) => !write).map(({ id }) => id)).toEqual(["keyring-export"]);
});

describe("a head line", () => {
  const head = (...names: string[]) => idOf(utf8ToBytes(`${names.join(",")}\r\n${names.join(",")}\r\n`));
  const namesOf = (id: keyof typeof TABLES) =>
    new TextDecoder().decode(TABLES[id].write([])).trim().replaceAll('"', "").split(",");

  test("that holds two whole ones is the larger one's; of two alike, the later one's in the list", () => {
    expect(head(...namesOf("proton"), "Tags")).toBe("proton");
    expect(head("name", "url", "note", ...namesOf("1password"))).toBe("1password");
  });

  test.each([
    ["keepassxc", "Group,Title,Username,Password,URL,Notes,Last Modified,Created"],
    ["apple", "Title,URL,Username,Password"],
    ["chromium", "name,url,username,password"],
  ])("of earlier years is known as well: %s", (id, names) => expect(head(...names.split(","))).toBe(id));

  test.each(["name,url,username,password,more", "name,password", "title,website,username,password"])(
    "of nobody: %s",
    (names) => expect(head(...names.split(","))).toBe("csv"),
  );
});
