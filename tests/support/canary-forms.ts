/**
 * A secret in every form in which a browser might write it.
 *
 * Halves are searched, not wholes: where a format cuts a value in two (a page border, a fragment's header),
 * one half is still in one piece. 16 bytes, or 32 digits, do not occur by chance.
 */

export type Secret = {
  /** Stands for the secret in reports. */
  name: string;
  /** A key as bytes or as hex digits; any other string is a text such as a passphrase. */
  value: Uint8Array | string;
};

const KEY_DIGITS = /^[0-9a-f]{64}$/i;
const MIN_TEXT_LENGTH = 8;
const MIN_HALVED_LENGTH = 16;

type Needle = { form: string; bytes: Buffer };
export type Needles = {
  name: string;
  asIs: Needle[];
  base64: Buffer[];
  digits: Buffer[];
  /** Digits that may also lie apart from each other, in split fields; for keys only. */
  split: Buffer[];
};

export function needlesOf({ name, value }: Secret): Needles {
  if (typeof value === "string" && !KEY_DIGITS.test(value)) return textNeedles(name, value);
  const bytes = typeof value === "string" ? Buffer.from(value, "hex") : Buffer.from(value);
  if (bytes.length < 16) throw new Error(`${name} is too short to be told from chance`);
  const hex = bytes.toString("hex");
  const asIs = halves(bytes).map((half) => ({ form: "raw bytes", bytes: half }));
  for (const half of halves([...bytes.entries()])) {
    asIs.push(
      { form: "decimal list", bytes: Buffer.from(half.map(([, byte]) => byte).join(",")) },
      {
        form: "JSON of a byte array",
        bytes: Buffer.from(half.map(([at, byte]) => `"${at}":${byte}`).join(",")),
      },
    );
  }
  const texts = [hex, hex.toUpperCase()].map((text) => Buffer.from(text));
  return {
    name,
    asIs,
    base64: [bytes, ...texts].flatMap((each) => halves(each)).flatMap(base64Alignments),
    digits: halves(hex).map((half) => Buffer.from(half)),
    split: halves(hex).map((half) => Buffer.from(half)),
  };
}

function textNeedles(name: string, text: string): Needles {
  if (text.length < MIN_TEXT_LENGTH) throw new Error(`${name} is too short to be told from chance`);
  const pieces = text.length < MIN_HALVED_LENGTH ? [text] : halves(text);
  const written = new Map<string, (piece: string) => Buffer>([
    ["text", (piece) => Buffer.from(piece)],
    ["text in UTF-16LE", (piece) => Buffer.from(piece, "utf16le")],
    ["text in UTF-16BE", (piece) => Buffer.from(piece, "utf16le").swap16()],
    ["text in Latin-1", (piece) => Buffer.from(piece, "latin1")],
    ["URL-encoded text", (piece) => Buffer.from(encodeURIComponent(piece))],
    ["form-encoded text", (piece) => Buffer.from(encodeURIComponent(piece).replaceAll("%20", "+"))],
    ["JSON-escaped text", (piece) => Buffer.from(escapeNonAscii(JSON.stringify(piece).slice(1, -1)))],
  ]);
  const asIs = [...written].flatMap(([form, write]) =>
    pieces.map((piece) => ({ form, bytes: write(piece) })),
  );
  const packed = pieces.map((piece) => Buffer.from(piece));
  return {
    name,
    asIs: asIs.filter(({ bytes }, at) => asIs.findIndex((other) => other.bytes.equals(bytes)) === at),
    base64: packed.flatMap(base64Alignments),
    digits: packed.map((bytes) => Buffer.from(bytes.toString("hex"))),
    split: [],
  };
}

/**
 * Base64 of the bytes at each of the three positions in a longer text, without the characters shared with
 * others.
 */
function base64Alignments(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return Buffer.from(
      text.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6)),
    );
  });
}

function halves(value: Buffer): Buffer[];
function halves(value: string): string[];
function halves<T>(value: T[]): T[][];
function halves<T extends { length: number; slice(from: number, to?: number): T }>(value: T): T[] {
  const middle = Math.floor(value.length / 2);
  return [value.slice(0, middle), value.slice(middle)];
}

function escapeNonAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
