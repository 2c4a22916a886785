/** What people type: names, passwords, addresses, vault IDs. */
import { dictionary } from "@zxcvbn-ts/language-common";
import { describe, expect, test } from "vitest";
import { generateAccountName, normaliseAccountName } from "../../src/vault-client/account-name.ts";
import { parseVaultAddress } from "../../src/vault-client/address.ts";
import { isVaultIdOf, shownVaultId } from "../../src/vault-client/vault-id.ts";
import { isVaultPasswordLength, normaliseVaultPassword } from "../../src/vault-client/vault-password.ts";
import { makeVaultDouble } from "../support/vault-double.ts";

describe("an account's name", () => {
  const words = dictionary["diceware-common"];

  test("is four of the list's words, at least 51 bits, and is read back as it is", () => {
    expect(4 * Math.log2(new Set(words).size)).toBeGreaterThanOrEqual(51);
    const name = generateAccountName(words);
    expect(name.split("-")).toHaveLength(4);
    for (const word of name.split("-")) expect(words).toContain(word);
    expect(normaliseAccountName(name)).toBe(name);
    expect(generateAccountName(words)).not.toBe(name);
  });

  test.each([
    "olive-tractor-noon-violin",
    "  Olive tractor   NOON\tviolin ",
    "olive \u2013 tractor\u2014noon\u2011violin",
    "\uff4f\uff4c\uff49\uff56\uff45 tractor noon violin",
    "olive, tractor, noon, violin.",
    "olive\u00a0tractor_noon--violin",
  ])("is the same however it is typed: %j", (typed) => {
    expect(normaliseAccountName(typed)).toBe("olive-tractor-noon-violin");
  });

  test("is nothing where nothing was typed, or far too much", () => {
    expect(normaliseAccountName(" - \u2014 ")).toBeNull();
    expect(normaliseAccountName("a".repeat(129))).toBeNull();
  });
});

describe("a vault password", () => {
  test("is the same however its accents were typed, and nothing else is changed", () => {
    expect(normaliseVaultPassword("cafe\u0301")).toBe("caf\u00e9");
    expect(normaliseVaultPassword("  Two Words ")).toBe("  Two Words ");
  });

  test("is counted in code points", () => {
    expect(isVaultPasswordLength("\u{1f511}".repeat(7))).toBe(false);
    expect(isVaultPasswordLength("\u{1f511}".repeat(8))).toBe(true);
    expect(isVaultPasswordLength("a".repeat(1024))).toBe(true);
    expect(isVaultPasswordLength("a".repeat(1025))).toBe(false);
  });
});

describe("a vault's address", () => {
  test.each([
    ["https://vault.example.org", "https://vault.example.org"],
    [" HTTPS://Vault.Example.org/ ", "https://vault.example.org"],
    ["vault.example.org", "https://vault.example.org"],
    ["vault.example.org:8443", "https://vault.example.org:8443"],
    ["https://b\u00fccher.example", "https://xn--bcher-kva.example"],
    ["https://v\u0430ult.example.org", "https://xn--vult-53d.example.org"],
    ["http://localhost:6464", "http://localhost:6464"],
    ["localhost:6464", "http://localhost:6464"],
    ["127.0.0.1:6464", "http://127.0.0.1:6464"],
    ["http://127.0.0.1", "http://127.0.0.1"],
    ["https://[2001:db8::1]:6464", "https://[2001:db8::1]:6464"],
  ])("%s is %s", (typed, origin) => {
    expect(parseVaultAddress(typed)).toEqual({ ok: true, value: origin });
  });

  test.each([
    ["", "not-an-address"],
    ["four words in a row", "not-an-address"],
    ["ftp://vault.example.org", "not-an-address"],
    ["javascript://vault.example.org/%0aalert(1)", "not-an-address"],
    [`https://${"a".repeat(300)}.org`, "not-an-address"],
    ["http://vault.example.org", "needs-https"],
    ["http://127.0.0.2", "needs-https"],
    ["http://localhost.example.org", "needs-https"],
    ["http://localhost.", "needs-https"],
    ["http://192.168.1.7:6464", "needs-https"],
    ["http://[::1]:6464", "ipv6-loopback"],
    ["https://[0:0:0:0:0:0:0:1]", "ipv6-loopback"],
    ["[::1]:6464", "ipv6-loopback"],
    ["https://me:secret@vault.example.org", "has-user"],
    ["https://vault.example.org@evil.example", "has-user"],
    ["https://vault.example.org/keys", "has-path"],
    ["https://vault.example.org/?a=1", "has-path"],
    ["https://vault.example.org/#a", "has-path"],
  ])("%j is refused as %s", (typed, code) => {
    expect(parseVaultAddress(typed)).toEqual({ ok: false, error: { code } });
  });
});

describe("a vault's vault ID", () => {
  const facts = makeVaultDouble().facts();

  test("is four groups of four, read in any case, with any dashes", () => {
    const shown = shownVaultId(facts);
    expect(shown).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(isVaultIdOf(facts, shown.toUpperCase().replaceAll("-", " "))).toBe(true);
    expect(isVaultIdOf(facts, shown.slice(0, -1))).toBe(false);
    expect(isVaultIdOf(facts, "")).toBe(false);
  });

  test("is another for another id, public key or state key", () => {
    const other = makeVaultDouble().facts();
    const variants = (["vaultId", "publicKey", "stateKey"] as const).map((field) =>
      shownVaultId({ ...facts, [field]: other[field] }),
    );
    expect(new Set([shownVaultId(facts), ...variants]).size).toBe(4);
  });
});
