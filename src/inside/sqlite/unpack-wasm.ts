import { fromBase64 } from "../../core/bytes.ts";

/**
 * @param packed - `sqlite3.wasm` as the build puts it in: zlib, then base64.
 * @returns the compiled module.
 */
export async function unpackWasm(packed: string): Promise<WebAssembly.Module> {
  const bytes = fromBase64(packed);
  if (!bytes) throw new RangeError("no memory for SQLite");
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return WebAssembly.compile(await new Response(inflated).arrayBuffer());
}
