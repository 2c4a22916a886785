/** Parsers of what our pages ask about backup files: bytes are base64 of a bounded length, null refuses. */

import { exactly, isKeyHex as isHash, isId, isText } from "../core/shapes.ts";
import type { BackupChallenge, BackupPurpose, Payload } from "./page.ts";

const IV_BYTES = 16;
const LONGEST_START = 1024;
/** Ciphertext of at most 16 MiB, its tag and an MD5. */
const LONGEST_DATA = 16 * 1024 * 1024 + 32;
const LONGEST_METADATA = 65_536;

/** Base64 of 1 to `most` bytes; whether it is canonical shows when it is read. */
function isBase64(value: unknown, most: number): value is string {
  return isText(value, Math.ceil(most / 3) * 4) && value !== "";
}

function parsePurpose(value: unknown): BackupPurpose | null {
  if (exactly(value, "use")?.use === "backup") return { use: "backup" };
  const media = exactly(value, "use", "mediaHash");
  return media?.use === "media" && isHash(media.mediaHash)
    ? { use: "media", mediaHash: media.mediaHash }
    : null;
}

function parseStart(value: unknown): BackupChallenge | null {
  const c = exactly(value, "ask", "iv", "start");
  if (c?.ask !== "start" || !isBase64(c.iv, IV_BYTES) || !isBase64(c.start, LONGEST_START)) return null;
  return { ask: "start", iv: c.iv, start: c.start };
}

function parseTag(value: unknown): BackupChallenge | null {
  const c = exactly(value, "ask", "purpose", "iv", "data");
  const purpose = parsePurpose(c?.purpose);
  if (c?.ask !== "tag" || !purpose || !isBase64(c.data, LONGEST_DATA)) return null;
  const { iv } = c;
  // A backup brings its IV, media has none of its own.
  const isIv = purpose.use === "media" ? iv === null : isBase64(iv, IV_BYTES);
  return isIv ? { ask: "tag", purpose, iv: iv as string | null, data: c.data } : null;
}

function parseMetadata(value: unknown): BackupChallenge | null {
  const c = exactly(value, "ask", "file");
  return c?.ask === "metadata" && isBase64(c.file, LONGEST_METADATA)
    ? { ask: "metadata", file: c.file }
    : null;
}

export function parseProve(payload: unknown): Payload<"backup.prove"> | null {
  const value = exactly(payload, "challenge")?.challenge;
  const challenge = parseStart(value) ?? parseTag(value) ?? parseMetadata(value);
  return challenge && { challenge };
}

export function parseDerive(payload: unknown): Payload<"backup.derive"> | null {
  const p = exactly(payload, "id", "purpose");
  if (!p || !isId(p.id)) return null;
  const isMetadata = exactly(p.purpose, "use")?.use === "media-metadata";
  const purpose = isMetadata ? ({ use: "media-metadata" } as const) : parsePurpose(p.purpose);
  return purpose && { id: p.id, purpose };
}
