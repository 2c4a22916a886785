/** Crockford's base 32, lower case: what people compare and type, without i, l, o and u. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
/** 40 bits: eight letters, and still a whole number. */
const BLOCK_BYTES = 5;

/** @param bytes - a multiple of 5 of them. @returns 8 letters for every 5 bytes. */
export function toCrockford(bytes: Uint8Array): string {
  if (bytes.length % BLOCK_BYTES !== 0) throw new RangeError("not whole blocks");
  return Array.from({ length: bytes.length / BLOCK_BYTES }, (_, block) => {
    const part = bytes.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
    const number = part.reduce((sum, byte) => sum * 256 + byte, 0);
    return Array.from({ length: 8 }, (_, i) => LETTERS[Math.floor(number / 32 ** (7 - i)) % 32]).join("");
  }).join("");
}

/** As Crockford has it read: case is nothing, o is 0, i and l are 1; spaces and dashes are left out. */
export function readCrockford(typed: string): string {
  const letters = typed.normalize("NFKC").toLowerCase();
  return letters
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
}
