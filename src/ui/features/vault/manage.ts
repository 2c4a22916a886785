/** What an owner asks of a record without the password: how it stands, its devices, all that is held. */
import { ok } from "../../../core/errors.ts";
import { awaitedGeneration, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { Status } from "../../../vault-client/manage.ts";
import type { Outcome } from "../../../vault-client/outcome.ts";
import { loadSteps, type Tools } from "./acts.ts";
import { doubt, grantedFor } from "./doubts.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readRecord, saveRecord, type UsableRecord } from "./records.ts";

/** Has another device set the password anew? A generation that waits here is our own. */
function isResetElsewhere(before: VaultAccount, { generation }: VaultAccount): boolean {
  return generation > before.generation && generation !== awaitedGeneration(before);
}

/**
 * Asks with the record as it is stored now, and stores the state that came back before it answers.
 *
 * @returns the answer, and whether another device has set the password anew since this one last heard.
 */
function askAbout<T extends { account: VaultAccount }>(
  { ask }: Tools,
  { id }: UsableRecord,
  question: (account: VaultAccount) => Promise<Outcome<T>>,
): Promise<T & { isResetElsewhere: boolean }> {
  return oneAtATime(id, async () => {
    const before = await readRecord(ask, id);
    const answer = await grantedFor(ask, before, await question(before.account));
    const isReset = isResetElsewhere(before.account, answer.account);
    // What was proven is another password, and perhaps another key.
    if (isReset) await doubt(ask, answer.account);
    await saveRecord(ask, { id, account: answer.account });
    return { ...answer, isResetElsewhere: isReset };
  });
}

export function askStatus(
  tools: Tools,
  record: UsableRecord,
): Promise<{ status: Status; isResetElsewhere: boolean }> {
  return askAbout(tools, record, async (account) => (await loadSteps()).readStatus(tools.exchange, account));
}

/** @returns the devices that are left. */
export async function revoke(
  tools: Tools,
  record: UsableRecord,
  deviceKey: string,
): Promise<Status["devices"]> {
  const { devices } = await askAbout(tools, record, async (account) =>
    (await loadSteps()).revokeDevice(tools.exchange, account, deviceKey),
  );
  return devices;
}

/** @returns all that the vault holds of the record, as JSON text. */
export async function exportHeld(tools: Tools, record: UsableRecord): Promise<string> {
  const { held } = await askAbout(tools, record, async (account) => {
    const outcome = await (await loadSteps()).exportRecord(tools.exchange, account);
    return outcome.ok ? ok({ account, held: outcome.value }) : outcome;
  });
  return `${JSON.stringify(held, null, 2)}\n`;
}
