/** Tries the given keys on one file. */
import { checkMetadata, checkWhole } from "../backup/check.ts";
import { deriveFor, type Purpose } from "../backup/derive.ts";
import { importFileKey } from "../backup/gcm-stream.ts";
import type { KeyTester } from "../backup/key-test.ts";
import type { Kind } from "../backup/kind.ts";
import type { Checked, Opener, PassOptions } from "../backup/sealed-pass.ts";
import type { Source } from "../backup/source.ts";
import { type Challenge, tryFileKey, tryKey } from "../backup/try-key.ts";
import type { KeyInHand } from "./key-input.ts";

/** The tester names each key by its index in the list. */
export function testerOf(keys: readonly KeyInHand[]): KeyTester {
  const attempt = (key: KeyInHand, challenge: Challenge) =>
    key.kind === "backup-key" ? tryKey(key.key, challenge) : tryFileKey(key.fileKey, challenge);
  return (challenge) =>
    Promise.all(keys.map(async (key, i) => ({ name: String(i), attempt: await attempt(key, challenge) })));
}

/** The key and IV that open the file. Null: this kind of key opens no file of this kind. */
export async function openerOf(kind: Kind, key: KeyInHand): Promise<Opener | null> {
  if (key.kind === "crypt14-key") {
    return "prefix" in kind ? { key: await importFileKey(key.fileKey.slice()), iv: kind.prefix.iv } : null;
  }
  if (kind.kind !== "media" && !("prefix" in kind)) return null;
  const purpose: Purpose =
    kind.kind === "media" ? { use: "media", mediaHash: kind.mediaHash } : { use: "backup" };
  const raw = await deriveFor(key.key, purpose);
  const iv = kind.kind === "media" ? raw.slice(32) : kind.prefix.iv;
  return { key: await importFileKey(raw.subarray(0, 32)), iv };
}

const NOT_ITS_KEY: Checked = {
  verdict: "not-its-key",
  md5: "unread",
  tag: "unread",
  start: { fit: "none" },
};

/** Reads the whole file with one key. */
export async function checkWith(
  source: Source,
  kind: Kind,
  key: KeyInHand,
  options: PassOptions,
): Promise<Checked> {
  if (kind.kind === "media-metadata") {
    if (key.kind !== "backup-key") return NOT_ITS_KEY;
    return checkMetadata(source, await deriveFor(key.key, { use: "media-metadata" }));
  }
  const opener = await openerOf(kind, key);
  return opener ? checkWhole(source, kind, opener, options) : NOT_ITS_KEY;
}
