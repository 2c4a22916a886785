/** From a passphrase to the keyring key, over copies of which some may be damaged, old or forged. */
import { equalBytes } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import {
  areOutdated,
  CURRENT_KDF,
  type DeriveKey,
  type KdfParameters,
  orCannotDerive,
} from "../../core/sealed/kdf.ts";
import { type OpenedCopies, openCopies } from "../../core/sealed/opened-copies.ts";
import {
  rewrap,
  type SealedHeader,
  unwrapKeyringKey,
  type Wrapping,
} from "../../core/sealed/sealed-keyring.ts";
import type { CopiesReading } from "../../core/sealed/stored-copies.ts";

export type Unlocked = {
  keyringKey: Uint8Array;
  copies: OpenedCopies;
  /** Under higher KDF parameters, where the stored ones are weaker than `kdf`. */
  strengthened: Wrapping | null;
};

type NotUnlocked = "wrong-passphrase" | "damaged" | "unsupported-version" | "cannot-derive";

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

/** Null where nothing is to be done, or where more is asked than the browser has: what opens must not fail. */
async function strengthen(
  header: SealedHeader,
  keyringKey: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
  kdf: KdfParameters,
): Promise<Wrapping | null> {
  if (!areOutdated(header.kdf, kdf)) return null;
  const stronger = rewrap(header.wrapping, keyringKey, passphrase, deriveKey, kdf);
  const made = await orCannotDerive(stronger.then(ok));
  return made.ok ? made.value : null;
}

/**
 * @param reading - with at least one intact copy. @param kdf - what a wrapping should have at least.
 * @returns `wrong-passphrase` when it unwraps none, or only one that a newer passphrase has replaced;
 *   `damaged` when it unwraps one but no body opens; `cannot-derive` when nothing opens and a wrapping could
 *   not be tried, because the passphrase may be that one's.
 */
export async function unlockCopies(
  reading: CopiesReading,
  passphrase: string,
  deriveKey: DeriveKey,
  kdf: KdfParameters = CURRENT_KDF,
): Promise<Result<Unlocked, NotUnlocked>> {
  let failure: NotUnlocked = "wrong-passphrase";
  let isUntried = false;
  for (const header of differentWrappings(reading)) {
    const unwrapped = await orCannotDerive(unwrapKeyringKey(header.wrapping, passphrase, deriveKey));
    if (!unwrapped.ok) {
      // A prepared header may ask for more memory than there is: that is no reason not to try the others.
      isUntried ||= unwrapped.error.code === "cannot-derive";
      continue;
    }
    const keyringKey = unwrapped.value;
    const copies = openCopies(reading, keyringKey);
    if (!copies.ok) {
      failure = copies.error.code;
      continue;
    }
    const { best } = copies.value;
    // An old copy put back must not bring an old passphrase back.
    if (header.wrapGeneration < best.header.wrapGeneration) continue;
    const strengthened = await strengthen(best.header, keyringKey, passphrase, deriveKey, kdf);
    return ok({ keyringKey, copies: copies.value, strengthened });
  }
  return fail(isUntried ? "cannot-derive" : failure);
}
