/** What an owner can ask without the password: the status of a vault entry, its devices, its data. */
import { awaitedGeneration, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { Status } from "../../../vault-client/manage.ts";
import type { Outcome } from "../../../vault-client/outcome.ts";
import { loadSteps, type Tools } from "./acts.ts";
import { doubt, grantedFor } from "./doubts.ts";
import { saveRecord, type UsableRecord } from "./records.ts";

/** Has another device set a new password? A generation that waits here is our own. */
function isResetElsewhere(before: VaultAccount, { generation }: VaultAccount): boolean {
  return generation > before.generation && generation !== awaitedGeneration(before);
}

/** What was answered, once the state that came with it is stored. */
async function stored<T extends { account: VaultAccount }>(
  { ask }: Tools,
  before: UsableRecord,
  outcome: Outcome<T>,
): Promise<T> {
  const answer = await grantedFor(ask, before, outcome);
  // What was verified is another password, and perhaps another key.
  if (isResetElsewhere(before.account, answer.account)) await doubt(ask, answer.account);
  await saveRecord(ask, { ...before, account: answer.account });
  return answer;
}

/** `isReset`: another device has set a new password since this one last heard. */
export async function askStatus(
  tools: Tools,
  record: UsableRecord,
): Promise<{ status: Status; isReset: boolean }> {
  const { readStatus } = await loadSteps();
  const outcome = await readStatus(tools.exchange, record.account);
  const { account, status } = await stored(tools, record, outcome);
  return { status, isReset: isResetElsewhere(record.account, account) };
}

/** @returns the devices that are left. */
export async function revoke(
  tools: Tools,
  record: UsableRecord,
  deviceKey: string,
): Promise<Status["devices"]> {
  const { revokeDevice } = await loadSteps();
  const outcome = await revokeDevice(tools.exchange, record.account, deviceKey);
  return (await stored(tools, record, outcome)).devices;
}

/** @returns everything that the vault holds for this entry, as JSON text. */
export async function exportHeld(tools: Tools, record: UsableRecord): Promise<string> {
  const { exportRecord } = await loadSteps();
  const held = await grantedFor(tools.ask, record, await exportRecord(tools.exchange, record.account));
  return `${JSON.stringify(held, null, 2)}\n`;
}
