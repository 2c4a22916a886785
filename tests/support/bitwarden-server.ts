/**
 * A stand-in for Bitwarden's server: as much of it as the command line needs to log in and import, with one
 * account whose vault is empty. What is imported is opened with the account's key, as the user would see it.
 *
 * Key hierarchy (Bitwarden security white paper): master key = PBKDF2(password, email); it is expanded to the
 * keys that the user key is sealed with; the user key seals the items.
 */
import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export const ACCOUNT = { email: "a@b.example", password: "master password 1" };
const ID = "11111111-1111-4111-8111-111111111111";
const ITERATIONS = 5000;

type Item = { name: string; notes: string | null; login: { username: string; password: string } };
export type BitwardenServer = {
  url: string;
  certificate: string;
  /** The items of the last import, opened. */
  imported(): Item[];
  close(): void;
};

function seal(plain: Buffer, encryption: Buffer, mac: Buffer): string {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv("aes-256-cbc", encryption, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const tag = crypto.createHmac("sha256", mac).update(iv).update(sealed).digest();
  return `2.${[iv, sealed, tag].map((part) => part.toString("base64")).join("|")}`;
}

/** Every sealed text in a value, opened. */
function openAll(value: unknown, encryption: Buffer): unknown {
  if (Array.isArray(value)) return value.map((part) => openAll(part, encryption));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, openAll(part, encryption)]));
  if (typeof value !== "string" || !/^2\..+\|.+\|/.test(value)) return value;
  const [iv, sealed] = value
    .slice(2)
    .split("|")
    .map((part) => Buffer.from(part, "base64"));
  const cipher = crypto.createDecipheriv("aes-256-cbc", encryption, iv ?? Buffer.alloc(0));
  return Buffer.concat([cipher.update(sealed ?? Buffer.alloc(0)), cipher.final()]).toString();
}

function accessToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: ID,
    email: ACCOUNT.email,
    email_verified: true,
    nbf: now,
    exp: now + 3600,
    premium: false,
  };
  return ["{}", JSON.stringify(claims), "x"].map((part) => Buffer.from(part).toString("base64url")).join(".");
}

/** What the server answers for an account, by the end of the address. */
function answersFor(userKey: Buffer): Record<string, object> {
  const master = crypto.pbkdf2Sync(ACCOUNT.password, ACCOUNT.email, ITERATIONS, 32, "sha256");
  const expand = (info: string) => crypto.createHmac("sha256", master).update(`${info}\x01`).digest();
  const key = seal(userKey, expand("enc"), expand("mac"));
  const pair = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKey = seal(
    pair.privateKey.export({ type: "pkcs8", format: "der" }),
    userKey.subarray(0, 32),
    userKey.subarray(32),
  );
  const publicKey = pair.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const accountKeys = { publicKeyEncryptionKeyPair: { wrappedPrivateKey: privateKey, publicKey } };
  const kdf = { kdfType: 0, iterations: ITERATIONS };
  const unlock = { kdf, masterKeyEncryptedUserKey: key, masterKeyWrappedUserKey: key, salt: ACCOUNT.email };
  const lists = { organizations: [], providers: [], providerOrganizations: [] };
  const profile = {
    id: ID,
    email: ACCOUNT.email,
    key,
    privateKey,
    accountKeys,
    securityStamp: "s",
    ...lists,
  };
  return {
    prelogin: { kdf: 0, kdfIterations: ITERATIONS, kdfSettings: kdf, salt: ACCOUNT.email },
    token: {
      access_token: accessToken(),
      refresh_token: "r",
      expires_in: 3600,
      token_type: "Bearer",
      Key: key,
      PrivateKey: privateKey,
      Kdf: 0,
      KdfIterations: ITERATIONS,
      AccountKeys: accountKeys,
      UserDecryptionOptions: {
        HasMasterPassword: true,
        MasterPasswordUnlock: {
          Kdf: { KdfType: 0, Iterations: ITERATIONS },
          MasterKeyEncryptedUserKey: key,
          Salt: ACCOUNT.email,
        },
      },
    },
    config: { version: "2026.6.0", featureStates: {} },
    sync: {
      profile,
      ...{ folders: [], collections: [], policies: [], ciphers: [], sends: [] },
      domains: { equivalentDomains: [], globalEquivalentDomains: [] },
      userDecryption: { masterPasswordUnlock: unlock },
    },
  };
}

/** @param folder - where the certificate goes. */
export async function startBitwardenServer(folder: string): Promise<BitwardenServer> {
  const [keyFile, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const files = ["-keyout", keyFile, "-out", certificate, "-days", "2"];
  spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...files, ...subject]);
  const userKey = crypto.randomBytes(64);
  const answers = answersFor(userKey);
  let last: Item[] = [];
  const tls = { key: readFileSync(keyFile), cert: readFileSync(certificate) };
  const server = createServer(tls, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url?.split("?")[0] ?? "";
      if (path.endsWith("/ciphers/import")) {
        const body = openAll(JSON.parse(Buffer.concat(chunks).toString()), userKey.subarray(0, 32));
        last = (body as { ciphers: Item[] }).ciphers;
      }
      const name = Object.keys(answers).find((end) => path.endsWith(end) || path.includes(`/${end}/`));
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(name === undefined ? {} : answers[name]));
    });
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `https://localhost:${port}`, certificate, imported: () => last, close };
}
