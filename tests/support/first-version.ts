/**
 * Keyrings as version 1 wrote them, byte for byte (docs/formats.md §2): the product only reads it. Under its
 * two passphrases it had one key.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, randomBytes } from "../../src/core/bytes.ts";
import { generateBackupKey } from "../../src/core/key/backup-key.ts";
import { addEntry, emptyKeyring, type Keyring } from "../../src/core/keyring/opened-keyring.ts";
import { seal } from "../../src/core/sealed/aead.ts";
import { CURRENT_KDF, deriveWrappingKey } from "../../src/core/sealed/kdf.ts";
import { SEALED_MAGIC } from "../../src/core/sealed/keyring-file.ts";
import { sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { deriveKey } from "./cheap-derivation.ts";

async function wrapped(passphrase: string, id: Uint8Array, generation: number, keyringKey: Uint8Array) {
  const head = new Uint8Array(56);
  const view = new DataView(head.buffer);
  const salt = randomBytes(16);
  head.set(SEALED_MAGIC);
  view.setUint16(8, 1);
  view.setUint8(10, 1);
  view.setUint32(11, CURRENT_KDF.memoryKib);
  view.setUint32(15, CURRENT_KDF.iterations);
  view.setUint8(19, CURRENT_KDF.parallelism);
  head.set(salt, 20);
  head.set(id, 36);
  view.setUint32(52, generation);
  const wrappingKey = await deriveWrappingKey(passphrase, salt, CURRENT_KDF, deriveKey);
  return concatBytes(head, seal("wrap-keyring-key", wrappingKey, head, keyringKey));
}

function withOneEntry(): Keyring {
  const entry = { id: "a".repeat(32), key: generateBackupKey(), label: "of version 1", phoneEnding: "" };
  const added = addEntry(
    emptyKeyring(),
    { ...entry, origin: "generated", replaces: null },
    1_790_000_000_000,
  );
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

/** `older` under the first passphrase, then `newer` under the second: counters 4 and 5. */
export async function sealedByVersion1(first: string, second: string, keyring = withOneEntry()) {
  const [id, keyringKey] = [randomBytes(16), randomBytes(32)];
  const state = async (passphrase: string, generation: number, counter: number) =>
    sealKeyring(await wrapped(passphrase, id, generation, keyringKey), keyringKey, counter, keyring);
  return { older: await state(first, 1, 4), newer: await state(second, 2, 5), keyringKey };
}

/** The closing hash fits again. */
export function rehashed(bytes: Uint8Array): Uint8Array {
  const hashed = bytes.slice(0, -32);
  return concatBytes(hashed, sha256(hashed));
}
