/** From a passphrase to the keyring key, over copies of which some may be damaged, old or forged. */
import { equalBytes } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { areOutdated, CURRENT_KDF, type DeriveKey, type KdfParameters } from "../../core/sealed/kdf.ts";
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

/** A prepared header may ask for more memory than there is: that is no reason not to try the others. */
async function tryUnwrap(
  { wrapping }: SealedHeader,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Uint8Array | null> {
  const key = await unwrapKeyringKey(wrapping, passphrase, deriveKey).catch(() => null);
  return key?.ok ? key.value : null;
}

/**
 * @param reading - with at least one intact copy. @param kdf - what a wrapping should have at least.
 * @returns `wrong-passphrase` when it unwraps none, or only one that a newer passphrase has replaced;
 *   `damaged` when it unwraps one but no body opens.
 */
export async function unlockCopies(
  reading: CopiesReading,
  passphrase: string,
  deriveKey: DeriveKey,
  kdf: KdfParameters = CURRENT_KDF,
): Promise<Result<Unlocked, "wrong-passphrase" | "damaged" | "unsupported-version">> {
  let failure: "wrong-passphrase" | "damaged" | "unsupported-version" = "wrong-passphrase";
  for (const header of differentWrappings(reading)) {
    const keyringKey = await tryUnwrap(header, passphrase, deriveKey);
    if (!keyringKey) continue;
    const copies = openCopies(reading, keyringKey);
    if (!copies.ok) {
      failure = copies.error.code;
      continue;
    }
    const { best } = copies.value;
    // An old copy put back must not bring an old passphrase back.
    if (header.wrapGeneration < best.header.wrapGeneration) continue;
    const isWeak = areOutdated(best.header.kdf, kdf);
    const strengthened = isWeak
      ? await rewrap(best.header.wrapping, keyringKey, passphrase, deriveKey, kdf)
      : null;
    return ok({ keyringKey, copies: copies.value, strengthened });
  }
  return fail(failure);
}
