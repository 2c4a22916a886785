import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../../src/core/base64url.ts";
import { readCrockford, toCrockford } from "../../../src/core/crockford.ts";
import {
  afterLogin,
  parseVaultAccount,
  type VaultAccount,
  vaultAccountSchema,
} from "../../../src/core/keyring/vault-record.ts";
import { base64Url, read } from "../../../src/core/schema.ts";
import { filled, someAccount } from "../../support/keyrings.ts";

const account = someAccount;

describe("an account in a vault", () => {
  test.each<VaultAccount["pending"]>([
    null,
    { step: "erased" },
    { step: "delete" },
    { step: "enrol", body: "{}" },
    { step: "reset", body: "{}" },
  ])("is read as it was written, with %o pending", (pending) => {
    const written = { ...account, pending };
    expect(read(vaultAccountSchema, JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  test.each(["https://vault.example.org:8443", "http://localhost:6464", "http://127.0.0.1"])(
    "may lie at %s",
    (address) => {
      expect(read(vaultAccountSchema, { ...account, address })).toEqual({ ...account, address });
    },
  );

  test("without a statement, as an older version wrote it, has none", () => {
    const { signed: _, ...older } = account;
    expect(read(vaultAccountSchema, older)).toEqual(account);
    expect(parseVaultAccount(JSON.stringify(older))).toEqual(account);
  });

  test.each<[string, object]>([
    ["a letter that only looks like another", { ...account, address: "https://v\u0430ult.example.org" }],
    ["capitals in its address", { ...account, address: "https://Vault.example.org" }],
    ["a port that need not be said", { ...account, address: "https://vault.example.org:443" }],
    ["a full-width letter", { ...account, address: "https://\uff56ault.example.org" }],
    ["an address that is none", { ...account, address: "https://a b" }],
    ["half a statement", { ...account, signed: { statement: filled(99) } }],
    ["a short signature", { ...account, signed: { statement: filled(99), signature: filled(63) } }],
    ["an unknown property", { ...account, password: "" }],
    ["a missing property", { ...account, pending: undefined }],
    ["an address with a path", { ...account, address: "https://vault.example.org/a" }],
    ["an address of another kind", { ...account, address: "ftp://vault.example.org" }],
    ["an address that is not this computer's, by http", { ...account, address: "http://vault.example.org" }],
    ["an address with a user", { ...account, address: "https://me@vault.example.org" }],
    ["no name", { ...account, name: "" }],
    ["a name too long", { ...account, name: "a".repeat(129) }],
    ["a short key", { ...account, publicKey: filled(31) }],
    ["a long vault id", { ...account, vaultId: filled(17) }],
    ["a seed that is no base64url", { ...account, deviceSeed: `${"/".repeat(42)}A` }],
    ["a row id with stray bits", { ...account, rowId: `${"A".repeat(42)}B` }],
    ["generation 0", { ...account, generation: 0 }],
    ["a fraction", { ...account, sequence: 0.5 }],
    ["a sequence beyond the bound", { ...account, sequence: 2 ** 31 }],
    ["no entry", { ...account, entryId: "" }],
    ["a time before 1970", { ...account, createdAtMs: -1 }],
    ["an unknown step", { ...account, pending: { step: "read" } }],
    ["a step without its body", { ...account, pending: { step: "reset" } }],
    ["a step with a body it has not", { ...account, pending: { step: "prove", body: "" } }],
    ["a body too long", { ...account, pending: { step: "enrol", body: "a".repeat(4097) } }],
  ])("is refused with %s", (_, raw) => {
    expect(read(vaultAccountSchema, raw)).toBeNull();
  });
});

test("the text of a note that is no account's is none", () => {
  expect(parseVaultAccount(JSON.stringify(account))).toEqual(account);
  for (const text of ["", "{", "[]", JSON.stringify({ ...account, generation: 0 })])
    expect(parseVaultAccount(text)).toBeNull();
});

describe("what is pending, once a login has opened a state with the password", () => {
  const signed = { statement: filled(99), signature: filled(64) };
  const opened = (pending: VaultAccount["pending"], generation: number) =>
    afterLogin({ ...account, pending }, { generation, sequence: 9, signed });
  const reset = { step: "reset", body: JSON.stringify({ generation: 2 }) } as const;

  test("is over when the password that was awaited is there, or a later one", () => {
    expect(opened(reset, 3)).toEqual({ ...account, generation: 3, sequence: 9, signed, pending: null });
    expect(opened(reset, 4).pending).toBeNull();
    expect(opened({ step: "enrol", body: "{}" }, 2).pending).toBeNull();
    expect(opened({ step: "erased" }, 2).pending).toBeNull();
  });

  test("stays while the old password opens it, or where nothing is awaited", () => {
    expect(opened(reset, 2).pending).toEqual(reset);
    expect(opened({ step: "delete" }, 2).pending).toEqual({ step: "delete" });
    const unreadable = { step: "reset", body: "{" } as const;
    expect(opened(unreadable, 9).pending).toEqual(unreadable);
    expect(opened(null, 9).pending).toBeNull();
  });
});

describe("base64url", () => {
  test("is RFC 4648's, without padding, and back", () => {
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe, 0x01))).toBe("-__-AQ");
    expect(fromBase64Url("-__-AQ")).toEqual(Uint8Array.of(0xfb, 0xff, 0xfe, 0x01));
  });

  test.each(["-__-AQ==", "+//+AQ", "-__-A", "-__-AR", "- __-AQ"])("refuses %s", (text) => {
    expect(fromBase64Url(text)).toBeNull();
    expect(read(base64Url(4), text)).toBeNull();
  });
});

test("Crockford's letters are read however they are typed", () => {
  const letters = toCrockford(Uint8Array.of(0, 0, 0, 0, 1, 255, 255, 255, 255, 255));
  expect(letters).toBe("00000001zzzzzzzz");
  expect(readCrockford(" OOOO-0ool ZZZZ\u2013zzzz ")).toBe(letters);
  expect(() => toCrockford(new Uint8Array(4))).toThrow(RangeError);
});
