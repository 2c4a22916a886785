/** Small files of the shapes of which there are no samples, made with Node's own cryptography. */
import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";

const GCM = "aes-256-gcm";
const sealed = (key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv(GCM, key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};
const withMd5 = (bytes: Buffer): Buffer => Buffer.concat([bytes, createHash("md5").update(bytes).digest()]);
const field = (number: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(number * 8 + 2, content.length), content]);
const sqlite = (): Buffer => Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080)]);

/** WhatsApp's own `key` file, 158 bytes, and the AES key in it. */
export function makeKeyFile(): { file: Buffer; fileKey: Buffer } {
  const fileKey = randomBytes(32);
  const header = Buffer.from("aced0005757200025b42acf317f8060854e0020000787000000083", "hex");
  const parts = [Buffer.of(0, 1, 2), randomBytes(48), Buffer.alloc(32), Buffer.alloc(16), fileKey];
  return { file: Buffer.concat([header, ...parts]), fileKey };
}

export function makeCrypt14(fileKey: Uint8Array): Buffer {
  const iv = randomBytes(16);
  const version = field(4, Buffer.concat([field(1, Buffer.from("2.22.5.13")), field(3, Buffer.from("07"))]));
  const message = Buffer.concat([Buffer.of(8, 0), field(2, field(5, iv)), version]);
  const head = Buffer.concat([Buffer.of(message.length), message]);
  return withMd5(Buffer.concat([head, sealed(fileKey, iv, deflateSync(sqlite()))]));
}

export function makeCrypt12(fileKey: Uint8Array): Buffer {
  const iv = randomBytes(16);
  const head = Buffer.concat([Buffer.of(0, 1, 2), randomBytes(48), iv]);
  return Buffer.concat([
    withMd5(Buffer.concat([head, sealed(fileKey, iv, deflateSync(sqlite()))])),
    Buffer.from("--07"),
  ]);
}

/** A picture in the cloud: its two files by their names. */
export function makeMedia(key: Uint8Array, realName: string): Record<string, Buffer> {
  const hash = randomBytes(32);
  const derive = (info: Uint8Array | string, length: number) =>
    Buffer.from(hkdfSync("sha256", key, "", info, length));
  const raw = derive(hash, 48);
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)]);
  const iv = randomBytes(16);
  const cbc = createCipheriv("aes-256-cbc", derive("metadata encryption", 32), iv);
  const json = JSON.stringify({ name: realName, size: picture.length });
  const ciphertext = Buffer.concat([cbc.update(json), cbc.final()]);
  const mac = createHmac("sha256", derive("metadata authentication", 32)).update(iv).update(ciphertext);
  const metadata = Buffer.concat([Buffer.of(16), iv, Buffer.of(32), mac.digest(), ciphertext]);
  const name = `${hash.toString("hex").toUpperCase()}.mcrypt1`;
  return {
    [name]: sealed(raw.subarray(0, 32), raw.subarray(32), picture),
    [`${name}-metadata`]: Buffer.from(metadata.toString("base64")),
  };
}
