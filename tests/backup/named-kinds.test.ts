/** Files that are no backup are named as what they are, and key files of another registration too. */
import { expect, test } from "vitest";
import { recognise } from "../../src/backup/kind.ts";
import { isOtherRegistration } from "../../src/backup/phone-registration.ts";
import { readPrefix } from "../../src/backup/prefix.ts";
import { readKeyFile } from "../../src/core/key/key-file.ts";
import { bytes, flip, makeBackup, noise, number, plain } from "../support/backup-files.ts";
import { named } from "../support/engine.ts";

const HASH = noise(32).toString("hex").toUpperCase();
const sqlite = Buffer.concat([Buffer.from("SQLite format 3\0"), noise(200)]);
const noHeader = Buffer.concat([Buffer.of(0xff, 0xff), noise(300)]);

test.each([
  ["encrypted_backup.key_id", Buffer.from("abc"), "key-name"],
  ["password_data.key", noise(80), "password-data"],
  ["passkey_data.key", noise(80), "passkey-data"],
  ["msgstore.db.crypt", noHeader, "old-crypt"],
  ["msgstore.db.crypt1", noHeader, "old-crypt"],
  ["msgstore.db.crypt9", noHeader, "old-crypt"],
  ["msgstore.db.crypt13", noHeader, "old-crypt"],
  ["msgstore.db.crypt16", noHeader, "newer-crypt"],
  ["msgstore.db.crypt15", noHeader, "damaged-header"],
  ["msgstore.db.crypt15", sqlite, "sqlite"],
  ["msgstore.db.crypt15", Buffer.from("\n<!DOCTYPE html><html>"), "web-page"],
  ["login.html", Buffer.from("<html><body>"), "web-page"],
  ["IMG-2026.mcrypt1", noise(99), "renamed-media"],
  [".sixtyfour-0123456789abcdef.partial", sqlite, "partial"],
])("%s: %#", async (name, content, look) => {
  expect(await recognise(named(content, name))).toEqual({ kind: "other", look });
});

test.each([`${HASH}.mcrypt1`, `${HASH} (1).mcrypt1`, `Copy of ${HASH}.mcrypt1`])(
  "a medium keeps its hash: %s",
  async (name) => {
    expect(await recognise(named(noise(99), name))).toEqual({ kind: "media", mediaHash: HASH.toLowerCase() });
  },
);

function keyFileOf(serverSalt: Uint8Array) {
  const head = Buffer.from("aced0005757200025b42acf317f8060854e0020000787000000083", "hex");
  const file = readKeyFile(Buffer.concat([head, Buffer.of(0, 1, 2), serverSalt, noise(96)]));
  if (!file) throw new Error("no key file");
  return file;
}

test("a key file of another registration is told by its salt, and damage is none", () => {
  const salt = noise(32);
  const iv = noise(16);
  const own = bytes(2, Buffer.concat([number(1, 1), bytes(3, salt), bytes(5, iv)]));
  const crypt14 = makeBackup(noise(32), { kind: "crypt14", after: own });
  const crypt12 = plain(makeBackup(noise(32), { kind: "crypt12" }));
  crypt12.set(salt, 3);
  for (const file of [crypt14, crypt12]) {
    const reading = readPrefix(file, file.length);
    if (!reading.ok) throw new Error("no header");
    expect(reading.prefix.serverSalt).toEqual(plain(salt));
    expect(isOtherRegistration(reading.prefix, keyFileOf(salt))).toBe(false);
    expect(isOtherRegistration(reading.prefix, keyFileOf(flip(flip(salt, 3), 20)))).toBe(false);
    expect(isOtherRegistration(reading.prefix, keyFileOf(noise(32)))).toBe(true);
    expect(isOtherRegistration(reading.prefix, { kind: "backup-key", key: salt })).toBe(false);
  }
});
