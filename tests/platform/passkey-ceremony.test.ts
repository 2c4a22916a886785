/** What is asked of the browser for a passkey, and how each failure is named. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { passkeyCeremony } from "../../src/platform/passkey-ceremony.ts";

type Outputs = { prf?: { enabled?: boolean; results?: { first: Uint8Array | ArrayBuffer } } };
type Options = { signal?: AbortSignal; publicKey: Record<string, unknown> & { extensions: { prf: Prf } } };
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
let signals: (AbortSignal | undefined)[];
let answers: { create: () => unknown; get: () => unknown };
const credential = (id: Uint8Array, outputs: Outputs) =>
  new PublicKeyCredential(id.slice().buffer as ArrayBuffer, outputs);

function ceremony() {
  const one = passkeyCeremony();
  if (!one) throw new Error("no ceremony");
  return one;
}

/** Of somebody who waits to the end. */
const waiting = () => new AbortController().signal;

beforeEach(() => {
  asked = { create: [], get: [] };
  signals = [];
  answers = { create: () => null, get: () => null };
  const answer = (kind: "create" | "get") => async (options: Options) => {
    const { signal, ...rest } = options;
    signals.push(signal);
    asked[kind].push(structuredClone(rest));
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
    const made = [await ceremony().create([OTHER], waiting()), await ceremony().create([OTHER], waiting())];
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
    const made = await ceremony().create([], waiting());
    const salt = asked.create[0]?.publicKey.extensions.prf.eval?.first;
    expect(asked.get[0]?.publicKey.extensions.prf.evalByCredential).toEqual({
      [toBase64Url(ID)]: { first: salt },
    });
    expect(made).toEqual({ ok: true, value: { credentialId: ID, salt, prfOutput: output() } });
  });

  test.each([{}, { prf: {} }, { prf: { enabled: false } }])(
    "asks once more, too, where creation says nothing of a PRF (%j), and without an output fails as that",
    async (outputs) => {
      answers.create = () => credential(ID, outputs);
      answers.get = () => credential(ID, { prf: {} });
      expect(await ceremony().create([], waiting())).toEqual({ ok: false, error: { code: "no-prf" } });
      expect(asked.get).toHaveLength(1);
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
    const given = await ceremony().ask(passkeys, waiting());
    expect(asked.get[0]?.publicKey).toMatchObject({
      userVerification: "required",
      allowCredentials: passkeys.map(({ credentialId }) => ({ type: "public-key", id: credentialId })),
    });
    expect(asked.get[0]?.publicKey).not.toHaveProperty("rpId");
    expect(given).toEqual({ ok: true, value: { ...passkeys[1], prfOutput: output() } });
  });

  test("asks nothing where there is no passkey: browsers would take any", async () => {
    expect(await ceremony().ask([], waiting())).toEqual({ ok: false, error: { code: "not-answered" } });
    expect(asked.get).toEqual([]);
  });

  test("waits for one at a time", async () => {
    const one = ceremony();
    let answer = (_: unknown): void => {};
    answers.get = () => new Promise((resolve) => (answer = resolve));
    const first = one.ask(passkeys, waiting());
    for (const second of [one.ask(passkeys, waiting()), one.create([], waiting())])
      expect(await second).toEqual({ ok: false, error: { code: "busy" } });
    answer(credential(ID, { prf: { results: { first: output() } } }));
    expect((await first).ok).toBe(true);
    answers.get = () => null;
    expect(await one.ask(passkeys, waiting())).toEqual({ ok: false, error: { code: "failed" } });
  });

  test("wipes what the browser gave, once it is copied", async () => {
    const first = output();
    answers.get = () => credential(ID, { prf: { results: { first } } });
    expect(await ceremony().ask(passkeys, waiting())).toMatchObject({ value: { prfOutput: output() } });
    expect(first).toEqual(new Uint8Array(32));
  });

  test("takes no answer of a passkey that was not asked, and none without an output", async () => {
    answers.get = () => credential(SALT, { prf: { results: { first: output() } } });
    expect(await ceremony().ask(passkeys, waiting())).toEqual({ ok: false, error: { code: "failed" } });
    answers.get = () => credential(ID, {});
    expect(await ceremony().ask(passkeys, waiting())).toEqual({ ok: false, error: { code: "no-prf" } });
    answers.get = () => null;
    expect(await ceremony().ask(passkeys, waiting())).toEqual({ ok: false, error: { code: "failed" } });
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
    expect(await ceremony().ask(passkeys, waiting())).toEqual({ ok: false, error: { code } });
    expect(await ceremony().create([], waiting())).toEqual({ ok: false, error: { code } });
  });
});

describe("once nobody waits", () => {
  const passkeys = [{ credentialId: ID, salt: SALT }];
  const ended = { ok: false, error: { code: "ended" } };

  test("the browser is told, and its question is over", async () => {
    const { signal } = new AbortController();
    answers.create = () => credential(ID, {});
    await ceremony().create([], signal);
    await ceremony().ask(passkeys, signal);
    expect(signals).toEqual([signal, signal, signal]);
    const ending = new AbortController();
    answers.get = () =>
      new Promise((_, reject) => ending.signal.addEventListener("abort", () => reject(ending.signal.reason)));
    const reply = ceremony().ask(passkeys, ending.signal);
    ending.abort();
    expect(await reply).toEqual(ended);
  });

  test.each(["create", "get"] as const)("an answer that came all the same is wiped: %s", async (kind) => {
    const wiped: Uint8Array[] = [];
    const { fill } = Uint8Array.prototype;
    const secret = Buffer.from(output());
    const first = output();
    const ending = new AbortController();
    answers[kind] = () => {
      ending.abort();
      return credential(ID, { prf: { results: { first } } });
    };
    const act = () =>
      kind === "create" ? ceremony().create([], ending.signal) : ceremony().ask(passkeys, ending.signal);
    Uint8Array.prototype.fill = function (this: Uint8Array, ...given: Parameters<typeof fill>) {
      if (secret.equals(this)) wiped.push(this);
      return fill.apply(this, given);
    } as typeof fill;
    const reply = await act().finally(() => {
      Uint8Array.prototype.fill = fill;
    });
    expect(reply).toEqual(ended);
    // The browser's bytes, and ours.
    expect(wiped).toEqual([new Uint8Array(32), new Uint8Array(32)]);
    expect(first).toEqual(new Uint8Array(32));
  });
});
