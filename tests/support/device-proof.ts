/** A device's proof as a vault reads it, by Node's own Ed25519: not the client's code. */
import { createHash, createPublicKey, verify } from "node:crypto";
import { deviceText, type RequestText } from "../../src/protocol/vault/proof.ts";

const bytes = (encoded: string) => new Uint8Array(Buffer.from(encoded, "base64url"));

/** @param proof - nonce, device key and signature, base64url, with dots between. */
export function readProof(
  proof: string,
  signed: Omit<RequestText, "nonce" | "bodyHash">,
  body: string,
): { nonce: string; key: string; holds: boolean } {
  const [nonce = "", key = "", signature = ""] = proof.split(".");
  const bodyHash = new Uint8Array(createHash("sha256").update(body).digest());
  const message = deviceText({ ...signed, nonce: bytes(nonce), bodyHash });
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
  return { nonce, key, holds: verify(null, message, publicKey, bytes(signature)) };
}
