/** Opens a database as the program does, over bytes in memory. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { PageSource } from "../../src/inside/opened-database.ts";
import { openDatabase } from "../../src/inside/sqlite/open-database.ts";

const file = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
export const WASM = new WebAssembly.Module(readFileSync(file));

export function pagesOf(bytes: Uint8Array): PageSource {
  return { size: bytes.length, read: (at, into) => into.set(bytes.subarray(at, at + into.length)) };
}

export function openBytes(bytes: Uint8Array, mostMs = 60_000) {
  return openDatabase(pagesOf(bytes), { wasm: WASM, now: () => performance.now(), mostMs });
}
