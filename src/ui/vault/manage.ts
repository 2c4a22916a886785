/** What an owner asks of a record without the password: how it stands, its devices, all that is held. */
import type { Status } from "../../vault-client/manage.ts";
import type { Refusal } from "../../vault-client/outcome.ts";
import { refusalText } from "../text/vault.ts";
import { errorText } from "../text.ts";
import { loadSteps, type Record, type Tools } from "./acts.ts";
import { saveRecord } from "./records.ts";

export type Answered<T> = { ok: true; value: T } | { ok: false; text: string; refusal?: Refusal };

const refused = (refusal: Refusal) => ({ ok: false, text: refusalText(refusal), refusal }) as const;

/** Asked again where another device was first: the state that was read is stored before it is answered. */
export async function askStatus(
  { api, exchange }: Tools,
  { id, account }: Record,
): Promise<Answered<Status>> {
  const { readStatus } = await loadSteps();
  const read = await readStatus(exchange, account);
  if (!read.ok) return refused(read.error);
  const stored = await saveRecord(api, id, read.value.account);
  return stored.ok
    ? { ok: true, value: read.value.status }
    : { ok: false, text: errorText[stored.error.code] };
}

export async function revoke(
  { api, exchange }: Tools,
  { id, account }: Record,
  deviceKey: string,
): Promise<Answered<Status["devices"]>> {
  const { revokeDevice } = await loadSteps();
  const revoked = await revokeDevice(exchange, account, deviceKey);
  if (!revoked.ok) return refused(revoked.error);
  const stored = await saveRecord(api, id, revoked.value.account);
  return stored.ok
    ? { ok: true, value: revoked.value.devices }
    : { ok: false, text: errorText[stored.error.code] };
}

/** As JSON text. */
export async function exportHeld({ exchange }: Tools, { account }: Record): Promise<Answered<string>> {
  const { exportRecord } = await loadSteps();
  const held = await exportRecord(exchange, account);
  return held.ok ? { ok: true, value: `${JSON.stringify(held.value, null, 2)}\n` } : refused(held.error);
}
