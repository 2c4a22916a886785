/** The server around the protocol: who may read, how much may be sent, how errors look. */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { createConnection } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { read } from "../../src/core/schema.ts";
import { ENDPOINTS, problem, vaultFacts } from "../../src/protocol/vault/wire.ts";
import { ENDPOINTS_1 } from "../../src/protocol/vault/wire-1.ts";
import { asker } from "../../src/vault/http/asker.ts";
import { forwardedAddress } from "../../src/vault/http/forwarded.ts";
import { jsonSchemaOf } from "../../src/vault/http/json-schema.ts";
import { StoreError } from "../../src/vault/store/database.ts";
import { build, statement } from "../../src/vault/store/statement.ts";
import { makeFolder } from "../support/vault/built.ts";
import { guess } from "../support/vault/person.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

let vault: TestVault;
beforeAll(async () => {
  vault = await startVault();
});
afterAll(() => vault.stop());

const at = (path: string, init: RequestInit = {}) => fetch(vault.running.address + path, init);
const CHROMIUM = `chrome-extension://${"abcdefghijklmnop".repeat(2)}`;
const FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef";
/** What an older copy of the database shows. */
const goBack = statement<Record<string, never>>()("go-back", () =>
  build.updateTable("vault").set({ beat: 0 }),
);

describe("pages that may read answers", () => {
  const preflight = (origin: string) =>
    at("/v2/login/start", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });

  test.each([CHROMIUM, FIREFOX])("an extension's: %s", async (origin) => {
    const { headers } = await preflight(origin);
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-allow-headers")).toBe("authorization, content-type");
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST");
    const facts = await at("/v2/vault", { headers: { origin } });
    expect(facts.headers.get("access-control-allow-origin")).toBe(origin);
    expect(facts.headers.get("access-control-expose-headers")).toBe("retry-after");
    expect(read(vaultFacts, await facts.json())).not.toBeNull();
  });

  test.each([
    "https://example.org",
    "null",
    `${CHROMIUM}a`,
    CHROMIUM.replace("a", "q"),
    `${FIREFOX}.example.org`,
    FIREFOX.toUpperCase(),
    `https://${"abcdefghijklmnop".repeat(2)}`,
  ])("no other: %s", async (origin) => {
    for (const answer of [await preflight(origin), await at("/v2/vault", { headers: { origin } })])
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

test("every answer is kept by nobody and embedded nowhere", async () => {
  for (const path of ["/v2/vault", "/nothing"]) {
    const { headers } = await at(path);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).not.toBeNull();
  }
});

describe("a request that is wrong", () => {
  const post = (body: BodyInit, type = "application/json", path = "/v2/device/challenge") =>
    at(path, { method: "POST", body, headers: { "content-type": type } });
  const rowId = "A".repeat(43);
  test.each([
    ["of another type", () => post("{}", "text/plain"), 415, "not-json"],
    ["too long", () => post(JSON.stringify({ rowId, more: "x".repeat(4096) })), 413, "too-large"],
    ["no JSON", () => post("{"), 400, "bad-request"],
    ["empty", () => post(""), 400, "bad-request"],
    ["with a property that nobody knows", () => post(JSON.stringify({ rowId, more: 1 })), 400, "bad-request"],
    ["with __proto__", () => post(`{"rowId":"${rowId}","__proto__":{}}`), 400, "bad-request"],
    ["with a number for a text", () => post('{"rowId":1}'), 400, "bad-request"],
    ["without what is needed", () => post("{}"), 400, "bad-request"],
    ["to nowhere", () => post("{}", undefined, "/v2/nothing"), 404, "not-found"],
    ["by another method", () => at("/v2/status"), 404, "not-found"],
  ])("%s is answered by a problem document", async (_, send, status, code) => {
    const response = await send();
    const document = await response.json();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      expect.stringContaining("application/problem+json"),
    ]);
    expect(read(problem, document)).toMatchObject({ status, code });
  });
});

const BEHIND = { VAULT_ORIGINS: "https://vault.example.org" };

test("one address asks so often and no more, another still may", async () => {
  const few = await startVault({ VAULT_REQUESTS_PER_MINUTE: "3", ...BEHIND, VAULT_BEHIND_PROXY: "1" });
  const ask = (from: string) =>
    fetch(`${few.running.address}/v2/vault`, { headers: { "x-forwarded-for": from } });
  const statuses: number[] = [];
  for (let tried = 0; tried < 5; tried++) statuses.push((await ask("203.0.113.5")).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const refused = await ask("203.0.113.5");
  expect(read(problem, await refused.json())).toMatchObject({ code: "rate-limited" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  // What a stranger writes in front of the address that the proxy has seen does not count.
  expect((await ask("198.51.100.1, 203.0.113.5")).status).toBe(429);
  expect((await ask("203.0.113.6")).status).toBe(200);
  expect((await fetch(`${few.running.address}/healthz`)).status).toBe(200);
  await few.stop();
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::ffff:203.100.113.250", "203.100.113.250"],
  ["2001:db8::ffff:192.0.2.1", "2001:db8:0:0"],
  ["2001:db8::3:4:5:6:7", "2001:db8:0:3"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::6", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s asks as %s", (address, expected) => {
  expect(asker(address)).toBe(expected);
});

/** Two files in PEM, new ones each time. */
function makeCertificate(folder: string): { cert: string; key: string } {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost"];
  const files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509", ...made, ...files], { stdio: "ignore" });
  return { cert, key };
}

/** The certificate that a new connection gets. */
const shownAt = (address: string) =>
  new Promise<string>((done, failed) => {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once("error", failed);
  });

test("a renewed certificate is taken up, one that does not fit its key is not", async () => {
  const { folder, remove } = makeFolder();
  const { cert, key } = makeCertificate(folder);
  const secure = await startVault({ VAULT_TLS_CERT: cert, VAULT_TLS_KEY: key });
  const { address, renew } = secure.running;
  const first = await shownAt(address);
  makeCertificate(folder);
  expect(await shownAt(address)).toBe(first);
  renew();
  const second = await shownAt(address);
  expect(second).not.toBe(first);
  const right = readFileSync(key);
  makeCertificate(folder);
  writeFileSync(key, right);
  renew();
  expect(await shownAt(address)).toBe(second);
  for (const event of ["certificate-renewed", "certificate-refused"])
    expect(secure.logged.join("")).toContain(event);
  await secure.stop();
  remove();
});

test.each([
  ["203.0.113.5", 1, "203.0.113.5"],
  ["203.0.113.5:4711", 1, "203.0.113.5"],
  ["2001:db8::5", 1, "2001:db8::5"],
  ["[2001:db8::5]", 1, "2001:db8::5"],
  ["[2001:db8::5]:443", 1, "2001:db8::5"],
  ["198.51.100.1, 203.0.113.5", 1, "203.0.113.5"],
  ["198.51.100.1, 203.0.113.5:80, 10.0.0.2", 2, "203.0.113.5"],
  ["203.0.113.5", 2, null],
  ["unknown", 1, null],
  ["_hidden", 1, null],
  ["203.0.113.5,", 1, null],
  ["203.0.113.500", 1, null],
  ["fe80::1%eth0", 1, null],
  ["", 1, null],
  [undefined, 1, null],
])("X-Forwarded-For of %s behind %i is asked by %s", (header, hops, address) => {
  expect(forwardedAddress(header, hops)).toBe(address);
});

test("behind a proxy, a request without its header is refused, but for the health checks", async () => {
  const behind = await startVault({ ...BEHIND, VAULT_BEHIND_PROXY: "2" });
  const status = async (path: string, headers = {}) =>
    (await fetch(behind.running.address + path, { headers })).status;
  expect(await status("/v2/vault")).toBe(400);
  expect(await status("/v2/vault", { "x-forwarded-for": "203.0.113.5" })).toBe(400);
  expect(await status("/v2/vault", { "x-forwarded-for": "203.0.113.5, 10.0.0.2" })).toBe(200);
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  await behind.stop();
});

test("it speaks TLS by itself where it has a certificate", async () => {
  const { folder, remove } = makeFolder();
  const { cert, key } = makeCertificate(folder);
  const secure = await startVault({ VAULT_TLS_CERT: cert, VAULT_TLS_KEY: key });
  const { address } = secure.running;
  expect(address).toMatch(/^https:/);
  const answer = await new Promise<string>((done, failed) => {
    get(`${address}/v2/vault`, { ca: readFileSync(cert) }, (response) => {
      response.setEncoding("utf8").on("data", done);
    }).on("error", failed);
  });
  expect(read(vaultFacts, JSON.parse(answer))).not.toBeNull();
  await expect(fetch(address.replace("https:", "http:"))).rejects.toThrow();
  await secure.stop();
  remove();
});

test("who asks many times whether it is ready has the database asked once a second at most", async () => {
  const other = await startVault();
  const asked = vi.spyOn(other.running.vault.database, "all");
  const askOften = async () => {
    for (let time = 0; time < 20; time++)
      expect((await fetch(`${other.running.address}/readyz`)).status).toBe(200);
  };
  await askOften();
  other.advance(999);
  await askOften();
  expect(asked).toHaveBeenCalledTimes(1);
  other.advance(1);
  await askOften();
  expect(asked).toHaveBeenCalledTimes(2);
  await other.stop();
});

test("it is alive, and ready as long as it can store", async () => {
  const other = await startVault();
  const status = async (path: string) => (await fetch(other.running.address + path)).status;
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  await other.running.vault.database.close();
  other.advance(1000);
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  expect(await guess(other, "somebody")).toMatchObject({ status: 503, problem: { code: "busy" } });
  expect(other.logged.join("")).toContain("store-failed");
  await other.running.app.close();
  // Its database is closed already, so `stop` would fail.
  rmSync(other.folder, { recursive: true });
});

test("it is not ready from the second on in which the store fails, and is again in the second after", async () => {
  const other = await startVault();
  const ready = async () => (await fetch(`${other.running.address}/readyz`)).status;
  const { database } = other.running.vault;
  const broken = vi.spyOn(database, "all").mockRejectedValue(new StoreError("full", { code: "SQLITE_FULL" }));
  expect(await ready()).toBe(503);
  expect(other.logged.join("")).toContain('"cause":"SQLITE_FULL"');
  broken.mockRestore();
  other.advance(1000);
  expect(await ready()).toBe(200);
  await other.stop();
});

test("it is not ready while the store does not answer at all", async () => {
  const other = await startVault();
  const hanging = vi.spyOn(other.running.vault.database, "all").mockReturnValue(new Promise(() => {}));
  expect((await fetch(`${other.running.address}/readyz`)).status).toBe(503);
  hanging.mockRestore();
  await other.stop();
});

test("it is not ready from a beat that failed to the next that does not, and answers all the same", async () => {
  const other = await startVault();
  const ready = async () => (await fetch(`${other.running.address}/readyz`)).status;
  vi.spyOn(other.running.vault.database, "all").mockRejectedValueOnce(new StoreError("no space"));
  await other.running.tick();
  expect(await ready()).toBe(503);
  expect(other.logged.join("")).toContain("tick-failed");
  expect((await guess(other, "somebody")).status).toBe(200);
  await other.running.tick();
  expect(await ready()).toBe(200);
  await other.stop();
});

test("from a database that has gone back nothing is answered any more", async () => {
  const other = await startVault();
  const status = async (path: string) => (await fetch(other.running.address + path)).status;
  await other.running.tick();
  await other.running.vault.database.all(goBack, {});
  await other.running.tick();
  expect(await guess(other, "somebody")).toMatchObject({ status: 503, problem: { code: "busy" } });
  expect([await status("/v2/vault"), await status("/readyz"), await status("/healthz")]).toEqual([
    ...[503, 503, 200],
  ]);
  expect(other.logged.join("")).toContain("database-went-back");
  await other.stop();
});

test("OpenAPI says every endpoint, from the schemas that are enforced", async () => {
  const document = (await (await at("/openapi.json")).json()) as {
    paths: Record<string, { post?: { requestBody: { content: Record<string, { schema: unknown }> } } }>;
  };
  const all = { ...ENDPOINTS, ...ENDPOINTS_1 };
  expect(Object.keys(document.paths).sort()).toEqual([...Object.keys(all), "/v1/vault", "/v2/vault"].sort());
  for (const [path, { request }] of Object.entries(all))
    expect(document.paths[path]?.post?.requestBody.content["application/json"]?.schema).toEqual(
      jsonSchemaOf(request),
    );
});

test("what comes slowly or not at all holds nobody up, and is over in time", async () => {
  const { hostname, port } = new URL(vault.running.address);
  const connect = () => createConnection({ host: hostname, port: Number(port) });
  const idle = Array.from({ length: 1000 }, connect);
  const slow = connect();
  const closed = new Promise<string>((done) => {
    let text = "";
    slow.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    slow.on("close", () => done(text));
  });
  slow.write(
    "POST /v2/login/start HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 4000\r\n\r\n{",
  );
  const drip = setInterval(() => slow.write(" "), 200);
  // Without the limit the slow one stays for ever: whoever waited for it would never be answered.
  const { server } = vault.running.app;
  const { requestTimeout } = server;
  server.requestTimeout = 0;
  expect((await guess(vault, "somebody")).status).toBe(200);
  server.requestTimeout = requestTimeout;
  expect(await closed).toMatch(/^HTTP\/1\.1 408/);
  clearInterval(drip);
  for (const socket of idle) socket.destroy();
});
