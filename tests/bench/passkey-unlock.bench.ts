/**
 * Unlocking with a passkey: from the stored copies as they were read to the opened keyring, against one HKDF
 * and one opening of the body. Reading is left out, because every way to unlock pays it alike.
 *
 * As storage has them: the newest state twice, the one before it once.
 */
import { unlockCopies } from "../../src/background/keyring/unlocking.ts";
import { randomBytes, randomId, wipe } from "../../src/core/bytes.ts";
import { emptyKeyring, type Keyring } from "../../src/core/keyring/opened-keyring.ts";
import { openKeyring, sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { byPasskey, passkeyParameters } from "../../src/core/sealed/slots/passkey-slot.ts";
import { readCopies } from "../../src/core/sealed/stored-copies.ts";
import { passkeyAnswer, wrappingOf } from "../support/wrappings.ts";
import { interleave, type Ratio } from "./measure.ts";

const KEYS = 1000;
const ROUNDS = 41;
const BOUND = 1.5;

function keyringOf(keys: number): Keyring {
  const entries = Array.from({ length: keys }, (_, n) => ({
    id: randomId(),
    kind: "whatsapp-64" as const,
    key: randomBytes(32),
    label: `Phone ${n}`,
    phoneEnding: "42",
    note: "Turned on before the move to the new phone.",
    origin: "whatsapp" as const,
    createdAtMs: n,
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    supersededBy: null,
    deletedAtMs: null,
    marks: [],
  }));
  return { ...emptyKeyring(), entries };
}

export async function bench(): Promise<Ratio[]> {
  const answer = await passkeyAnswer(randomBytes(32));
  const { wrapping, keyringKey } = await wrappingOf("plain wide river stone", [answer]);
  const [before, newest] = [1, 2].map((counter) =>
    sealKeyring(wrapping, keyringKey, counter, keyringOf(KEYS)),
  ) as [Uint8Array, Uint8Array];
  const reading = readCopies({ "copy-a": before, "copy-b": newest, third: newest.slice() });
  const parameters = passkeyParameters(answer);

  const unlock = async () => {
    const startMs = performance.now();
    const unlocked = await unlockCopies(reading, byPasskey(answer));
    const ms = performance.now() - startMs;
    if (!unlocked.ok || unlocked.value.copies.keyring.entries.length !== KEYS)
      throw new Error("not unlocked");
    return ms;
  };
  const bare = async () => {
    const startMs = performance.now();
    const wrappingKey = await byPasskey(answer).wrappingKey(parameters);
    const opened = openKeyring(newest, keyringKey);
    const ms = performance.now() - startMs;
    if (!wrappingKey || !opened.ok) throw new Error("not opened");
    wipe(wrappingKey);
    return ms;
  };
  const { ours, yardstick } = await interleave(ROUNDS, unlock, bare);
  return [{ name: "unlock/passkey-hkdf-and-body", ratio: ours / yardstick, bound: BOUND }];
}
