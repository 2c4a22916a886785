/** From what somebody gives to the keyring key, over copies of which some may be damaged, old or forged. */
import { equalBytes, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { areOutdated, CURRENT_KDF, type KdfParameters, orCannotDerive } from "../../core/sealed/kdf.ts";
import { CURRENT_VERSION } from "../../core/sealed/keyring-file.ts";
import { type OpenedCopies, openCopies } from "../../core/sealed/opened-copies.ts";
import type { SealedHeader } from "../../core/sealed/sealed-keyring.ts";
import type { UnlockMethod } from "../../core/sealed/slots/unlock-method.ts";
import type { CopiesReading } from "../../core/sealed/stored-copies.ts";
import { unwrapKeyringKey } from "../../core/sealed/wrapping.ts";
import { isRolledBack } from "./copies-status.ts";
import type { Seen } from "./session.ts";

export type Unlocked = {
  keyringKey: Uint8Array;
  copies: OpenedCopies;
  /** It has an older format version, or KDF parameters weaker than `kdf`: it needs another wrapping. */
  isOutdated: boolean;
};

type NotUnlocked =
  | "wrong-passphrase"
  | "replaced-passphrase"
  | "damaged"
  | "unsupported-version"
  | "cannot-derive";

/**
 * Different wrappings, the one that most copies share first: a forged one costs time only when all else
 * fails.
 */
function differentWrappings({ intact }: CopiesReading): SealedHeader[] {
  const found: { header: SealedHeader; copies: number }[] = [];
  for (const { header } of intact) {
    const known = found.find((f) => equalBytes(f.header.wrapping, header.wrapping));
    if (known) known.copies++;
    else found.push({ header, copies: 1 });
  }
  return found.sort((a, b) => b.copies - a.copies).map((f) => f.header);
}

/**
 * @param reading - with at least one intact copy. @param kdf - what a wrapping should have at least.
 * @returns `wrong-passphrase` when it unwraps none; `replaced-passphrase` when only one that a newer wrapping has
 *   replaced, here or in a copied profile: whoever sees "wrong" would go on looking for a typo;
 *   `damaged` when it unwraps one but no body opens; `cannot-derive` when nothing opens and a wrapping could
 *   not be tried, because what was given may be that one's.
 */
export async function unlockCopies(
  reading: CopiesReading,
  method: UnlockMethod,
  kdf: KdfParameters = CURRENT_KDF,
): Promise<Result<Unlocked, NotUnlocked>> {
  let failure: NotUnlocked = "wrong-passphrase";
  let isUntried = false;
  for (const header of differentWrappings(reading)) {
    const unwrapped = await orCannotDerive(unwrapKeyringKey(header.wrapping, method));
    if (!unwrapped.ok) {
      // A prepared header may ask for more memory than there is: that is no reason not to try the others.
      isUntried ||= unwrapped.error.code === "cannot-derive";
      continue;
    }
    const keyringKey = unwrapped.value;
    const copies = openCopies(reading, keyringKey);
    if (!copies.ok) {
      wipe(keyringKey);
      // An old copy put back must not bring an old passphrase back.
      failure = copies.error.code === "replaced" ? "replaced-passphrase" : copies.error.code;
      continue;
    }
    const { best } = copies.value;
    // The same of version 1, whose key stayed the same under every passphrase.
    if (header.wrapGeneration < best.header.wrapGeneration) {
      wipe(keyringKey, ...copies.value.keyring.entries.map(({ key }) => key));
      failure = "replaced-passphrase";
      continue;
    }
    const isOutdated = best.header.version < CURRENT_VERSION || areOutdated(best.header.kdf, kdf);
    return ok({ keyringKey, copies: copies.value, isOutdated });
  }
  return fail(isUntried ? "cannot-derive" : failure);
}

/**
 * With the key that the session kept: what was opened already is opened again.
 *
 * @param seen - the newest state of this browser session. @returns `rolled-back` when the copies are older. The
 *   key is wiped unless they open.
 */
export function reopenCopies(
  reading: CopiesReading,
  keyringKey: Uint8Array,
  seen: Seen | null,
): Result<OpenedCopies, "damaged" | "unsupported-version" | "replaced" | "rolled-back"> {
  const copies = openCopies(reading, keyringKey);
  if (copies.ok && !isRolledBack(seen, copies.value)) return copies;
  wipe(keyringKey, ...(copies.ok ? copies.value.keyring.entries.map(({ key }) => key) : []));
  return copies.ok ? fail("rolled-back") : copies;
}
