/**
 * One file's key for one act: derived by the background, taken in non-extractable at once, its bytes
 * overwritten.
 */
import { importFileKey } from "../../../backup/gcm-stream.ts";
import type { Kind } from "../../../backup/kind.ts";
import type { Opener } from "../../../backup/sealed-pass.ts";
import { type Bytes, fromBase64, wipe } from "../../../core/bytes.ts";
import { fail, ok, type Result } from "../../../core/errors.ts";
import type { Payload } from "../../../protocol/page-requests.ts";
import type { Api } from "../../api.ts";
import { CRYPT14_KEY_ID, type Crypt14Key } from "./crypt14-key.ts";

async function derived(
  api: Api,
  id: string,
  purpose: Payload<"backup.derive">["purpose"],
): Promise<Result<Bytes>> {
  const reply = await api.ask("backup.derive", { id, purpose });
  if (!reply.ok) return reply;
  const bytes = fromBase64(reply.value.bytes);
  return bytes ? ok(bytes) : fail("internal");
}

/** @param keyId - an entry's id, or {@link CRYPT14_KEY_ID}. `not-found`: no such key for such a file. */
export async function openerFor(
  api: Api,
  crypt14: Crypt14Key,
  kind: Kind,
  keyId: string,
): Promise<Result<Opener>> {
  if (kind.kind === "media") {
    const bytes = await derived(api, keyId, { use: "media", mediaHash: kind.mediaHash });
    if (!bytes.ok) return bytes;
    const iv = bytes.value.slice(32);
    const key = await importFileKey(bytes.value.slice(0, 32));
    wipe(bytes.value);
    return ok({ key, iv });
  }
  if (!("prefix" in kind)) return fail("not-found");
  const own = keyId === CRYPT14_KEY_ID ? crypt14.read() : null;
  const bytes = own ? ok(own) : await derived(api, keyId, { use: "backup" });
  return bytes.ok ? ok({ key: await importFileKey(bytes.value), iv: kind.prefix.iv }) : bytes;
}

/** 64 bytes: encryption key ‖ authentication key of metadata files. */
export function metadataKeysFor(api: Api, keyId: string): Promise<Result<Bytes>> {
  return derived(api, keyId, { use: "media-metadata" });
}
