/** A device's signature covers everything that it asks for, once. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { onEachStore } from "../support/vault/each-store.ts";
import { codeOf, makeDevice, register, signature } from "../support/vault/person.ts";

onEachStore("a device's request", (vault) => {
  test("is answered once; the same signature again proves nothing", async () => {
    const person = await register(vault());
    const body = { rowId: person.rowId, generation: 1 };
    const header = await signature(vault(), person, person.device, "/v2/status", body);
    expect(codeOf(await vault().call("/v2/status", body, header))).toBe("ok");
    expect(codeOf(await vault().call("/v2/status", body, header))).toBe("not-proven");
  });

  test("of the same request sent many times at once one is answered", async () => {
    const person = await register(vault());
    const body = { rowId: person.rowId, generation: 1 };
    const header = await signature(vault(), person, person.device, "/v2/export", body);
    const came = await Promise.all(
      Array.from({ length: 20 }, () => vault().call("/v2/export", body, header)),
    );
    expect(came.map(codeOf).filter((code) => code === "ok")).toHaveLength(1);
  });

  describe("proves nothing when it was signed for", () => {
    test.each([
      ["another endpoint", { path: "/v2/export" }],
      ["another vault", { vaultId: new Uint8Array(16) }],
      ["another account", { rowId: new Uint8Array(32) }],
      ["another generation", { generation: 2 }],
      ["another nonce", { nonce: new Uint8Array(32) }],
      ["another body", { bodyHash: new Uint8Array(32) }],
    ])("%s", async (_, bent) => {
      const person = await register(vault());
      const body = { rowId: person.rowId, generation: 1 };
      const header = await signature(vault(), person, person.device, "/v2/status", body, bent);
      expect(codeOf(await vault().call("/v2/status", body, header))).toBe("not-proven");
    });
  });

  test("proves nothing with any bit of it bent", async () => {
    const person = await register(vault());
    const body = { rowId: person.rowId, generation: 1 };
    for (const part of [0, 1, 2]) {
      const header = await signature(vault(), person, person.device, "/v2/status", body);
      const [scheme, text = ""] = header.split(" ");
      const parts = text.split(".").map((field) => Buffer.from(field, "base64url"));
      const bytes = parts[part] ?? Buffer.alloc(0);
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      const bent = `${scheme} ${parts.map((field) => field.toString("base64url")).join(".")}`;
      expect(codeOf(await vault().call("/v2/status", body, bent))).toBe("not-proven");
      expect(codeOf(await vault().call("/v2/status", body, `${header}.AAAA`))).toBe("not-proven");
    }
  });

  test("proves nothing from a device that the account does not list, nor with another account's nonce", async () => {
    const [person, other] = [await register(vault()), await register(vault())];
    const body = { rowId: person.rowId, generation: 1 };
    const stranger = await signature(vault(), person, makeDevice(), "/v2/status", body);
    expect(codeOf(await vault().call("/v2/status", body, stranger))).toBe("not-proven");
    const elsewhere = await signature(vault(), person, other.device, "/v2/status", body);
    expect(codeOf(await vault().call("/v2/status", body, elsewhere))).toBe("not-proven");
    const { rowId } = other;
    const foreign = await signature(vault(), { ...person, rowId }, person.device, "/v2/status", body, {
      rowId: Buffer.from(person.rowId, "base64url"),
    });
    expect(codeOf(await vault().call("/v2/status", body, foreign))).toBe("not-proven");
  });

  test("proves nothing with a nonce of more than five minutes ago", async () => {
    const person = await register(vault());
    const body = { rowId: person.rowId, generation: 1 };
    const header = await signature(vault(), person, person.device, "/v2/status", body);
    vault().advance(5 * 60_000 + 1000);
    expect(codeOf(await vault().call("/v2/status", body, header))).toBe("not-proven");
  });

  test("proves nothing without its last part, nor under a key of another length", async () => {
    const person = await register(vault());
    const body = { rowId: person.rowId, generation: 1 };
    const header = await signature(vault(), person, person.device, "/v2/status", body);
    const unsigned = header.slice(0, header.lastIndexOf("."));
    expect(codeOf(await vault().call("/v2/status", body, unsigned))).toBe("not-proven");
    const short = { ...person.device, key: person.device.key.slice(0, -3) };
    const shortened = await signature(vault(), person, short, "/v2/status", body);
    expect(codeOf(await vault().call("/v2/status", body, shortened))).toBe("not-proven");
  });

  test.each([
    ["nothing", ""],
    ["no scheme of ours", "Bearer abc"],
    ["half a signature", "Sixtyfour-Device abc.def"],
    ["a nonce of another length", `Sixtyfour-Device AAAA.${"A".repeat(43)}.${"A".repeat(86)}`],
    ["a ticket of six bytes", `Sixtyfour-Ticket ${"A".repeat(8)}`],
    ["a ticket of nobody's", `Sixtyfour-Ticket ${randomBytes(80).toString("base64url")}`],
  ])("proves nothing by %s", async (_, header) => {
    const person = await register(vault());
    expect(codeOf(await vault().call("/v2/delete", { rowId: person.rowId, generation: 1 }, header))).toBe(
      "not-proven",
    );
  });

  test("for an account that is none is answered like one without proof", async () => {
    const person = await register(vault());
    const rowId = randomBytes(32).toString("base64url");
    const body = { rowId, generation: 1 };
    const header = await signature(vault(), { ...person, rowId }, person.device, "/v2/status", body);
    expect(codeOf(await vault().call("/v2/status", body, header))).toBe("not-proven");
  });
});
