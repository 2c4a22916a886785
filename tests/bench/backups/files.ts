/** Writes the files that the benchmark reads: sealed by node:crypto, not by what is measured. */
import { createCipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { open, readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

export const MIB = 1024 * 1024;
export const ROOT_KEY = createHash("sha256").update("sixtyfour/bench").digest();
export const FILE_KEY = Buffer.from(hkdfSync("sha256", ROOT_KEY, "", "backup encryption", 32));

function headerWith(iv: Buffer): Buffer {
  const message = Buffer.concat([Buffer.from([0x08, 1, 0x1a, 18, 0x0a, 16]), iv, Buffer.from([0x30, 3])]);
  return Buffer.concat([Buffer.from([message.length]), message]);
}

/** Seals what `payload` gives into the crypt15 layout, without ever holding it. */
export async function writeSealed(path: string, payload: Iterable<Buffer>): Promise<void> {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-gcm", FILE_KEY, iv);
  const md5 = createHash("md5");
  const file = await open(path, "w");
  const write = async (bytes: Buffer) => {
    md5.update(bytes);
    await file.write(bytes);
  };
  await write(headerWith(iv));
  for (const part of payload) await write(cipher.update(part));
  await write(cipher.final());
  await write(cipher.getAuthTag());
  await file.write(md5.digest());
  await file.close();
}

/** A raw ZIP's first bytes, then noise: nothing to inflate. */
export function* noise(mebibytes: number): Generator<Buffer> {
  const piece = randomBytes(MIB);
  for (let i = 0; i < mebibytes; i++) {
    if (i === 0) yield Buffer.concat([Buffer.from("PK\x03\x04"), piece.subarray(4)]);
    else yield piece;
  }
}

/**
 * Rows as a message database has them: ids, times, senders, and words of which few are frequent. About 4 : 1.
 */
function rows(bytes: number): Buffer {
  const words = Array.from({ length: 5000 }, () =>
    randomBytes(5)
      .toString("base64")
      .slice(0, 2 + (randomByte() % 7)),
  );
  const senders = Array.from({ length: 40 }, () => `4900${randomBytes(4).readUInt32LE()}@s.whatsapp.net`);
  const pick = <T>(from: readonly T[], skew: number): T => {
    const unit = randomBytes(4).readUInt32LE() / 2 ** 32;
    return from[Math.floor(from.length * unit ** skew)] as T;
  };
  const parts: Buffer[] = [];
  for (let size = 0, id = 1; size < bytes; id++) {
    const text = Array.from({ length: 3 + (randomByte() % 14) }, () => pick(words, 9)).join(" ");
    const row = Buffer.alloc(24);
    row.writeUInt32BE(id, 2);
    row.writeUIntBE(1_790_000_000_000 + id * 37_000, 8, 6);
    parts.push(
      row,
      Buffer.from(pick(senders, 4)),
      Buffer.from(randomBytes(5).toString("hex")),
      Buffer.from(text),
    );
    size = parts.length % 400 === 0 ? parts.reduce((sum, part) => sum + part.length, 0) : size;
  }
  return Buffer.concat(parts);
}

const randomByte = (): number => randomBytes(1)[0] as number;

/** The window of deflate is 32 KiB: a piece that is repeated after 4 MiB compresses like a new one. */
function history(mebibytes: number): Buffer {
  const piece = rows(4 * MIB);
  const bytes = Buffer.concat(Array.from({ length: Math.ceil(mebibytes / 4) }, () => piece));
  bytes.write("SQLite format 3\0");
  return bytes;
}

/** Every file of the benchmark, by its name. */
export async function writeFiles(folder: string): Promise<string[]> {
  const path = (name: string) => join(folder, name);
  await writeSealed(path("noise.crypt15"), noise(512));
  await writeSealed(path("vast.crypt15"), noise(3 * 1024));
  const plain = history(256);
  const zlib = deflateSync(plain);
  await writeFile(path("history.zlib"), zlib);
  await writeSealed(path("history.crypt15"), [zlib]);
  await writeFile(path("plain.db"), plain);
  await writeSealed(path("small.crypt15"), [zlib.subarray(0, 20_000)]);
  await writeSealed(path("large.crypt15"), [zlib.subarray(0, 20_000)]);
  // A test reads only the beginning, so the rest may be a hole.
  await truncate(path("large.crypt15"), 3 * 1024 * MIB);
  return (await readdir(folder)).map(path);
}
