/** Bitwarden's JSON, plain and under a password, with pycryptodome as the other side. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { argon2id } from "hash-wasm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { anyJson } from "../../../src/copies/formats/any-json.ts";
import { readBitwarden, writeBitwarden } from "../../../src/copies/formats/bitwarden.ts";
import {
  openBitwardenProtected,
  writeBitwardenProtected,
} from "../../../src/copies/formats/bitwarden-protected.ts";
import { bytesToUtf8 } from "../../../src/core/bytes.ts";
import { anySources, entriesOf, expected, HEX, sourceOf } from "../../support/export-sources.ts";

vi.mock("hash-wasm", { spy: true });

const PASSWORD = "Ünter 12 \u{1f511}";
const readAnyJson = (json: unknown) => anyJson.read({ bytes: new Uint8Array(0), text: null, json, head: [] });
type File = Record<string, unknown>;
const VALIDATION = "encKeyValidation_DO_NOT_EDIT";

function byPython(action: "open" | "make", input: string, password = PASSWORD): string {
  const script = join(import.meta.dirname, "bitwarden_other_side.py");
  const { stdout, stderr } = spawnSync("/usr/bin/python3", [script, action, password], {
    input,
    encoding: "utf8",
  });
  expect(stderr, "Debian's python3-pycryptodome is installed by scripts/setup.mjs").toBe("");
  return stdout;
}

async function open(file: unknown, password = PASSWORD): Promise<string> {
  const opened = await openBitwardenProtected(file, password);
  return opened.ok ? bytesToUtf8(opened.value) : opened.error.code;
}

describe("plain", () => {
  test("every key comes back, with all that is known of it", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const read = readBitwarden(JSON.parse(writeBitwarden(entriesOf(sources))));
        expect(read).toMatchObject({ ok: true, value: { ignored: 0, keys: sources.map(expected) } });
      }),
    );
  });

  test("the key stands in the password, a hidden field and the note", () => {
    const [item] = JSON.parse(writeBitwarden(entriesOf([sourceOf()]))).items;
    expect(item).toMatchObject({ type: 1, reprompt: 1, login: { password: HEX } });
    expect(item.fields[0]).toEqual({ name: "64-digit key", value: HEX, type: 1 });
    expect(item.notes.replace(/\s/g, "")).toContain(HEX);
  });

  test("items of every type are searched, folders are not", () => {
    const file = {
      encrypted: false,
      folders: [{ name: HEX }],
      items: [
        { type: 2, name: "Note", notes: `key ${HEX}`, secureNote: { type: 0 } },
        { type: 1, name: "Old", passwordHistory: [{ password: HEX.toUpperCase() }] },
        { type: 3, name: "Card", card: { number: "4111111111111111" } },
        null,
        7,
      ],
    };
    expect(readBitwarden(file)).toMatchObject({
      ok: true,
      value: {
        entries: 5,
        ignored: 3,
        keys: [
          {
            label: "Note",
            places: [
              { entry: 1, field: "notes" },
              { entry: 2, field: "passwordHistory.password" },
            ],
          },
        ],
      },
    });
  });

  test("any other JSON: searched as it is, element by element", () => {
    expect(readAnyJson({ a: { b: [{ c: HEX }] } })).toMatchObject({
      ok: true,
      value: { entries: 1, keys: [{ places: [{ field: "a.b.c" }] }] },
    });
    expect(readAnyJson([1, HEX, { __proto__: null, name: "x" }])).toMatchObject({
      ok: true,
      value: { entries: 3, ignored: 2 },
    });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readAnyJson(value)).toMatchObject({ ok: true, value: { keys: [] } });
      }),
    );
  });

  test("refused: no list of items, nesting without end, two million items", () => {
    const nested = JSON.parse(`${'{"items":['}${"[".repeat(5000)}${"]".repeat(5000)}]}`);
    const damaged = { ok: false, error: { code: "damaged" } };
    expect(readBitwarden({ encrypted: false })).toEqual(damaged);
    expect(readBitwarden(nested)).toEqual(damaged);
    const many = { items: new Array(2_000_000).fill({}) };
    expect(readBitwarden(many)).toEqual({ ok: false, error: { code: "too-many-entries" } });
  });
});

describe("under a password", () => {
  let file: File;
  beforeAll(async () => {
    file = JSON.parse(await writeBitwardenProtected(entriesOf([sourceOf()]), PASSWORD)) as File;
  });

  test("pycryptodome opens ours: the plain file is within", () => {
    expect(byPython("open", JSON.stringify(file))).toBe(writeBitwarden(entriesOf([sourceOf()])));
    expect(file).toMatchObject({
      encrypted: true,
      passwordProtected: true,
      kdfType: 0,
      kdfIterations: 600_000,
    });
  });

  test("the key stands nowhere in it, and no two files are alike", async () => {
    expect(JSON.stringify(file)).not.toMatch(new RegExp(`${HEX}|Pixel|WhatsApp`));
    const other = JSON.parse(await writeBitwardenProtected(entriesOf([sourceOf()]), PASSWORD)) as File;
    for (const name of ["salt", VALIDATION, "data"]) expect(other[name]).not.toBe(file[name]);
  });

  test("what pycryptodome makes is opened", async () => {
    expect(await open(JSON.parse(byPython("make", "any text, é")))).toBe("any text, é");
  });

  test("a wrong password is one, damage is damage", async () => {
    const other = JSON.parse(await writeBitwardenProtected([], PASSWORD)) as File;
    expect(await open(file, "another")).toBe("wrong-password");
    expect(await open(file, PASSWORD.normalize("NFD"))).toBe("wrong-password");
    expect(await open(file, "")).toBe("needs-password");
    expect(await open({ ...file, data: other["data"] })).toBe("damaged");
    for (const data of [
      "",
      "2.a|b|c",
      "0.AAAA|AAAA",
      String(file["data"]).slice(0, -8),
      `${file["data"]}|AAAA`,
      7,
    ])
      expect(await open({ ...file, data }), String(data)).toBe("damaged");
    expect(await open({ ...file, salt: undefined })).toBe("damaged");
    expect(await open({ ...file, [VALIDATION]: null })).toBe("damaged");
  });

  test.each([0, 1, 2])("a bit turned in part %i of a box is noticed, wherever", async (part) => {
    const made = JSON.parse(byPython("make", "x".repeat(100))) as File;
    const turned = (box: unknown, at: number) => {
      const parts = String(box)
        .slice(2)
        .split("|")
        .map((text) => Buffer.from(text, "base64"));
      const bytes = parts[part] ?? Buffer.alloc(0);
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8));
      return `2.${parts.map((bytes) => bytes.toString("base64")).join("|")}`;
    };
    expect(await open(made)).toBe("x".repeat(100));
    for (const at of [0, 5, 15, 30, 47]) {
      expect(await open({ ...made, data: turned(made["data"], at) })).toBe("damaged");
      const validation = turned(made[VALIDATION], at);
      expect(await open({ ...made, [VALIDATION]: validation })).toBe("wrong-password");
    }
  });

  test.each([
    [{ kdfIterations: 2_000_001 }, "costly"],
    [{ kdfIterations: 1e300 }, "costly"],
    [{ kdfIterations: 0 }, "damaged"],
    [{ kdfIterations: "x" }, "damaged"],
    [{ kdfType: null, kdfIterations: 5000 }, "damaged"],
    [{ kdfType: 2 }, "unsupported"],
    [{ kdfType: 1, kdfIterations: 3, kdfMemory: 1025, kdfParallelism: 4 }, "costly"],
    [{ kdfType: 1, kdfIterations: 600_000, kdfMemory: 64, kdfParallelism: 4 }, "costly"],
    [{ kdfType: 1, kdfIterations: 3 }, "costly"],
  ])("a derivation of %j is not run: %s", async (change, code) => {
    vi.mocked(argon2id).mockClear();
    const pbkdf2 = vi.spyOn(crypto.subtle, "deriveBits");
    expect(await open({ ...file, ...change })).toBe(code);
    expect(argon2id).not.toHaveBeenCalled();
    expect(pbkdf2).not.toHaveBeenCalled();
    pbkdf2.mockRestore();
  });

  test("Argon2id, as accounts may have it", async () => {
    const made = await underArgon2id("within");
    expect(await open(made)).toBe("within");
    expect(await open(made, "another")).toBe("wrong-password");
    expect(await open({ ...made, kdfMemory: 17 })).toBe("wrong-password");
  });
});

/** By Node's own cryptography, after Bitwarden's description. */
async function underArgon2id(text: string): Promise<File> {
  const { createCipheriv, createHash, createHmac, randomBytes } = await import("node:crypto");
  const salt = randomBytes(16).toString("base64");
  const master = await argon2id({
    password: PASSWORD,
    salt: createHash("sha256").update(salt).digest(),
    memorySize: 16 * 1024,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  const expand = (info: string) => createHmac("sha256", master).update(`${info}\x01`).digest();
  const box = (plain: string) => {
    const iv = randomBytes(16);
    const cipher = createCipheriv("aes-256-cbc", expand("enc"), iv);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    const tag = createHmac("sha256", expand("mac")).update(iv).update(sealed).digest();
    return `2.${[iv, sealed, tag].map((part) => part.toString("base64")).join("|")}`;
  };
  const costs = { kdfType: 1, kdfIterations: 2, kdfMemory: 16, kdfParallelism: 1 };
  return {
    encrypted: true,
    passwordProtected: true,
    salt,
    ...costs,
    [VALIDATION]: box("x"),
    data: box(text),
  };
}
