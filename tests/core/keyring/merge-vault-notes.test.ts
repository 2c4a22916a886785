import { describe, expect, test } from "vitest";
import { mergeVaultNotes } from "../../../src/core/keyring/merge-vault-notes.ts";
import type { VaultNote } from "../../../src/core/keyring/opened-keyring.ts";
import { parseVaultAccount, type VaultAccount } from "../../../src/core/keyring/vault-record.ts";
import { filled, someAccount } from "../../support/keyrings.ts";

const ID = "a".repeat(32);
const accountsOf = (...notes: VaultNote[]) =>
  notes.map(({ text }) => parseVaultAccount(text)).filter((account) => account !== null);

describe("of one record's two states", () => {
  const account = someAccount;
  const own = (change: Partial<VaultAccount>) => ({
    id: ID,
    text: JSON.stringify({ ...account, ...change }),
  });
  const others = (change: Partial<VaultAccount>) =>
    own({ deviceSeed: filled(32, 3), deviceKey: filled(32, 4), ...change });
  /** @param verified - of the older state: what its vault has signed. */
  const merged = (newer: VaultNote, older: VaultNote, verified = accountsOf(older)): VaultAccount => {
    const notes = mergeVaultNotes([[newer], [older]], verified);
    return JSON.parse(notes[0]?.text || "null");
  };
  /** Of a new password that leads from this generation on. */
  const reset = (generation: number) => ({ step: "reset", body: JSON.stringify({ generation }) }) as const;

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

  test("not a state that nobody has verified: a prepared keyring can say any", () => {
    const reset = { step: "reset", body: JSON.stringify({ generation: 2 }) } as const;
    const mine = { ...account, pending: reset };
    const said = others({ generation: 2 ** 31 - 1, signed: { statement: filled(9), signature: filled(64) } });
    expect(merged(own({ pending: reset }), said, [])).toEqual(mine);
  });

  test("not that of another record under the same id, nor of what is no record", () => {
    for (const name of ["vaultId", "publicKey", "stateKey", "rowId"] as const) {
      const other = filled(name === "vaultId" ? 16 : 32, 9);
      expect(merged(own({}), others({ [name]: other, sequence: 6 }))).toEqual(account);
    }
    expect(merged(own({}), { id: ID, text: "a newer version's" })).toEqual(account);
  });

  test.each<[string, VaultAccount["pending"], Partial<VaultAccount>, VaultAccount["pending"]]>([
    ["what waits goes on waiting in its generation", reset(2), { sequence: 6 }, reset(2)],
    ["also when the vault has gone on to the very one it leads to", reset(2), { generation: 3 }, reset(2)],
    ["a new password that was overtaken waits no more", reset(2), { generation: 4 }, null],
    ["a deletion goes on waiting", { step: "delete" }, { generation: 3 }, { step: "delete" }],
    [
      "what another browser has begun is for that one to finish",
      null,
      { sequence: 6, pending: reset(2) },
      null,
    ],
  ])("%s", (_, pending, older, expected) => {
    expect(merged(own({ pending }), others(older)).pending).toEqual(expected);
  });

  test("of two notes of one record each has the highest state, in whatever order they come", () => {
    const twin = { ...others({ generation: 3, sequence: 1 }), id: "b".repeat(32) };
    for (const states of [[[own({})], [twin]], [[twin], [own({})]], [[own({}), twin]]]) {
      const notes = mergeVaultNotes(states, accountsOf(...states.flat()));
      const read = notes.map(({ id, text }) => [id, JSON.parse(text)] as const);
      expect(Object.fromEntries(read)).toMatchObject({
        [ID]: { generation: 3, sequence: 1, deviceKey: account.deviceKey },
        [twin.id]: { generation: 3, sequence: 1, deviceKey: filled(32, 4) },
      });
    }
  });

  test("what a prepared keyring says of a state raises nothing that could not be read back", () => {
    const odd = (state: object) => ({ id: ID, text: JSON.stringify({ ...account, ...state }) });
    for (const state of [{ generation: "9" }, { generation: 1e300 }, { sequence: 5.5 }, { generation: 0 }])
      expect(merged(own({}), odd(state))).toEqual(account);
    // 21 digits each, written again, where 4 characters stood.
    const grown = `{"x":[${"1e20,".repeat(1000)}1],${JSON.stringify(account).slice(1)}`;
    const higher = others({ sequence: 6 });
    const notes = mergeVaultNotes([[{ id: "c".repeat(32), text: grown }], [higher]], accountsOf(higher));
    expect(notes.map(({ text }) => text)).toContain(grown);
  });
});
