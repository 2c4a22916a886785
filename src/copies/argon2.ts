/**
 * Argon2 v1.3 (RFC 9106) with the costs that a file names.
 *
 * No floor: whoever wrote the file chose how it is protected. A ceiling, so that a prepared file cannot hang
 * or exhaust the browser: what KeePassXC and Bitwarden let people choose lies below it.
 */
import { argon2d, argon2id } from "hash-wasm";
import { type Bytes, wipe } from "../core/bytes.ts";

export type Argon2Costs = {
  type: "argon2d" | "argon2id";
  memoryKib: number;
  iterations: number;
  parallelism: number;
};

const MOST_MEMORY_KIB = 1024 * 1024;
/** KiB × passes: some 20 s. */
const MOST_WORK = 10 * 1024 * 1024;
const MOST_LANES = 64;

/** Within the ceiling, and what the function takes (RFC 9106 §3.1: 8 KiB a lane). */
export function isPayable({ memoryKib, iterations, parallelism }: Argon2Costs): boolean {
  const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  return (
    isCount(memoryKib, MOST_MEMORY_KIB) &&
    isCount(iterations, MOST_WORK) &&
    isCount(parallelism, MOST_LANES) &&
    memoryKib >= 8 * parallelism &&
    memoryKib * iterations <= MOST_WORK
  );
}

/**
 * @param salt - 8 bytes or more. Throws for costs that are not {@link isPayable}.
 * @returns 32 bytes; null where the browser has not that much memory left, which no bound can know
 *   beforehand.
 */
export async function deriveByArgon2(
  password: Uint8Array,
  salt: Uint8Array,
  costs: Argon2Costs,
): Promise<Bytes | null> {
  if (!isPayable(costs)) throw new RangeError("costs above the ceiling");
  const derive = costs.type === "argon2d" ? argon2d : argon2id;
  try {
    const derived = await derive({
      password,
      salt,
      memorySize: costs.memoryKib,
      iterations: costs.iterations,
      parallelism: costs.parallelism,
      hashLength: 32,
      outputType: "binary",
    });
    const bytes = Uint8Array.from(derived);
    wipe(derived);
    return bytes;
  } catch {
    return null;
  }
}
