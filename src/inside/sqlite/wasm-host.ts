/**
 * Starts SQLite's WebAssembly with nothing around it: no file system, no network, no clock.
 *
 * The module is `sqlite3.wasm` of the package `@sqlite.org/sqlite-wasm`, as it is published. Its imports are
 * Emscripten's system calls. All of them fail here, except the one that asks for memory. So whatever a crafted
 * database makes SQLite do, it reaches only the bytes of that database.
 *
 * Layout: wasm32, so a pointer and a C `int` have 4 bytes, and `sqlite3_int64` is a `bigint`.
 */

type Exported = (...values: (number | bigint)[]) => number;

/** A function of C type `int (…)`, by its parameters: `i` is an int or a pointer, `j` an `sqlite3_int64`. */
type Callback = { parameters: string; run: (...values: never[]) => number };

const PAGE = 65_536;
/** What the module declares itself. */
const FIRST_PAGES = 128;
const DECLARED_PAGES = 32_768;
/** SQLite's heap may have 192 MiB: its cache is 16 MiB, and the rest is for sorting. */
const MOST_PAGES = 3072;
/** `ENOSYS` of Emscripten. */
const NOT_THERE = -52;

export type WasmHost = {
  call(name: string, ...values: (number | bigint)[]): number;
  /** The memory as it is now: growing it replaces the buffer. */
  bytes(): Uint8Array;
  view(): DataView;
  /** A zero-terminated copy. The caller frees it by `sqlite3_free`. */
  putText(text: string): number;
  readText(at: number, length: number): string;
  /** A function as C calls it. */
  addCallback(callback: Callback): number;
};

const WASM_TYPE: Record<string, number> = { i: 0x7f, j: 0x7e };

/** A module of one function that it imports and exports: only such a function fits into the table of another module. */
function moduleAround(parameters: string): WebAssembly.Module {
  const types = [...parameters].map((letter) => WASM_TYPE[letter] ?? 0);
  const type = [0x60, types.length, ...types, 1, 0x7f];
  const section = (id: number, content: readonly number[]) => [id, content.length, ...content];
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, [1, ...type]),
      ...section(2, [1, 1, 0x65, 1, 0x66, 0, 0]), // import "e" "f"
      ...section(7, [1, 1, 0x66, 0, 0]), // export "f"
    ]),
  );
}

/** @param module - `sqlite3.wasm`, compiled. Rejects if there is no memory for it. */
export async function startSqlite(module: WebAssembly.Module): Promise<WasmHost> {
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: DECLARED_PAGES });
  const grow = (wanted: number): number => {
    const pages = Math.ceil(wanted / PAGE);
    const more = pages - memory.buffer.byteLength / PAGE;
    if (pages > MOST_PAGES) return 0;
    try {
      if (more > 0) memory.grow(more);
      return 1;
    } catch {
      return 0;
    }
  };
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    if (kind === "memory") imports[from][name] = memory;
    else imports[from][name] = () => NOT_THERE;
  }
  const env = imports["env"] ?? {};
  env["emscripten_resize_heap"] = (wanted: number) => grow(wanted >>> 0);
  env["emscripten_get_heap_max"] = () => MOST_PAGES * PAGE;
  env["emscripten_date_now"] = () => 0;
  env["emscripten_get_now"] = () => 0;
  const { exports } = await WebAssembly.instantiate(module, imports);
  const table = exports["__indirect_function_table"] as WebAssembly.Table;
  const call = (name: string, ...values: (number | bigint)[]) => (exports[name] as Exported)(...values);
  const bytes = () => new Uint8Array(memory.buffer);
  const host: WasmHost = {
    call,
    bytes,
    view: () => new DataView(memory.buffer),
    putText(text) {
      const encoded = new TextEncoder().encode(text);
      const at = call("sqlite3_malloc", encoded.length + 1);
      if (at === 0) throw new RangeError("no memory for SQLite");
      bytes().set(encoded, at);
      bytes()[at + encoded.length] = 0;
      return at;
    },
    readText: (at, length) => new TextDecoder().decode(bytes().subarray(at, at + length)),
    addCallback({ parameters, run }) {
      const wrapped = new WebAssembly.Instance(moduleAround(parameters), { e: { f: run } });
      table.grow(1);
      table.set(table.length - 1, wrapped.exports["f"]);
      return table.length - 1;
    },
  };
  call("__wasm_call_ctors");
  if (call("sqlite3_initialize") !== 0) throw new RangeError("no memory for SQLite");
  return host;
}
