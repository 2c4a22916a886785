/**
 * A second client, written from the tables of docs/vault-protocol.md alone: its labels, lengths and fields are read
 * from there, its OPAQUE is the independent one, and nothing of `src` is imported. If it cannot speak to the
 * built server, the document does not say enough.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeIn, tableRows } from "../checks/documents.ts";
import { readText } from "../checks/files.ts";
import { finishLogin, finishRegistration, startLogin, startRegistration } from "../support/opaque/client.ts";
import { argon2Stretch } from "../support/opaque/pieces.ts";
import { type Built, makeFolder, startBuilt } from "../support/vault/built.ts";

const DOCUMENT = readText("docs/vault-protocol.md");

/** The row of a table by its first cell, its other cells. */
function rowOf(heading: string, first: string): string[] {
  const row = tableRows(DOCUMENT, heading).find(([cell = ""]) => cell === first || codeIn(cell)[0] === first);
  if (!row) throw new Error(`no row ${first} under ${heading}`);
  return row.slice(1);
}

const code = (cell: string | undefined): string => codeIn(cell ?? "")[0] ?? "";
const bytes = (text: string): Buffer => Buffer.from(text, "base64url");
const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");
const text = (value: Uint8Array): string => Buffer.from(value).toString("base64url");

function number(value: number, length: number): Buffer {
  const all = Buffer.alloc(8);
  all.writeBigUInt64BE(BigInt(value));
  return all.subarray(8 - length);
}

/** "Each part comes after its length (4), and so does the label, which is the first part." */
function textOf(name: string, parts: readonly Uint8Array[]): Buffer {
  const label = utf8(code(rowOf("Text", name)[0]));
  return Buffer.concat([label, ...parts].flatMap((part) => [number(part.length, 4), part]));
}

type Values = Record<string, Uint8Array>;

/** The parts in the order that the table gives. */
function namedText(name: string, values: Values): Buffer {
  const names = codeIn(rowOf("Text", name)[1] ?? "");
  return textOf(
    name,
    names.map((part) => values[part] ?? expect.fail(`${name} has a part ${part}`)),
  );
}

/** An object with the fields that the table gives a request, and no other. */
function request(path: string, values: Record<string, unknown>): string {
  const fields = codeIn(rowOf("Message", path)[0] ?? "");
  return JSON.stringify(
    Object.fromEntries(fields.filter((name) => name in values).map((name) => [name, values[name]])),
  );
}

function expectFields(message: string, value: object): void {
  const fields = codeIn(rowOf("Message", message)[1] ?? "");
  expect(Object.keys(value).sort()).toEqual([...fields].sort());
}

const sessionKey = (session: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", session, "", code(rowOf("Key", use)[0]), 32));

function ed25519(key: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
}

type Json = Record<string, never> & Record<string, string & number & string[] & { [name: string]: string }>;

let server: Built;
let remove = () => {};
beforeAll(async () => {
  const made = makeFolder();
  remove = made.remove;
  server = await startBuilt(made.folder);
});
afterAll(async () => {
  await server.end();
  remove();
});

async function call(path: string, body: string, authorization = ""): Promise<Json> {
  const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
  const answer = await fetch(server.address + path, { method: "POST", headers, body });
  const value = (await answer.json()) as Json;
  if (answer.status === 200) expectFields(path, value);
  else {
    expect(rowOf("Problem", String(value["code"]))[0]).toBe(String(answer.status));
    throw new Error(String(value["code"]));
  }
  return value;
}

/** "memory 65536 KiB, 3 passes, 4 lanes" */
function stretching(id: string) {
  const [memory = 0, passes = 0, lanes = 0] =
    (rowOf("OPAQUE", `stretching \`${id}\``)[0] ?? "").match(/\d+/g)?.map(Number) ?? [];
  expect(rowOf("OPAQUE", "Argon2id's salt")[0]).toBe("16 zero bytes");
  expect(rowOf("OPAQUE", "Argon2id's output")[0]).toBe("64 bytes");
  return argon2Stretch(memory, passes, lanes);
}

class SecondClient {
  readonly origin = server.address;
  readonly device = generateKeyPairSync("ed25519");
  readonly deviceKey = this.device.publicKey.export({ format: "jwk" }).x ?? "";
  readonly name: string;
  password: string;
  generation = 1;
  rowId = "";
  ticket = "";
  session: Uint8Array = new Uint8Array();
  facts: Json = {} as Json;

  constructor(name: string, password: string) {
    this.name = name;
    this.password = password;
  }

  /** Step 1 of "What a client does". */
  async meet(): Promise<void> {
    this.facts = (await (await fetch(`${this.origin}/v2/vault`)).json()) as Json;
    const { vaultId = "", publicKey = "", origins = [] as never, signature = "" } = this.facts;
    expectFields("GET /v2/vault", this.facts);
    const signed = textOf("origins", [bytes(vaultId), bytes(publicKey), ...[...origins].map(utf8)]);
    expect(this.hasSigned(signed, signature)).toBe(true);
    expect(origins).toContain(this.origin);
  }

  hasSigned(message: Buffer, signature: string): boolean {
    return verify(null, message, ed25519(this.facts["stateKey"] ?? ""), bytes(signature));
  }

  get ids() {
    return {
      vaultId: bytes(this.facts["vaultId"] ?? ""),
      rowId: bytes(this.rowId),
      origin: utf8(this.origin),
    };
  }

  /** "its base64url text in UTF-8" */
  get identities() {
    return { client: utf8(this.rowId), server: utf8(this.facts["vaultId"] ?? "") };
  }

  /** "NFKC of what was typed, in UTF-8" */
  get secret(): Buffer {
    return utf8(this.password.normalize("NFKC"));
  }

  checkEvaluation(path: string, id: string, asked: Uint8Array, answered: string, signature: string): void {
    const values = { ...this.ids, "POST path": utf8(`POST ${path}`), id: utf8(id), request: asked };
    const message = namedText("evaluation", { ...values, response: bytes(answered) });
    expect(this.hasSigned(message, signature)).toBe(true);
  }

  checkState(state: { [name: string]: string }, devices: readonly Json[]): Json {
    expectFields("state", state);
    const { statement = "", signature = "" } = state;
    expect(this.hasSigned(namedText("state", { statement: bytes(statement) }), signature)).toBe(true);
    const said = JSON.parse(bytes(statement).toString()) as Json;
    expectFields("statement, parsed", said);
    const list = devices.map(({ key = "", addedAtMs = 0 }) =>
      Buffer.concat([bytes(key), number(Number(addedAtMs), 8)]),
    );
    const hash = createHash("sha256").update(textOf("devices", list)).digest();
    expect(said["devices"]).toBe(text(hash));
    return said;
  }

  /** The client's half of a registration; `start` and `finish` are the paths of an account or of a reset. */
  async choose(start: string, finish: string, password: string, id: "registrationId" | "resetId") {
    this.password = password;
    const begun = startRegistration(this.secret);
    const { name, origin, rowId, generation } = this;
    const known = { name, origin, rowId, generation };
    const asked = request(start, { ...known, registrationRequest: text(begun.request) });
    const answer = await this.send(start, asked);
    this.rowId ||= answer["rowId"] ?? "";
    const { registrationResponse = "", signature = "" } = answer;
    this.checkEvaluation(start, answer[id] ?? "", begun.request, registrationResponse, signature);
    const way = [...(this.facts["stretchings"] ?? [])][0] ?? "";
    const done = await finishRegistration(
      begun.state,
      bytes(registrationResponse),
      stretching(way),
      this.identities,
    );
    expect(text(done.serverPublicKey)).toBe(this.facts["publicKey"]);
    const brought = {
      registrationRecord: text(done.record),
      sealedKey: this.seal(done.exportKey),
      stretching: way,
    };
    const stored = await this.send(finish, request(finish, { ...known, [id]: answer[id], ...brought }));
    return this.checkState(stored["state"] as never, id === "resetId" ? await this.devices() : []);
  }

  /** The vault does not look into it. */
  seal(exportKey: Uint8Array): string {
    const cipher = createCipheriv("aes-256-gcm", exportKey.subarray(0, 32), Buffer.alloc(12));
    return text(Buffer.concat([cipher.update("the 64 digits"), cipher.final(), cipher.getAuthTag()]));
  }

  async logIn(joining: boolean) {
    const { state, ke1 } = startLogin(this.secret);
    const path = "/v2/login/start";
    const begun = await call(
      path,
      request(path, { name: this.name, origin: this.origin, startLoginRequest: text(ke1) }),
    );
    const { loginId = "", loginResponse = "", signature = "" } = begun;
    this.rowId ||= begun["rowId"] ?? "";
    this.checkEvaluation(path, loginId, ke1, loginResponse, signature);
    const stretch = stretching(String(begun["stretching"]));
    const done = await finishLogin(state, bytes(loginResponse), stretch, this.identities);
    if (!done) throw new Error("wrong password");
    const deviceKey = joining ? bytes(this.deviceKey) : Buffer.alloc(0);
    const bound = namedText("login", { ...this.ids, deviceKey });
    const binding = text(createHmac("sha256", sessionKey(done.sessionKey, "request")).update(bound).digest());
    const last = { loginId, finishLoginRequest: text(done.ke3), origin: this.origin, binding };
    const finish = "/v2/login/finish";
    const more = joining ? { deviceKey: this.deviceKey } : {};
    const { answer = "" } = await call(finish, request(finish, { ...last, ...more }));
    const opened = this.open(done.sessionKey, answer);
    expectFields("login answer, opened", opened);
    expect(opened["sealedKey"]).toBe(this.seal(done.exportKey));
    this.session = done.sessionKey;
    this.ticket = opened["ticket"] ?? "";
    const devices = opened["devices"] as unknown as Json[];
    for (const device of devices) expectFields("a device of `devices`", device);
    const said = this.checkState(opened["state"] as never, devices);
    this.generation = Number(said["generation"]);
    return devices.map(({ key }) => key);
  }

  /** "nonce (12) ‖ AES-256-GCM … ‖ tag (16)" */
  open(session: Uint8Array, answer: string): Json {
    const sealed = bytes(answer);
    const cipher = createDecipheriv("aes-256-gcm", sessionKey(session, "answer"), sealed.subarray(0, 12));
    cipher.setAuthTag(sealed.subarray(-16));
    return JSON.parse(Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString());
  }

  async signed(path: string, body: string, by: "device" | "ticket"): Promise<string> {
    const challenge = "/v2/device/challenge";
    const { nonce = "" } = await call(challenge, request(challenge, { rowId: this.rowId }));
    const bodyHash = createHash("sha256").update(body).digest();
    const generation = number(this.generation, 4);
    const values = {
      ...this.ids,
      "POST path": utf8(`POST ${path}`),
      generation,
      nonce: bytes(nonce),
      bodyHash,
    };
    const message = namedText(by, values);
    if (by === "device")
      return `Sixtyfour-Device ${nonce}.${this.deviceKey}.${text(sign(null, message, this.device.privateKey))}`;
    const mac = createHmac("sha256", sessionKey(this.session, "ticket")).update(message).digest();
    return `Sixtyfour-Ticket ${nonce}.${this.ticket}.${text(mac)}`;
  }

  /** Signed where the table of endpoints says so. */
  async send(path: string, body: string, by: "device" | "ticket" = "device"): Promise<Json> {
    const isSigned = (rowOf("Endpoint", path)[0] ?? "").startsWith("signed");
    return call(path, body, isSigned ? await this.signed(path, body, by) : "");
  }

  own(path: string, by: "device" | "ticket" = "device", more: object = {}): Promise<Json> {
    const { rowId, generation, origin } = this;
    return this.send(path, request(path, { rowId, generation, origin, ...more }), by);
  }

  async devices(): Promise<Json[]> {
    const status = await this.own("/v2/status");
    return status["devices"] as unknown as Json[];
  }
}

test("registers, logs in, joins, resets, revokes and deletes at the built server", async () => {
  const name = `second-${randomBytes(6).toString("hex")}`;
  const owner = new SecondClient(name, "");
  await owner.meet();
  const made = await owner.choose(
    "/v2/accounts/start",
    "/v2/accounts/finish",
    "paſſword ﬁve",
    "registrationId",
  );
  expect([made["generation"], made["sequence"]]).toEqual([1, 1]);
  await expect(owner.own("/v2/status")).rejects.toThrow("not-proven");
  expect(await owner.logIn(true)).toEqual([owner.deviceKey]);

  const other = new SecondClient(name, "password five");
  await other.meet();
  expect(await other.logIn(false)).toEqual([owner.deviceKey]);
  await expect(other.own("/v2/status")).rejects.toThrow("not-proven");
  expect((await other.own("/v2/status", "ticket"))["attemptsLeft"]).toBe(10);
  expect(await other.logIn(true)).toHaveLength(2);
  const held = await other.own("/v2/export");
  expect(bytes(held["registrationRecord"] ?? "")).toHaveLength(Number(rowOf("What", "record")[0]));

  await owner.choose("/v2/reset/start", "/v2/reset/finish", "another password", "resetId");
  owner.generation = 2;
  await expect(other.logIn(false)).rejects.toThrow("wrong password");
  expect(await owner.logIn(false)).toHaveLength(2);
  const left = await owner.own("/v2/devices/revoke", "device", { deviceKey: other.deviceKey });
  owner.checkState(left["state"] as never, left["devices"] as unknown as Json[]);
  await expect(other.own("/v2/status")).rejects.toThrow("not-proven");
  expect(await owner.own("/v2/delete", "ticket")).toEqual({ deleted: true });
  await expect(owner.own("/v2/status")).rejects.toThrow("erased");
});
