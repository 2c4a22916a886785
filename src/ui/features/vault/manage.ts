/** What an owner asks of a record without the password: how it stands, its devices, all that is held. */
import { type ErrorCode, ok } from "../../../core/errors.ts";
import { awaitedGeneration, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { Status } from "../../../vault-client/manage.ts";
import type { Outcome, Refusal } from "../../../vault-client/outcome.ts";

import type { Messages, Sentence } from "../../text/use-text.ts";
import { doubt, doubtAfter, loadSteps, type Tools } from "./acts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readUsable, saveRecord, type UsableRecord } from "./records.ts";

/** `resetElsewhere`: another device has set the password anew since this one last heard. */
export type Answered<T> =
  | { ok: true; value: T; resetElsewhere: boolean }
  | { ok: false; text: Sentence; refusal?: Refusal };

type Changing<T> = { account: VaultAccount; value: T };

/** Has another device set the password anew? A generation that waits here is our own. */
function isResetElsewhere(before: VaultAccount, { generation }: Pick<VaultAccount, "generation">): boolean {
  return generation > before.generation && generation !== awaitedGeneration(before);
}

const failedBy = (code: ErrorCode) =>
  ({ ok: false, text: ({ errorText }: Messages) => errorText[code] }) as const;

/** Asks with the record as it is stored now, and stores the state that came back before it is answered. */
function ask<T>(
  { api }: Tools,
  { id }: UsableRecord,
  question: (account: VaultAccount) => Promise<Outcome<Changing<T>>>,
): Promise<Answered<T>> {
  const work = async (): Promise<Answered<T>> => {
    const record = await readUsable(api, id);
    if (!record.ok) return record;
    const answer = await question(record.value.account);
    if (!answer.ok) {
      const doubted = await doubtAfter(api, record.value, answer.error);
      if (!doubted.ok) return failedBy(doubted.error.code);
      return { ok: false, text: ({ refusalText }) => refusalText(answer.error), refusal: answer.error };
    }
    const { account, value } = answer.value;
    // What was proven is another password, and perhaps another key.
    const resetElsewhere = isResetElsewhere(record.value.account, account);
    const doubted = resetElsewhere ? await doubt(api, account) : ok(null);
    const stored = doubted.ok ? await saveRecord(api, id, account) : doubted;
    if (!stored.ok) return failedBy(stored.error.code);
    return { ok: true, value, resetElsewhere };
  };
  return oneAtATime<Answered<T>>(id, work, {
    ok: false,
    text: ({ vaultText }) => vaultText.elsewhere,
  });
}

export function askStatus(tools: Tools, record: UsableRecord): Promise<Answered<Status>> {
  return ask(tools, record, async (account) => {
    const { readStatus } = await loadSteps();
    const read = await readStatus(tools.exchange, account);
    return read.ok ? { ok: true, value: { account: read.value.account, value: read.value.status } } : read;
  });
}

export function revoke(
  tools: Tools,
  record: UsableRecord,
  deviceKey: string,
): Promise<Answered<Status["devices"]>> {
  return ask(tools, record, async (account) => {
    const { revokeDevice } = await loadSteps();
    const gone = await revokeDevice(tools.exchange, account, deviceKey);
    return gone.ok ? { ok: true, value: { account: gone.value.account, value: gone.value.devices } } : gone;
  });
}

/** As JSON text. */
export function exportHeld(tools: Tools, record: UsableRecord): Promise<Answered<string>> {
  return ask(tools, record, async (account) => {
    const { exportRecord } = await loadSteps();
    const held = await exportRecord(tools.exchange, account);
    return held.ok
      ? { ok: true, value: { account, value: `${JSON.stringify(held.value, null, 2)}\n` } }
      : held;
  });
}
