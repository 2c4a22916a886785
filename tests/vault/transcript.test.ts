/**
 * What the vault stores, logs and is sent: nobody who reads all of it finds password or key, nor in its
 * stores a name.
 */
import { createCipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  ask,
  beginRegistration,
  beginReset,
  guess,
  joinDevice,
  login,
  replyOf,
  ticketProof,
} from "../support/vault/person.ts";
import { startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

/**
 * The bytes in every form in which they could lie somewhere: as they are, two bytes a character, hex, base64.
 */
function formsOf(secret: Buffer): Buffer[] {
  const text = secret.toString("latin1");
  const hex = secret.toString("hex");
  const base64 = [0, 1, 2].flatMap((shift) => {
    // The first and the last characters depend on the neighbours.
    const shifted = Buffer.concat([Buffer.alloc(shift), secret]);
    const inner = shifted.subarray(0, shifted.length - (shifted.length % 3));
    return (["base64", "base64url"] as const).map((form) => inner.toString(form).slice(shift === 0 ? 0 : 4));
  });
  return [text, hex, hex.toUpperCase(), ...base64]
    .flatMap((form) => [Buffer.from(form, "latin1"), Buffer.from(form, "utf16le")])
    .concat(Buffer.from(hex.match(/.{4}/g)?.join(" ") ?? hex));
}

function isIn(secret: Buffer, places: readonly Buffer[]): boolean {
  return formsOf(secret).some((form) => places.some((place) => place.includes(form)));
}

const filesOf = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

/** Every act of the protocol once, by somebody with this name, these passwords and this key. */
async function liveThrough(
  vault: TestVault,
  name: string,
  passwords: readonly [string, string],
  key: Buffer,
) {
  const sealUnder = (exportKey: string) => {
    const wrap = hkdfSync("sha512", Buffer.from(exportKey, "base64url"), "", "sixtyfour/vault/wrap/v1", 32);
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", Buffer.from(wrap), nonce);
    const box = [cipher.update(key), cipher.final()];
    return Buffer.concat([nonce, ...box, cipher.getAuthTag()]).toString("base64url");
  };
  const { finish, person } = await beginRegistration(vault, name, passwords[0]);
  const sealedKey = sealUnder(person.exportKey);
  replyOf(await vault.call("/v2/accounts/finish", { ...finish, sealedKey }));
  await guess(vault, name, passwords[0]);
  await joinDevice(vault, person, person.device.key);
  const done = await login(vault, person);
  const own = { rowId: person.rowId, generation: 1 };
  replyOf(await vault.call("/v2/export", own, await ticketProof(vault, person, done, "/v2/export", own)));
  const reset = await beginReset(vault, person, passwords[1]);
  replyOf(await ask(vault, person, "/v2/reset/finish", reset));
  replyOf(await ask(vault, { ...person, generation: 2 }, "/v2/status", {}));
  return sealedKey;
}

test.each(["SQLite", "Postgres"])("on %s", async (engine) => {
  const postgres = engine === "Postgres" ? await startPostgres() : null;
  const vault = await startVault(postgres ? { DATABASE_URL: postgres.makeDatabase() } : {});
  const name = `violet-${randomUUID()}`;
  const passwords = [`first ${randomUUID()}`, `second ${randomUUID()}`] as const;
  const key = randomBytes(32);
  const sealedKey = await liveThrough(vault, name, passwords, key);
  const stored = filesOf(vault.folder);
  await vault.close();
  const folders = [vault.folder, ...(postgres ? [postgres.folder] : [])];
  stored.push(...folders.flatMap(filesOf));
  const logged = [Buffer.from(vault.logged.join(""))];
  const sent = vault.sent.map((text) => Buffer.from(text));

  // The search finds what is there.
  expect(isIn(Buffer.from(sealedKey, "base64url").subarray(0, 24), stored)).toBe(true);
  expect(isIn(Buffer.from(name), sent)).toBe(true);
  expect(logged[0]?.toString()).toContain("/v2/reset/finish");

  const [secrets, named] = [[key, ...passwords.map((text) => Buffer.from(text))], Buffer.from(name)];
  for (const secret of secrets) expect(isIn(secret, [...stored, ...logged, ...sent])).toBe(false);
  expect(isIn(named, [...stored, ...logged])).toBe(false);
  await postgres?.stop();
  await vault.stop();
});
