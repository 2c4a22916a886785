import type { Bytes } from "../../core/bytes.ts";
import { ActError } from "./use-act.ts";

/** All bytes of a file that was chosen. It may be gone by then, or out of the browser's reach. */
export async function bytesOfFile(file: File): Promise<Bytes> {
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) throw new ActError(({ fileText }) => fileText.unreadable);
  return new Uint8Array(buffer);
}
