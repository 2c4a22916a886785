/** MD5 and SHA-256 of data that comes in pieces; WebCrypto has neither in pieces, and MD5 not at all. */
import { createMD5, createSHA256, type IHasher } from "hash-wasm";
import type { Bytes } from "../core/bytes.ts";

/**
 * It runs in place or in a worker, as the caller likes. The bytes must not change before `update` resolves.
 */
export type Digest = {
  update(bytes: Bytes): Promise<void>;
  /** 16 bytes (MD5) or 32 (SHA-256). Once. */
  end(): Promise<Bytes>;
  /** Releases what it holds. It must not be used afterwards. */
  stop(): void;
};

function digestOf(hasher: IHasher): Digest {
  return {
    async update(bytes) {
      hasher.update(bytes);
    },
    end: async () => Uint8Array.from(hasher.digest("binary")),
    stop() {},
  };
}

export async function startMd5(): Promise<Digest> {
  return digestOf(await createMD5());
}

export async function startSha256(): Promise<Digest> {
  return digestOf(await createSHA256());
}
