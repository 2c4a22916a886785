/** Crockford's base 32, lower case: what people compare and type, without i, l, o and u. */
const LETTERS = "jkmnpqrstvwxyz";
/** The same digits as JavaScript writes them; both have 0 to 9 and a to h before these. */
const NATIVE = "ijklmnopqrstuv";
/** 40 bits: eight letters, and still a whole number. */
const BLOCK_BYTES = 5;

/** @param bytes - a multiple of 5 of them. @returns 8 letters for every 5 bytes. */
export function toCrockford(bytes: Uint8Array): string {
  if (bytes.length % BLOCK_BYTES !== 0) throw new RangeError("not whole blocks");
  return Array.from({ length: bytes.length / BLOCK_BYTES }, (_, block) => {
    const part = bytes.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES);
    const number = part.reduce((sum, byte) => sum * 256 + byte, 0);
    const digits = number.toString(32).padStart(8, "0");
    return digits.replace(/[i-v]/g, (digit) => LETTERS[NATIVE.indexOf(digit)] as string);
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
