/** Parsers of what our pages ask about backup files: bytes are base64 of a bounded length, null refuses. */
import { isRecord } from "./envelope.ts";
import type { BackupChallenge, BackupPurpose, Payload } from "./page.ts";

const IV_BYTES = 16;
const LONGEST_START = 1024;
/** Ciphertext of at most 16 MiB, its tag and an MD5. */
const LONGEST_DATA = 16 * 1024 * 1024 + 32;
const LONGEST_METADATA = 65_536;

/** Base64 of 1 to `most` bytes; whether it is canonical shows when it is read. */
function isBase64(value: unknown, most: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= Math.ceil(most / 3) * 4;
}

function hasExactly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return (
    isRecord(value) && Object.keys(value).length === names.length && names.every((name) => name in value)
  );
}

function parsePurpose(value: unknown): BackupPurpose | null {
  if (hasExactly(value, ["use"]) && value["use"] === "backup") return { use: "backup" };
  if (!hasExactly(value, ["use", "mediaHash"]) || value["use"] !== "media") return null;
  const { mediaHash } = value;
  return typeof mediaHash === "string" && /^[0-9a-f]{64}$/.test(mediaHash)
    ? { use: "media", mediaHash }
    : null;
}

function parseChallenge(value: unknown): BackupChallenge | null {
  if (hasExactly(value, ["ask", "iv", "start"]) && value["ask"] === "start") {
    const { iv, start } = value;
    return isBase64(iv, IV_BYTES) && isBase64(start, LONGEST_START) ? { ask: "start", iv, start } : null;
  }
  if (hasExactly(value, ["ask", "file"]) && value["ask"] === "metadata") {
    return isBase64(value["file"], LONGEST_METADATA) ? { ask: "metadata", file: value["file"] } : null;
  }
  if (!hasExactly(value, ["ask", "purpose", "iv", "data"]) || value["ask"] !== "tag") return null;
  const { iv, data } = value;
  const purpose = parsePurpose(value["purpose"]);
  if (!purpose || !isBase64(data, LONGEST_DATA)) return null;
  // A backup brings its IV, media has none of its own.
  const isIv = purpose.use === "media" ? iv === null : isBase64(iv, IV_BYTES);
  return isIv ? { ask: "tag", purpose, iv: iv as string | null, data } : null;
}

export function parseProve(payload: unknown): Payload<"backup.prove"> | null {
  if (!hasExactly(payload, ["challenge"])) return null;
  const challenge = parseChallenge(payload["challenge"]);
  return challenge && { challenge };
}

export function parseDerive(payload: unknown): Payload<"backup.derive"> | null {
  if (!hasExactly(payload, ["id", "purpose"])) return null;
  const { id, purpose } = payload;
  if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id)) return null;
  if (hasExactly(purpose, ["use"]) && purpose["use"] === "media-metadata") {
    return { id, purpose: { use: "media-metadata" } };
  }
  const parsed = parsePurpose(purpose);
  return parsed && { id, purpose: parsed };
}
