/** One request to a vault, as the bytes that a device or a ticket's key signs. */
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64Url } from "../core/base64url.ts";
import { type Bytes, utf8ToBytes } from "../core/bytes.ts";
import type { RequestText } from "../protocol/vault/proof.ts";

export type Signed = {
  path: string;
  /** Base64url, as the other two. */
  vaultId: string;
  rowId: string;
  generation: number;
  nonce: string;
  /** Exactly as it is sent. */
  body: string;
};

export function bytesOf(text: string): Bytes {
  const bytes = fromBase64Url(text);
  if (!bytes) throw new RangeError("base64url is checked before");
  return bytes;
}

export function textOf({ path, vaultId, rowId, generation, nonce, body }: Signed): RequestText {
  return {
    ...{ path, vaultId: bytesOf(vaultId), rowId: bytesOf(rowId), generation, nonce: bytesOf(nonce) },
    bodyHash: sha256(utf8ToBytes(body)),
  };
}
