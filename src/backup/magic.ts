/**
 * How files of common formats and of ours begin, what such a file is called, and what surrounds a ciphertext.
 */

type Magic = {
  look: "sqlite" | "gzip" | "picture" | "video" | "sound" | "pdf" | "zip";
  ending: string;
  at: number;
  start: string;
};

/** One character for each byte (Latin-1). More exact ones first. */
const MAGIC: readonly Magic[] = [
  { look: "sqlite", ending: ".db", at: 0, start: "SQLite format 3\0" },
  { look: "gzip", ending: ".gz", at: 0, start: "\x1f\x8b\x08" },
  { look: "picture", ending: ".jpg", at: 0, start: "\xff\xd8\xff" },
  { look: "picture", ending: ".png", at: 0, start: "\x89PNG\r\n\x1a\n" },
  { look: "picture", ending: ".gif", at: 0, start: "GIF8" },
  { look: "picture", ending: ".webp", at: 8, start: "WEBP" },
  { look: "picture", ending: ".heic", at: 4, start: "ftyphei" },
  { look: "sound", ending: ".m4a", at: 4, start: "ftypM4A" },
  { look: "video", ending: ".mp4", at: 4, start: "ftyp" },
  { look: "video", ending: ".avi", at: 8, start: "AVI " },
  { look: "sound", ending: ".opus", at: 0, start: "OggS" },
  { look: "pdf", ending: ".pdf", at: 0, start: "%PDF-" },
  { look: "zip", ending: ".zip", at: 0, start: "PK\x03\x04" },
];

/** What the app version of files encrypted here begins with: it tells them from WhatsApp's. */
export const OUR_VERSION_MARK = "Sixtyfour ";

/** Lengths in bytes of what surrounds every ciphertext. */
export const IV_BYTES = 16;
export const TAG_BYTES = 16;
export const MD5_BYTES = 16;

/** Bytes as text, one character each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** The format that the first bytes (12 or more) belong to; null when none is known. */
export function findMagic(bytes: Uint8Array): Magic | null {
  const text = latin1(bytes, 0, 20);
  return MAGIC.find(({ at, start }) => text.startsWith(start, at)) ?? null;
}
