/**
 * `DecompressionStream` as browsers have it: it refuses what follows the end of compressed data. Older Nodes
 * ignore that, and a part of a backup would be lost without a word. Import this file first.
 */
import { Duplex } from "node:stream";
import { createGunzip, createInflate, createInflateRaw } from "node:zlib";

const CREATE = { deflate: createInflate, "deflate-raw": createInflateRaw, gzip: createGunzip };

class StrictDecompressionStream {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;

  constructor(format: keyof typeof CREATE) {
    const inflate = CREATE[format]();
    const { readable, writable } = Duplex.toWeb(inflate);
    const writer = writable.getWriter();
    writer.closed.catch(() => undefined);
    let given = 0;
    this.readable = readable as ReadableStream;
    this.writable = new WritableStream({
      write(bytes: Uint8Array) {
        given += bytes.length;
        return writer.write(bytes);
      },
      async close() {
        await writer.close();
        if (inflate.bytesWritten < given) throw new TypeError();
      },
      abort: (reason) => writer.abort(reason),
    });
  }
}

Object.defineProperty(globalThis, "DecompressionStream", {
  value: StrictDecompressionStream,
  configurable: true,
  writable: true,
});
