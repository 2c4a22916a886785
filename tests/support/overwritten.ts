/** Sees which of these secrets are overwritten in memory while something is done. */
import { equalBytes } from "../../src/core/bytes.ts";

/** @returns a copy of each, once for every time that bytes equal to it were filled. */
export async function whatIsOverwritten(
  secrets: readonly Uint8Array[],
  act: () => unknown,
): Promise<Uint8Array[]> {
  const seen: Uint8Array[] = [];
  const { fill } = Uint8Array.prototype;
  Uint8Array.prototype.fill = function (this: Uint8Array, ...given: Parameters<typeof fill>) {
    if (secrets.some((secret) => secret !== this && equalBytes(secret, this))) seen.push(this.slice());
    return fill.apply(this, given);
  } as typeof fill;
  try {
    await act();
  } finally {
    Uint8Array.prototype.fill = fill;
  }
  return seen;
}
