/** A second note of one record, as an older import has left it: its vault's signature counts, and nothing else. */
import { beforeEach, expect, test } from "vitest";
import type { VaultAccount } from "../../src/core/keyring/vault-record.ts";
import { noteOf, readRecord, readRecords, saveRecord } from "../../src/ui/features/vault/records.ts";
import { type Ask, RefusedError } from "../../src/ui/kit/use-act.ts";
import { readStatus } from "../../src/vault-client/manage.ts";
import { filled } from "../support/keyrings.ts";
import { enrolled, type Setting, value } from "../vault-client/setting.ts";
import { FakeApi } from "./fake-api.ts";

const ID = "1".repeat(32);
const TWIN_ID = "2".repeat(32);
let api: FakeApi;
let setting: Setting;

const ask: Ask = async (type, payload) => {
  const reply = await api.ask(type, payload);
  if (!reply.ok) throw new RefusedError(reply.error.code);
  return reply.value;
};

/** The notes of the record as it is here, and as the other note says that it is. */
function put(account: VaultAccount, twin: VaultAccount): void {
  api.vaults = [noteOf(ID, account), noteOf(TWIN_ID, twin)];
}

beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.asker = "vault-page";
  setting = await enrolled();
});

test("that nobody has signed raises nothing: the honest vault does not count as put back", async () => {
  const { account, line } = setting;
  const reset = { step: "reset", body: JSON.stringify({ generation: account.generation }) } as const;
  const waiting = { ...account, pending: reset };
  const told = {
    ...account,
    generation: 2 ** 31 - 1,
    signed: { statement: filled(9), signature: filled(64) },
  };
  put(waiting, told);
  const record = await readRecord(ask, ID);
  expect(record.account).toEqual(waiting);
  value(await readStatus(line, record.account));
  await saveRecord(ask, record);
  const [stored] = (await readRecords(ask)).filter(({ id }) => id === ID);
  expect(stored?.account).toEqual(waiting);
});

test("that the vault has signed raises the state, and its statement comes with it", async () => {
  const { account, line } = setting;
  const [row] = setting.vault.rows.values();
  if (!row) throw new Error("no row");
  row.sequence += 5;
  const { account: later } = value(await readStatus(line, account));
  expect(later.signed).not.toEqual(account.signed);
  put(account, later);
  expect((await readRecord(ask, ID)).account).toEqual(later);
});

test("a state that this very note has seen stays, as an older version stored it", async () => {
  const { account } = setting;
  const older = { ...account, generation: 7, signed: null };
  put(older, account);
  await saveRecord(ask, { id: ID, account });
  expect((await readRecord(ask, ID)).account).toMatchObject({ generation: 7, signed: null });
});
