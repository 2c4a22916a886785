/** What is asked of the browser for a passkey, and how each failure is named. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { passkeyCeremony } from "../../src/platform/passkey-ceremony.ts";

type Outputs = { prf?: { enabled?: boolean; results?: { first: Uint8Array | ArrayBuffer } } };
type Options = { publicKey: Record<string, unknown> & { extensions: { prf: Prf } } };
type Prf = { eval?: { first: Uint8Array }; evalByCredential?: Record<string, { first: Uint8Array }> };

class PublicKeyCredential {
  constructor(
    readonly rawId: ArrayBuffer,
    readonly outputs: Outputs,
  ) {}
  getClientExtensionResults = () => this.outputs;
}

const ID = new Uint8Array(20).fill(1);
const OTHER = new Uint8Array(33).fill(2);
const SALT = new Uint8Array(32).fill(3);
const output = () => new Uint8Array(32).fill(4);

let asked: { create: Options[]; get: Options[] };
let answers: { create: () => unknown; get: () => unknown };
const credential = (id: Uint8Array, outputs: Outputs) =>
  new PublicKeyCredential(id.slice().buffer as ArrayBuffer, outputs);

function ceremony() {
  const one = passkeyCeremony();
  if (!one) throw new Error("no ceremony");
  return one;
}

beforeEach(() => {
  asked = { create: [], get: [] };
  answers = { create: () => null, get: () => null };
  const answer = (kind: "create" | "get") => async (options: Options) => {
    asked[kind].push(structuredClone(options));
    return answers[kind]();
  };
  vi.stubGlobal("__BROWSER__", "chrome");
  vi.stubGlobal("PublicKeyCredential", PublicKeyCredential);
  vi.stubGlobal("navigator", { credentials: { create: answer("create"), get: answer("get") } });
});

test("Firefox is offered none, nor a browser without passkeys", () => {
  vi.stubGlobal("__BROWSER__", "firefox");
  expect(passkeyCeremony()).toBeNull();
  vi.stubGlobal("__BROWSER__", "chrome");
  vi.stubGlobal("PublicKeyCredential", undefined);
  Reflect.deleteProperty(globalThis, "PublicKeyCredential");
  expect(passkeyCeremony()).toBeNull();
});

describe("creating", () => {
  test("names no relying party, verifies the user, and asks the PRF for a fresh salt", async () => {
    answers.create = () => credential(ID, { prf: { enabled: true, results: { first: output() } } });
    const made = [await ceremony().create([OTHER]), await ceremony().create([OTHER])];
    const [first, second] = asked.create.map(({ publicKey }) => publicKey);
    expect(first).toMatchObject({
      rp: { name: "Sixtyfour" },
      authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
      excludeCredentials: [{ type: "public-key", id: OTHER }],
      attestation: "none",
    });
    expect(first?.rp).not.toHaveProperty("id");
    expect(asked.get).toEqual([]);
    const salts = [first, second].map((one) => one?.extensions.prf.eval?.first);
    expect(salts[0]).toHaveLength(32);
    expect(salts[0]).not.toEqual(salts[1]);
    expect(made).toEqual(
      salts.map((salt) => ({ ok: true, value: { credentialId: ID, salt, prfOutput: output() } })),
    );
  });

  test("asks once more where creation gives no output, for the same salt", async () => {
    answers.create = () => credential(ID, { prf: { enabled: true } });
    answers.get = () => credential(ID, { prf: { results: { first: output().buffer } } });
    const made = await ceremony().create([]);
    const salt = asked.create[0]?.publicKey.extensions.prf.eval?.first;
    expect(asked.get[0]?.publicKey.extensions.prf.evalByCredential).toEqual({
      [toBase64Url(ID)]: { first: salt },
    });
    expect(made).toEqual({ ok: true, value: { credentialId: ID, salt, prfOutput: output() } });
  });

  test.each([{}, { prf: {} }, { prf: { enabled: false } }])(
    "without a PRF (%j) fails as that",
    async (outputs) => {
      answers.create = () => credential(ID, outputs);
      expect(await ceremony().create([])).toEqual({ ok: false, error: { code: "no-prf" } });
      expect(asked.get).toEqual([]);
    },
  );
});

describe("asking", () => {
  const passkeys = [
    { credentialId: ID, salt: SALT },
    { credentialId: OTHER, salt: new Uint8Array(32).fill(5) },
  ];

  test("gives each passkey its own salt, and the answer says whose it is", async () => {
    answers.get = () => credential(OTHER, { prf: { results: { first: output() } } });
    const given = await ceremony().ask(passkeys);
    expect(asked.get[0]?.publicKey).toMatchObject({
      userVerification: "required",
      allowCredentials: passkeys.map(({ credentialId }) => ({ type: "public-key", id: credentialId })),
    });
    expect(asked.get[0]?.publicKey).not.toHaveProperty("rpId");
    expect(given).toEqual({ ok: true, value: { ...passkeys[1], prfOutput: output() } });
  });

  test("wipes what the browser gave, once it is copied", async () => {
    const first = output();
    answers.get = () => credential(ID, { prf: { results: { first } } });
    expect(await ceremony().ask(passkeys)).toMatchObject({ value: { prfOutput: output() } });
    expect(first).toEqual(new Uint8Array(32));
  });

  test("takes no answer of a passkey that was not asked, and none without an output", async () => {
    answers.get = () => credential(SALT, { prf: { results: { first: output() } } });
    expect(await ceremony().ask(passkeys)).toEqual({ ok: false, error: { code: "failed" } });
    answers.get = () => credential(ID, {});
    expect(await ceremony().ask(passkeys)).toEqual({ ok: false, error: { code: "no-prf" } });
    answers.get = () => null;
    expect(await ceremony().ask(passkeys)).toEqual({ ok: false, error: { code: "failed" } });
  });

  test.each([
    ["NotAllowedError", "not-answered"],
    ["AbortError", "not-answered"],
    ["InvalidStateError", "already-there"],
    ["NotSupportedError", "no-authenticator"],
    ["ConstraintError", "no-authenticator"],
    ["SecurityError", "failed"],
    ["UnknownError", "failed"],
  ])("%s is %s", async (name, code) => {
    const refuse = () => {
      throw new DOMException("told to nobody", name);
    };
    Object.assign(answers, { create: refuse, get: refuse });
    expect(await ceremony().ask(passkeys)).toEqual({ ok: false, error: { code } });
    expect(await ceremony().create([])).toEqual({ ok: false, error: { code } });
  });
});
