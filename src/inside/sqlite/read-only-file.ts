/**
 * A file system of one file that cannot be written: SQLite's VFS over a {@link PageSource}.
 *
 * The file is `immutable`: no lock, no journal and no write-ahead log is looked for, and none could be opened.
 * Structures: `sqlite3_vfs` and `sqlite3_io_methods`, version 1 (sqlite.org/c3ref/vfs.html).
 */
import type { PageSource } from "../opened-database.ts";
import type { WasmHost } from "./wasm-host.ts";

export const VFS_NAME = "one-file";
const FILE_NAME = "file";
export const READ_ONLY_NAME = FILE_NAME;

const OK = 0;
const CANNOT_OPEN = 14;
const IO_ERROR_READ = 266;
const IO_ERROR_SHORT_READ = 522;
const READ_ONLY = 8;
const NOT_FOUND = 12;
const OPEN_MAIN_DATABASE = 0x100;
const OPEN_READ_ONLY = 1;
const IMMUTABLE = 0x2000;
const LONGEST_NAME = 64;
const VFS_BYTES = 72;
const METHODS_BYTES = 52;
const FILE_BYTES = 8;

/**
 * Registers the file system. It stays for the life of the module, as the module is used for one database.
 *
 * @param onFailure - told what reading the file threw: SQLite itself keeps only a code.
 */
export function registerFile(host: WasmHost, source: PageSource, onFailure: (reason: unknown) => void): void {
  const { call, addCallback } = host;
  const structure = (size: number, pointers: readonly number[]): number => {
    const at = call("sqlite3_malloc", size);
    const view = host.view();
    pointers.forEach((pointer, i) => {
      view.setInt32(at + 4 * i, pointer, true);
    });
    return at;
  };
  const number = (parameters: string, value: number) => addCallback({ parameters, run: () => value });
  const out = (at: number, value: number): number => {
    host.view().setInt32(at, value, true);
    return OK;
  };

  const read = (_file: number, into: number, length: number, from: bigint): number => {
    const at = Number(from);
    const bytes = host.bytes().subarray(into, into + length);
    const there = Math.max(0, Math.min(length, source.size - at));
    try {
      if (there > 0) source.read(at, bytes.subarray(0, there));
    } catch (reason) {
      onFailure(reason);
      return IO_ERROR_READ;
    }
    if (there === length) return OK;
    bytes.fill(0, there);
    return IO_ERROR_SHORT_READ;
  };
  const size = (_file: number, at: number): number => {
    host.view().setBigInt64(at, BigInt(source.size), true);
    return OK;
  };
  const methods = structure(METHODS_BYTES, [
    1,
    number("i", OK), // xClose
    addCallback({ parameters: "iiij", run: read }),
    number("iiij", READ_ONLY), // xWrite
    number("ij", READ_ONLY), // xTruncate
    number("ii", OK), // xSync
    addCallback({ parameters: "ii", run: size }),
    number("ii", OK), // xLock
    number("ii", OK), // xUnlock
    addCallback({ parameters: "ii", run: (_file: number, at: number) => out(at, 0) }), // xCheckReservedLock
    number("iii", NOT_FOUND), // xFileControl
    number("i", 0), // xSectorSize
    number("i", IMMUTABLE), // xDeviceCharacteristics
  ]);

  const open = (_vfs: number, _name: number, file: number, flags: number, outFlags: number): number => {
    // A journal or a temporary file would have to lie somewhere. Sorting uses memory instead.
    if ((flags & OPEN_MAIN_DATABASE) === 0) {
      out(file, 0);
      return CANNOT_OPEN;
    }
    out(file, methods);
    return outFlags === 0 ? OK : out(outFlags, OPEN_READ_ONLY | OPEN_MAIN_DATABASE);
  };
  const fullName = (_vfs: number, name: number, room: number, into: number): number => {
    const bytes = host.bytes();
    const end = bytes.indexOf(0, name);
    if (end - name >= room) return CANNOT_OPEN;
    bytes.copyWithin(into, name, end + 1);
    return OK;
  };
  const randomness = (_vfs: number, length: number, into: number): number => {
    // For temporary names and random(), which no query here uses.
    host.bytes().fill(0, into, into + length);
    return length;
  };
  const vfs = structure(VFS_BYTES, [
    1,
    FILE_BYTES,
    LONGEST_NAME,
    0,
    host.putText(VFS_NAME),
    0,
    addCallback({ parameters: "iiiii", run: open }),
    number("iii", IO_ERROR_READ), // xDelete
    addCallback({ parameters: "iiii", run: (_v: number, _n: number, _f: number, at: number) => out(at, 0) }),
    addCallback({ parameters: "iiii", run: fullName }),
    0, // xDlOpen, xDlError, xDlSym, xDlClose: no extension is ever loaded
    0,
    0,
    0,
    addCallback({ parameters: "iii", run: randomness }),
    number("ii", OK), // xSleep
    number("ii", OK), // xCurrentTime
    number("iii", OK), // xGetLastError
  ]);
  call("sqlite3_vfs_register", vfs, 0);
}
