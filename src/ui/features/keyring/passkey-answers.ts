/** Between the authenticator's bytes and what the background is asked. */
import { fromBase64Url, toBase64Url } from "../../../core/base64url.ts";
import { randomBytes, wipe } from "../../../core/bytes.ts";
import {
  PASSKEY_SALT_BYTES,
  type Passkey,
  type PasskeyAnswer,
} from "../../../core/sealed/slots/passkey-slot.ts";
import type { PasskeyFailure, PasskeyReply } from "../../../platform/passkey-ceremony.ts";
import type { PasskeySummary } from "../../../protocol/page.ts";
import type { Payload } from "../../../protocol/page-requests.ts";
import { ActError, EndedError } from "../../kit/use-act.ts";
import type { Messages } from "../../text/use-text.ts";
import type { Ceremony } from "./use-ceremony.ts";

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

type FailureText = (messages: Messages, code: PasskeyFailure) => string;
export const whyNoAnswer: FailureText = ({ passkeyFailed }, code) => passkeyFailed[code];
export const whyNotUnlocked: FailureText = ({ passkeyUnlockFailed }, code) => passkeyUnlockFailed(code);

/** Says why there is no answer. */
export function textOrSay(reply: PasskeyReply, failureText: FailureText): PasskeyText {
  if (reply.ok) return textOf(reply.value);
  const { code } = reply.error;
  if (code === "ended") throw new EndedError();
  throw new ActError((messages) => failureText(messages, code), code);
}

/** Each is asked once, for a fresh salt. The background drops those that give no answer. */
export async function askEach(
  ceremony: Ceremony,
  passkeys: readonly PasskeySummary[],
): Promise<PasskeyText[]> {
  const answers: PasskeyText[] = [];
  for (const passkey of passkeys) {
    const salt = randomBytes(PASSKEY_SALT_BYTES);
    const reply = await ceremony.ask([{ credentialId: credentialIdOf(passkey), salt }]);
    // One that was not asked at all is no reason to drop it: the whole act goes no further.
    const isDropped = !reply.ok && reply.error.code !== "ended" && reply.error.code !== "busy";
    if (!isDropped) answers.push(textOrSay(reply, whyNoAnswer));
  }
  return answers;
}
