/** The ways to unlock: the passphrase of which there is one, and passkeys beside it. */
import { fromBase64Url, toBase64Url } from "../../core/base64url.ts";
import { equalBytes, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { type NamedPasskey, passkeyNames, withPasskeyNames } from "../../core/keyring/passkey-names.ts";
import { orCannotDerive } from "../../core/sealed/kdf.ts";
import {
  addPasskeySlot,
  changePassphrase,
  passkeysOf,
  type Rotated,
  removeSlot,
  type Ways,
} from "../../core/sealed/rotation.ts";
import { byPasskey, MOST_PASSKEYS, type PasskeyAnswer } from "../../core/sealed/slots/passkey-slot.ts";
import { byPassphrase } from "../../core/sealed/slots/passphrase-slot.ts";
import { unwrapKeyringKey } from "../../core/sealed/wrapping.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { Ports } from "../ports.ts";
import type { KeyringService } from "./keyring-service.ts";
import type { Amend, Make } from "./new-key.ts";

type Answered = Payload<"keyring.unlock-by-passkey">;
type Dropped = Value<"passkey.add">;

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (!bytes) throw new RangeError("not a passkey");
  return bytes;
}

const answerOf = ({ credentialId, salt, prfOutput }: Answered): PasskeyAnswer => ({
  credentialId: bytesOf(credentialId),
  salt: bytesOf(salt),
  prfOutput: bytesOf(prfOutput),
});

/** Whatever comes of the act, no PRF output is left. */
async function withAnswers<T>(
  given: readonly Answered[],
  act: (answers: PasskeyAnswer[]) => Promise<T>,
): Promise<T> {
  const answers = given.map(answerOf);
  return act(answers).finally(() => wipe(...answers.map(({ prfOutput }) => prfOutput)));
}

const slotIdsOf = ({ wrapping }: Pick<Rotated, "wrapping">): string[] =>
  passkeysOf(wrapping).map(({ id }) => id);

export function createWaysService(
  keyring: KeyringService,
  { deriveKey, nowMs }: Pick<Ports, "deriveKey" | "nowMs">,
) {
  const waysOf = (passphrase: string, passkeys: readonly PasskeyAnswer[]): Ways => ({
    passphrase,
    passkeys,
    deriveKey,
  });

  function named(added: PasskeyAnswer, name: string, { wrapping }: Rotated): NamedPasskey[] {
    const slot = passkeysOf(wrapping).find((one) => equalBytes(one.credentialId, added.credentialId));
    return slot ? [{ id: slot.id, name, addedAtMs: nowMs() }] : [];
  }

  /**
   * Names of passkeys that are gone go with them, after they were told: another window may have added one
   * that the page that asks knows nothing of.
   *
   * @param namesOf - those that come. @param removed - the id that the user wants to go.
   */
  async function rewrap<C extends string>(
    make: Make<C>,
    namesOf: (rotated: Rotated) => NamedPasskey[] = () => [],
    removed?: string,
  ) {
    let before: NamedPasskey[] = [];
    const amend: Amend = (old, rotated) => {
      before = passkeyNames(old);
      return withPasskeyNames(old, [...before, ...namesOf(rotated)], slotIdsOf(rotated));
    };
    const stored = await orCannotDerive(keyring.rewrap(make, amend));
    if (!stored.ok) return stored;
    const ids = stored.value.dropped.filter((id) => id !== removed);
    return ok({ dropped: ids.map((id) => before.find((one) => one.id === id)?.name ?? "") });
  }

  return {
    unlock: ({ passphrase }: Payload<"keyring.unlock">) =>
      keyring.unlock(byPassphrase(passphrase, deriveKey), waysOf(passphrase, [])),

    /** A new key that is due waits for an unlock with the passphrase, whose slot is wrapped again too. */
    unlockByPasskey: (given: Answered): Promise<Result<Value<"keyring.unlock-by-passkey">>> =>
      withAnswers([given], async ([answer]) => {
        if (!answer) return fail("wrong-passkey");
        const unlocked = await keyring.unlock(byPasskey(answer), null);
        if (unlocked.ok) return unlocked;
        const { code } = unlocked.error;
        return code === "wrong-passphrase" || code === "replaced-passphrase"
          ? fail("wrong-passkey")
          : unlocked;
      }),

    async list(): Promise<Result<Value<"passkey.list">>> {
      const wrapping = await keyring.wrapping();
      const opened = keyring.read();
      const names = opened.ok ? passkeyNames(opened.value) : [];
      const passkeys = (wrapping ? passkeysOf(wrapping) : []).map(({ id, credentialId, salt }) => {
        const named = names.find((one) => one.id === id);
        return {
          id,
          credentialId: toBase64Url(credentialId),
          salt: toBase64Url(salt),
          name: named?.name ?? "",
          addedAtMs: named?.addedAtMs ?? null,
        };
      });
      return ok({ passkeys });
    },

    /** Nothing is changed by it. Each change tries the passphrase again. */
    async check({ passphrase }: Payload<"passphrase.check">): Promise<Result<Value<"passphrase.check">>> {
      const wrapping = await keyring.wrapping();
      if (!wrapping || !keyring.read().ok) return fail("locked");
      const key = await orCannotDerive(unwrapKeyringKey(wrapping, byPassphrase(passphrase, deriveKey)));
      if (!key.ok) return key;
      wipe(key.value);
      return ok({});
    },

    add: ({ passphrase, name, added, kept }: Payload<"passkey.add">): Promise<Result<Dropped>> =>
      withAnswers([added, ...kept], async ([first, ...others]) => {
        if (!first) return fail("invalid-request");
        const wrapping = await keyring.wrapping();
        if (wrapping && passkeysOf(wrapping).length >= MOST_PASSKEYS) return fail("too-many-passkeys");
        const ways = waysOf(passphrase, others);
        const stored = await rewrap(
          (old) => addPasskeySlot(old, first, ways),
          (rotated) => named(first, name, rotated),
        );
        return !stored.ok && stored.error.code === "already-there" ? fail("passkey-exists") : stored;
      }),

    remove: ({ passphrase, id, kept }: Payload<"passkey.remove">): Promise<Result<Dropped>> =>
      withAnswers(kept, async (answers) => {
        const ways = waysOf(passphrase, answers);
        const stored = await rewrap((old) => removeSlot(old, id, ways), undefined, id);
        return !stored.ok && stored.error.code === "not-found" ? fail("passkey-not-found") : stored;
      }),

    changePassphrase: ({ current, next, kept }: Payload<"passphrase.change">): Promise<Result<Dropped>> =>
      withAnswers(kept, async (answers) => {
        const ways = waysOf(next, answers);
        return rewrap((old) => changePassphrase(old, current, ways));
      }),
  };
}
