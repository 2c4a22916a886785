/** Between the authenticator's bytes and what the background is asked. */
import { fromBase64Url, toBase64Url } from "../../../core/base64url.ts";
import { randomBytes, wipe } from "../../../core/bytes.ts";
import type { Result } from "../../../core/errors.ts";
import {
  PASSKEY_SALT_BYTES,
  type Passkey,
  type PasskeyAnswer,
} from "../../../core/sealed/slots/passkey-slot.ts";
import type { PasskeyCeremony, PasskeyFailure } from "../../../platform/passkey-ceremony.ts";
import type { PasskeySummary } from "../../../protocol/page.ts";
import type { Payload } from "../../../protocol/page-requests.ts";
import { ActError } from "../../kit/use-act.ts";

export type PasskeyText = Payload<"keyring.unlock-by-passkey">;

const bytesOf = (text: string): Uint8Array => fromBase64Url(text) ?? new Uint8Array();

export const credentialIdOf = ({ credentialId }: PasskeySummary): Uint8Array => bytesOf(credentialId);

export const passkeyOf = ({ credentialId, salt }: PasskeySummary): Passkey => ({
  credentialId: bytesOf(credentialId),
  salt: bytesOf(salt),
});

/** The output's bytes are wiped; its text goes to the background and is kept nowhere. */
function textOf({ credentialId, salt, prfOutput }: PasskeyAnswer): PasskeyText {
  const text = {
    credentialId: toBase64Url(credentialId),
    salt: toBase64Url(salt),
    prfOutput: toBase64Url(prfOutput),
  };
  wipe(prfOutput);
  return text;
}

/** Says why there is no answer. */
export function textOrSay(answer: Result<PasskeyAnswer, PasskeyFailure>): PasskeyText {
  if (answer.ok) return textOf(answer.value);
  const { code } = answer.error;
  throw new ActError(({ passkeyFailed }) => passkeyFailed[code], code);
}

/** Each is asked once, for a fresh salt. The background drops those that give no answer. */
export async function askEach(
  ceremony: PasskeyCeremony | null,
  passkeys: readonly PasskeySummary[],
): Promise<PasskeyText[]> {
  const answers: PasskeyText[] = [];
  for (const passkey of ceremony ? passkeys : []) {
    const fresh = { credentialId: credentialIdOf(passkey), salt: randomBytes(PASSKEY_SALT_BYTES) };
    const answer = await ceremony?.ask([fresh]);
    if (answer?.ok) answers.push(textOf(answer.value));
  }
  return answers;
}

/** The names of those that were dropped. */
export const namesOf = (
  passkeys: readonly PasskeySummary[],
  ids: readonly string[],
  unnamed: string,
): string[] => passkeys.filter(({ id }) => ids.includes(id)).map(({ name }) => name || unnamed);
