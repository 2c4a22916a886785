import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import type { VaultNote } from "../../src/core/keyring.ts";
import { mergeVaultNotes } from "../../src/core/merge-vault-notes.ts";
import type { VaultAccount } from "../../src/core/vault-account.ts";

const ID = "a".repeat(32);

describe("of one record's two states", () => {
  const bytes = (length: number, fill = length) => toBase64Url(new Uint8Array(length).fill(fill));
  const account: VaultAccount = {
    address: "https://vault.example.org",
    name: "four-words-in-a-row",
    vaultId: bytes(16),
    publicKey: bytes(32),
    stateKey: bytes(32),
    rowId: bytes(32),
    deviceSeed: bytes(32, 1),
    deviceKey: bytes(32, 2),
    generation: 2,
    sequence: 5,
    entryId: ID,
    createdAtMs: 1,
    pending: null,
  };
  const own = (change: Partial<VaultAccount>) => ({
    id: ID,
    text: JSON.stringify({ ...account, ...change }),
  });
  const others = (change: Partial<VaultAccount>) =>
    own({ deviceSeed: bytes(32, 3), deviceKey: bytes(32, 4), ...change });
  const merged = (newer: VaultNote, older: VaultNote): VaultAccount => {
    const notes = mergeVaultNotes([[newer], [older]]);
    return JSON.parse((notes.ok && notes.value[0]?.text) || "null");
  };
  const reset = { step: "reset", body: "{}" } as const;

  test("the highest state is kept, and the newest's device with it", () => {
    expect(merged(own({}), others({ sequence: 6 }))).toEqual({ ...account, sequence: 6 });
    expect(merged(own({}), others({ generation: 3, sequence: 1 }))).toEqual({
      ...account,
      generation: 3,
      sequence: 1,
    });
    const behind = [{ sequence: 4 }, { generation: 1, sequence: 9 }, {}];
    for (const change of behind) expect(merged(own({}), others(change))).toEqual(account);
  });

  test("not that of another record under the same id, nor of what is no record", () => {
    for (const name of ["vaultId", "publicKey", "stateKey", "rowId"] as const) {
      const other = bytes(name === "vaultId" ? 16 : 32, 9);
      expect(merged(own({}), others({ [name]: other, sequence: 6 }))).toEqual(account);
    }
    expect(merged(own({}), { id: ID, text: "a newer version's" })).toEqual(account);
  });

  test.each<[string, VaultAccount["pending"], Partial<VaultAccount>, VaultAccount["pending"]]>([
    ["what waits goes on waiting in its generation", reset, { sequence: 6 }, reset],
    ["a new password that was overtaken waits no more", reset, { generation: 3 }, null],
    ["a deletion goes on waiting", { step: "delete" }, { generation: 3 }, { step: "delete" }],
    ["what is doubted elsewhere is doubted here", null, { sequence: 6, pending: reset }, { step: "prove" }],
    ["as is a deletion", null, { sequence: 6, pending: { step: "delete" } }, { step: "prove" }],
    ["an erased record is", null, { sequence: 6, pending: { step: "erased" } }, { step: "erased" }],
    ["an older doubt is over", null, { sequence: 4, pending: { step: "prove" } }, null],
  ])("%s", (_, pending, older, expected) => {
    expect(merged(own({ pending }), others(older)).pending).toEqual(expected);
  });
});
