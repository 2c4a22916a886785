/** The algebra of streaming GCM against NIST's vectors, two other implementations, and itself in pieces. */
import { createCipheriv } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gcm } from "@noble/ciphers/aes.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importFileKey, startGcm } from "../../src/backup/gcm-stream.ts";
import { add, bytesOf, elementOf, inverse, multiply, ONE, power } from "../../src/backup/gf128.ts";
import { concatBytes, hexToBytes } from "../../src/core/bytes.ts";
import { runs } from "../support/all.ts";
import { plain, sealGcm } from "../support/backup-files.ts";

type Vector = { key: string; iv: string; plaintext: string; ciphertext: string; tag: string };
const { vectors } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../vectors/nist-gcm-256.json"), "utf8"),
) as { vectors: Vector[] };

const bytes = (hex: string) => plain(hexToBytes(hex));
const start = async (key: Uint8Array, iv: Uint8Array) => startGcm(await importFileKey(plain(key)), plain(iv));
/** Vitest compares long arrays element by element, a hundred times slower. */
const expectSame = (a: Uint8Array, b: Uint8Array) => expect(Buffer.compare(a, b)).toBe(0);
const none = new Uint8Array(0);
/** H of GCM: the cipher of sixteen zero bytes. */
const hashKey = (k: Uint8Array) =>
  elementOf(createCipheriv("aes-256-ecb", k, null).setAutoPadding(false).update(new Uint8Array(16)));

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const iv = fc.uint8Array({ minLength: 16, maxLength: 16 });
const element = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((b) => elementOf(b));

test("there are vectors of every IV length", () => {
  expect(new Set(vectors.map((v) => v.iv.length * 4))).toEqual(new Set([8, 96, 1024]));
});

test.each(vectors)("NIST CAVP: key $key", async (v) => {
  const sealing = await start(bytes(v.key), bytes(v.iv));
  expect(await sealing.encrypt(bytes(v.plaintext))).toEqual(bytes(v.ciphertext));
  expect(await sealing.tagAfter(none)).toEqual(bytes(v.tag));
  const opening = await start(bytes(v.key), bytes(v.iv));
  expect(await opening.tagAfter(bytes(v.ciphertext))).toEqual(bytes(v.tag));
  expect(await opening.decrypt(bytes(v.ciphertext))).toEqual(bytes(v.plaintext));
});

test("in chunks of any size: ciphertext, plaintext and tag as three others give them", async () => {
  await fc.assert(
    fc.asyncProperty(
      key,
      iv,
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 1, max: 40 }),
      async (k, v, length, pieces) => {
        const step = Math.max(1, Math.ceil(length / 16 / pieces)) * 16;
        const content = plain(Buffer.alloc(length, Buffer.from(k)));
        const expected = plain(sealGcm(k, v, content));
        const aes = await crypto.subtle.importKey("raw", plain(k), "AES-GCM", false, ["encrypt"]);
        const oneShot = await crypto.subtle.encrypt({ name: "AES-GCM", iv: plain(v) }, aes, content);
        expectSame(new Uint8Array(oneShot), expected);
        expectSame(gcm(k, v).encrypt(content), expected);
        const [sealing, opening, hashing] = [await start(k, v), await start(k, v), await start(k, v)];
        const [sealed, opened]: [Uint8Array[], Uint8Array[]] = [[], []];
        for (let at = 0; at < length; at += step) {
          const piece = content.slice(at, at + step);
          const ciphertext = await sealing.encrypt(piece);
          sealed.push(ciphertext);
          opened.push(await opening.decrypt(ciphertext));
          await hashing.absorb(ciphertext);
        }
        const tag = expected.slice(-16);
        expectSame(concatBytes(...sealed), expected.slice(0, -16));
        expectSame(concatBytes(...opened), content);
        for (const stream of [sealing, opening, hashing]) expect(await stream.tagAfter(none)).toEqual(tag);
      },
    ),
    { numRuns: runs(150) },
  );
});

test("a tag asked for on the way changes nothing", async () => {
  const [k, v, content] = [
    new Uint8Array(32).fill(1),
    new Uint8Array(16).fill(2),
    new Uint8Array(100).fill(3),
  ];
  const expected = plain(sealGcm(k, v, content));
  const stream = await start(k, v);
  await stream.absorb(expected.slice(0, 64));
  for (let i = 0; i < 2; i++)
    expect(await stream.tagAfter(expected.slice(64, 100))).toEqual(expected.slice(-16));
});

// J0 comes from GHASH of the IV, and one in 2²⁰ of them ends near the top: these were found by trying.
test.each([276_720, 1_695_297])("the counter's 32 bits wrap without a carry (IV %i)", async (n) => {
  const k = new Uint8Array(32).fill(9);
  const v = new Uint8Array(16);
  new DataView(v.buffer).setUint32(0, n);
  const h = hashKey(k);
  const j0 = multiply(add(multiply(elementOf(v), h), Uint32Array.of(0, 0, 0, 128)), h);
  expect(j0[3]).toBeGreaterThan(2 ** 32 - 4096);
  const content = new Uint8Array(4096 * 16 + 5).fill(n);
  const expected = plain(sealGcm(k, v, content));
  const stream = await start(k, v);
  const first = await stream.decrypt(expected.slice(0, 32_768));
  const rest = await stream.decrypt(expected.slice(32_768, -16));
  expectSame(concatBytes(first, rest), content);
  expect(await stream.tagAfter(none)).toEqual(expected.slice(-16));
});

test("only the last chunk may end within a block", async () => {
  const stream = await start(new Uint8Array(32), new Uint8Array(16));
  await stream.absorb(new Uint8Array(5));
  await expect(stream.absorb(new Uint8Array(16))).rejects.toThrow(RangeError);
  await expect(stream.decrypt(new Uint8Array(16))).rejects.toThrow(RangeError);
});

test("the raw key is overwritten once it is taken in", async () => {
  const raw = new Uint8Array(32).fill(5);
  const { gcm: taken, ctr } = await importFileKey(raw);
  expect(raw).toEqual(new Uint8Array(32));
  expect([taken.extractable, ctr.extractable]).toEqual([false, false]);
});

describe("the field", () => {
  test("multiplication is commutative, distributes, has a one and inverses", () => {
    fc.assert(
      fc.property(element, element, element, (a, b, c) => {
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(multiply(a, ONE)).toEqual(a);
        if (a.some((word) => word !== 0)) expect(multiply(a, inverse(a))).toEqual(ONE);
        expect(elementOf(bytesOf(a))).toEqual(a);
      }),
      { numRuns: runs(100) },
    );
  });

  test("powers are repeated products", () => {
    const x = Uint32Array.of(1, 2, 3, 4);
    let product = ONE;
    for (let n = 0; n < 40; n++) {
      expect(power(x, n)).toEqual(product);
      product = multiply(product, x);
    }
  });
});
