/** MD5 and SHA-256 of data that comes in pieces; WebCrypto has neither in pieces, and MD5 not at all. */
import { createMD5, createSHA256, type IHasher } from "hash-wasm";
import type { Bytes } from "../core/bytes.ts";

/** Where it runs is the caller's: in place, or in a worker. The bytes may change once the promise is kept. */
export type Digest = {
  update(bytes: Bytes): Promise<void>;
  /** 16 bytes (MD5) or 32 (SHA-256). Once. */
  end(): Promise<Bytes>;
  /** Lets go of what it holds; nothing is asked of it afterwards. */
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
