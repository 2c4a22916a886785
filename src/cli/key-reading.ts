/** Reads the bytes of the key from standard input or a file. There is no other way. */
import { open } from "node:fs/promises";
import { concatBytes } from "../core/bytes.ts";
import { commandText, type FoundWrong } from "../ui/text/en/command.ts";
import { LONGEST_KEY_INPUT } from "./key-input.ts";
import { warn } from "./output.ts";
import { systemCode } from "./system-error.ts";

export type KeyBytes = { ok: true; bytes: Uint8Array } | { ok: false; code: string };

const TOO_LONG: KeyBytes = { ok: false, code: "too-long" satisfies FoundWrong };

async function readStandardInput(): Promise<KeyBytes> {
  if (process.stdin.isTTY) warn(commandText.typeKey);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LONGEST_KEY_INPUT) return TOO_LONG;
    parts.push(part);
  }
  return { ok: true, bytes: concatBytes(...parts) };
}

/** @param from - a path, or `-`. */
export async function readKeyBytes(from: string): Promise<KeyBytes> {
  try {
    if (from === "-") return await readStandardInput();
    const handle = await open(from, "r");
    try {
      const bytes = new Uint8Array(LONGEST_KEY_INPUT + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length === bytes.length) break;
      }
      return length > LONGEST_KEY_INPUT ? TOO_LONG : { ok: true, bytes: bytes.slice(0, length) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, code: systemCode(error) };
  }
}
