/**
 * What the user calls each passkey, and when it was added.
 *
 * It stands in the settings of the sealed body, not beside the slot: slots can be read by whoever has the
 * file, and a name can tell which devices somebody has. A program that knows nothing of passkeys keeps a
 * setting that it does not know. Pages neither see it as a setting nor save it.
 */
import { exact, id, list, read, type TypeOf, text, timeMs } from "../schema.ts";
import { MOST_PASSKEYS } from "../sealed/slots/passkey-slot.ts";
import type { Keyring } from "./opened-keyring.ts";

export const LONGEST_PASSKEY_NAME = 60;
export const passkeyNameSchema = text(LONGEST_PASSKEY_NAME);

/** `id`: of the slot, which keeps it in each new generation. */
const namedSchema = exact({ id, name: passkeyNameSchema, addedAtMs: timeMs });
export type NamedPasskey = TypeOf<typeof namedSchema>;

const SETTING = "passkeys";
const storedSchema = list(namedSchema, MOST_PASSKEYS);

export const arePasskeyNames = (name: string, value: unknown): boolean =>
  name === SETTING && read(storedSchema, value) !== null;

/** What cannot be read names nothing: a passkey without a name unlocks all the same. */
export function passkeyNames({ settings }: Pick<Keyring, "settings">): NamedPasskey[] {
  const stored: unknown = Object.hasOwn(settings, SETTING) ? Reflect.get(settings, SETTING) : [];
  return read(storedSchema, stored) ?? [];
}

/** @param slotIds - the passkeys that there are now: the names of others go. */
export function withPasskeyNames(
  keyring: Keyring,
  names: readonly NamedPasskey[],
  slotIds: readonly string[],
): Keyring {
  const kept = names.filter(({ id }) => slotIds.includes(id));
  return { ...keyring, settings: Object.assign({}, keyring.settings, { [SETTING]: kept }) };
}
