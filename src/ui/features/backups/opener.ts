/**
 * The key of one file for one action. The background derives it. This page imports it as non-extractable and
 * overwrites the bytes. Rejects with {@link RefusedError}. `not-found`: no such key for this kind of file.
 */
import { importFileKey } from "../../../backup/gcm-stream.ts";
import type { Kind } from "../../../backup/kind.ts";
import type { Opener } from "../../../backup/sealed-pass.ts";
import { type Bytes, fromBase64, wipe } from "../../../core/bytes.ts";
import type { Payload } from "../../../protocol/page-requests.ts";
import { type Ask, RefusedError } from "../../kit/use-act.ts";
import { CRYPT14_KEY_ID, type Crypt14Key } from "./crypt14-key.ts";

/** Where keys come from. */
export type Keys = { ask: Ask; crypt14: Crypt14Key };

type Purpose = Payload<"backup.derive">["purpose"];

export async function derivedBytes(ask: Ask, id: string, purpose: Purpose): Promise<Bytes> {
  const { bytes } = await ask("backup.derive", { id, purpose });
  const raw = fromBase64(bytes);
  if (!raw) throw new RefusedError("internal");
  return raw;
}

/** @param keyId - an entry's id, or {@link CRYPT14_KEY_ID}. */
export async function openerFor({ ask, crypt14 }: Keys, kind: Kind, keyId: string): Promise<Opener> {
  if (kind.kind === "media") {
    const bytes = await derivedBytes(ask, keyId, { use: "media", mediaHash: kind.mediaHash });
    const iv = bytes.slice(32);
    const key = await importFileKey(bytes.slice(0, 32));
    wipe(bytes);
    return { key, iv };
  }
  if (!("prefix" in kind)) throw new RefusedError("not-found");
  const own = keyId === CRYPT14_KEY_ID ? crypt14.read() : null;
  const bytes = own ?? (await derivedBytes(ask, keyId, { use: "backup" }));
  return { key: await importFileKey(bytes), iv: kind.prefix.iv };
}

/** @param use - gets encryption key ‖ authentication key, 64 bytes. They are overwritten when it ends. */
export async function withMetadataKeys<T>(
  { ask }: Keys,
  keyId: string,
  use: (keys: Bytes) => Promise<T>,
): Promise<T> {
  const keys = await derivedBytes(ask, keyId, { use: "media-metadata" });
  try {
    return await use(keys);
  } finally {
    wipe(keys);
  }
}
