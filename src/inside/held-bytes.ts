/** Bytes that are held in memory and nowhere else: a decrypted database, to be read and forgotten. */
import type { PageSource } from "./opened-database.ts";

/** The largest database that is held in memory. */
export const MOST_HELD_BYTES = 512 * 1024 * 1024;

const BLOCK = 1024 * 1024;

export type HeldBytes = {
  write(bytes: Uint8Array): void;
  /** What was written, to be read. */
  pages(): PageSource;
  /** Overwrites everything. */
  forget(): void;
};

/** Holds in blocks of one size, as they come: nothing is copied when it grows, and any place is found at once. */
export function holdBytes(): HeldBytes {
  let blocks: Uint8Array[] = [];
  let size = 0;
  return {
    write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const at = size % BLOCK;
        if (at === 0) blocks.push(new Uint8Array(BLOCK));
        const part = bytes.subarray(from, from + BLOCK - at);
        blocks.at(-1)?.set(part, at);
        from += part.length;
        size += part.length;
      }
    },
    pages: () => ({
      size,
      read(at, into) {
        for (let done = 0; done < into.length; ) {
          const start = (at + done) % BLOCK;
          const block = blocks[Math.floor((at + done) / BLOCK)];
          if (!block) return;
          const part = block.subarray(start, start + into.length - done);
          into.set(part, done);
          done += part.length;
        }
      },
    }),
    forget() {
      for (const block of blocks) block.fill(0);
      blocks = [];
      size = 0;
    },
  };
}
