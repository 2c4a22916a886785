/** A vault that lies, one that is another, and what answers without being one. */
import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { VaultAccount } from "../../src/core/keyring/vault-record.ts";
import { stateSigned } from "../../src/protocol/vault/proof.ts";
import type { Path } from "../../src/protocol/vault/wire.ts";
import { beginEnrol } from "../../src/vault-client/enrol.ts";
import { type Answer, LONGEST_ANSWER } from "../../src/vault-client/exchange.ts";
import { deleteRecord, exportRecord, readStatus, revokeDevice } from "../../src/vault-client/manage.ts";
import { finishPending } from "../../src/vault-client/pending.ts";
import { beginReset } from "../../src/vault-client/reset.ts";
import { addDevice, verify } from "../../src/vault-client/restore.ts";
import { makeVaultDouble } from "../support/vault-double.ts";
import {
  code,
  enrolled,
  enrolWish,
  lineTo,
  PASSWORD,
  QUICK,
  type Setting,
  someContent,
  tampering,
  value,
} from "./setting.ts";

const verifying = ({ line, account, content }: Setting, known: VaultAccount = account) =>
  verify(line, known, { password: PASSWORD, key: content.key }, QUICK);

/** Every step that an account can take. */
const STEPS: [string, (setting: Setting) => Promise<{ ok: boolean }>][] = [
  ["verify", (s) => verifying(s)],
  [
    "addDevice",
    ({ line, account, content: { key } }) => addDevice(line, account, { password: PASSWORD, key }, QUICK),
  ],
  [
    "beginReset",
    ({ line, account, content }) => beginReset(line, account, { password: PASSWORD, content }, QUICK),
  ],
  ["readStatus", ({ line, account }) => readStatus(line, account)],
  ["revokeDevice", ({ line, account }) => revokeDevice(line, account, account.deviceKey)],
  ["exportRecord", ({ line, account }) => exportRecord(line, account)],
  ["deleteRecord", ({ line, account }) => deleteRecord(line, account)],
];

describe("another vault than the pinned one", () => {
  test.each(STEPS)("is noticed by %s before anything else is asked", async (_, step) => {
    for (const field of ["vaultId", "publicKey", "stateKey"] as const) {
      const setting = await enrolled();
      const other = makeVaultDouble().facts()[field];
      setting.line.tamper = tampering("/v2/vault", (facts) => ({ ...facts, [field]: other }));
      expect(await step(setting)).toEqual({ ok: false, error: { code: "vault-changed" } });
      expect(setting.line.sent.map(({ path }) => path)).toEqual(["/v2/vault"]);
      expect(setting.vault.rows.get(setting.account.rowId)?.attemptsLeft).toBe(10);
    }
  });

  test("that has the state key alone is refused at login, even one that knows the password", async () => {
    const honest = await enrolled();
    const impostor = await enrolled(makeVaultDouble(honest.vault.ids));
    impostor.vault.stateKey = honest.vault.stateKey;
    impostor.line.tamper = tampering("/v2/vault", () => honest.vault.facts());
    expect(code(await verifying(impostor, honest.account))).toBe("vault-unproven");
    expect(impostor.line.sent.map(({ path }) => path)).toEqual(["/v2/vault", "/v2/login/start"]);
  });

  /** As the vault's answer, but evaluated by somebody else: the base point (RFC 9496 §4) stands for any element. */
  const evaluatedElsewhere = (reply: Record<string, unknown>) => {
    const ours = Buffer.from("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76", "hex");
    const response = Buffer.from(String(reply["registrationResponse"]), "base64url").subarray(32);
    return { ...reply, registrationResponse: Buffer.concat([ours, response]).toString("base64url") };
  };

  test("that evaluates in the vault's place gets no entry to try passwords on", async () => {
    const vault = makeVaultDouble();
    const line = lineTo(vault);
    line.tamper = tampering("/v2/accounts/start", evaluatedElsewhere);
    expect(code(await beginEnrol(line, enrolWish(vault, someContent()), QUICK))).toBe("vault-changed");
  });

  test("that evaluates in the vault's place learns no new password", async () => {
    const { line, account, content } = await enrolled();
    line.tamper = tampering("/v2/reset/start", evaluatedElsewhere);
    const wish = { password: "a newer password", content };
    expect(code(await beginReset(line, account, wish, QUICK))).toBe("vault-changed");
  });

  test("that repeats the pinned one's facts gets neither password nor key at enrolment", async () => {
    const [honest, impostor] = [makeVaultDouble(), makeVaultDouble()];
    const line = lineTo(impostor);
    line.tamper = tampering("/v2/vault", () => honest.facts());
    const wish = enrolWish(honest, someContent());
    expect(code(await beginEnrol(line, wish, QUICK))).toBe("vault-changed");
    expect(line.sent.map(({ path }) => path)).toEqual(["/v2/vault", "/v2/accounts/start"]);
  });

  test("that repeats the pinned one's facts is refused at login, even one that knows the password", async () => {
    const honest = await enrolled();
    const impostor = await enrolled(makeVaultDouble(honest.vault.ids));
    expect(impostor.account.rowId).toBe(honest.account.rowId);
    impostor.line.tamper = tampering("/v2/vault", () => honest.vault.facts());
    expect(code(await verifying(impostor, honest.account))).toBe("vault-unproven");
    expect(impostor.line.sent.map(({ path }) => path)).toEqual(["/v2/vault", "/v2/login/start"]);
  });

  test("that repeats the pinned one's facts learns no new password", async () => {
    const honest = await enrolled();
    const impostor = await enrolled(makeVaultDouble(honest.vault.ids));
    impostor.line.tamper = tampering("/v2/vault", () => honest.vault.facts());
    const { deviceSeed, deviceKey } = impostor.account;
    const account = { ...honest.account, deviceSeed, deviceKey };
    const wish = { password: "a newer password", content: honest.content };
    expect(code(await beginReset(impostor.line, account, wish, QUICK))).toBe("vault-changed");
    expect(impostor.line.sent.at(-1)?.path).toBe("/v2/reset/start");
  });
});

describe("a vault that lies", () => {
  test("about the devices, of which it has signed others", async () => {
    const { line, account, content } = await enrolled();
    line.tamper = tampering("/v2/status", (reply) => ({ ...reply, devices: [] }));
    expect(code(await readStatus(line, account))).toBe("not-a-vault");
    const revoked = { key: account.deviceKey, addedAtMs: 1, lastSeenAtMs: 1 };
    line.tamper = tampering("/v2/devices/revoke", (reply) => ({ ...reply, devices: [revoked] }));
    expect(code(await revokeDevice(line, account, account.deviceKey))).toBe("not-a-vault");
    line.tamper = null;
    const { account: joined } = value(
      await addDevice(line, account, { password: PASSWORD, key: content.key }, QUICK),
    );
    expect(code(await readStatus(line, joined))).toBe("ok");
  });

  test("with a state of version 1, which names no devices", async () => {
    const { vault, line, account } = await enrolled();
    const { vaultId, rowId, generation } = account;
    const said = { version: 1, vaultId, rowId, generation, sequence: 99, lifetimeFailures: 0, atMs: 1 };
    const statement = Buffer.from(JSON.stringify(said));
    for (const version of [1, 2] as const) {
      const signature = sign(null, stateSigned(statement, version), vault.stateKey).toString("base64url");
      const state = { statement: statement.toString("base64url"), signature };
      line.tamper = tampering("/v2/status", (reply) => ({ ...reply, state }));
      expect(code(await readStatus(line, account))).toBe(version === 1 ? "vault-changed" : "not-a-vault");
    }
  });

  test("about having revoked a device that it still lists", async () => {
    const { vault, line, account } = await enrolled();
    let state: unknown;
    let devices: unknown;
    line.tamper = tampering("/v2/status", (reply) => {
      ({ state, devices } = reply);
      return reply;
    });
    const before = value(await readStatus(line, account)).account;
    line.tamper = tampering("/v2/devices/revoke", () => ({ devices, state }));
    expect(code(await revokeDevice(line, before, account.deviceKey))).toBe("not-a-vault");
    expect(vault.rows.get(account.rowId)?.devices).toEqual([]);
  });

  test("about a state that it has not signed with the pinned key", async () => {
    const setting = await enrolled();
    setting.vault.stateKey = generateKeyPairSync("ed25519").privateKey;
    expect(code(await readStatus(setting.line, setting.account))).toBe("vault-changed");
    expect(code(await verifying(setting))).toBe("vault-unproven");
  });

  test("about the failures ever, of which it has signed another number", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/status", (reply) => ({ ...reply, lifetimeFailures: 0 }));
    const { line, account, content } = setting;
    const wrong = { password: "not the password", key: content.key };
    expect(code(await verify(line, account, wrong, QUICK))).toBe("wrong-password");
    expect(code(await readStatus(setting.line, setting.account))).toBe("not-a-vault");
  });

  test("with a true state of another account", async () => {
    const setting = await enrolled();
    const { account: other } = await enrolled(setting.vault, "another-name-than-this");
    const line = lineTo(setting.vault);
    const foreign = value(await readStatus(line, other));
    expect(foreign.account.rowId).not.toBe(setting.account.rowId);
    let state: unknown;
    line.tamper = tampering("/v2/status", (reply) => {
      state ??= reply["state"];
      return { ...reply, state };
    });
    await readStatus(line, other);
    expect(code(await readStatus(line, setting.account))).toBe("not-a-vault");
  });

  test("with a state of its own that lies behind one that was seen", async () => {
    const setting = await enrolled();
    let old: unknown;
    setting.line.tamper = tampering("/v2/status", (reply) => {
      old ??= reply["state"];
      return { ...reply, state: old };
    });
    const { account } = value(await readStatus(setting.line, setting.account));
    expect(code(await readStatus(setting.line, account))).toBe("ok");
    const { account: later } = value(await verifying(setting, account));
    expect(code(await readStatus(setting.line, later))).toBe("rolled-back");
  });

  test("by bringing back an old database, in which the old password still holds", async () => {
    const setting = await enrolled();
    const old = structuredClone(setting.vault.rows.get(setting.account.rowId));
    const wish = { password: "a newer password", content: setting.content };
    const begun = value(await beginReset(setting.line, setting.account, wish, QUICK));
    const account = value(await finishPending(setting.line, begun));
    if (old) setting.vault.rows.set(account.rowId, old);
    expect(code(await verifying(setting, account))).toBe("rolled-back");
    expect(code(await readStatus(setting.line, account))).toBe("rolled-back");
    expect(code(await exportRecord(setting.line, account))).toBe("rolled-back");
  });

  test("with a sealed key of another generation, or of another account", async () => {
    const setting = await enrolled();
    const row = setting.vault.rows.get(setting.account.rowId);
    const first = row?.sealedKey;
    const wish = { password: PASSWORD, content: setting.content };
    const begun = value(await beginReset(setting.line, setting.account, wish, QUICK));
    const account = value(await finishPending(setting.line, begun));
    const { account: other } = await enrolled(setting.vault, "another-name-than-this");
    for (const sealedKey of [first, setting.vault.rows.get(other.rowId)?.sealedKey]) {
      if (row && sealedKey) row.sealedKey = sealedKey;
      expect(code(await verifying(setting, account))).toBe("damaged");
    }
  });

  test("with the vault entry of another account", async () => {
    const setting = await enrolled();
    const { account: other } = await enrolled(setting.vault, "another-name-than-this");
    const [row, theirs] = [setting.account, other].map(({ rowId }) => setting.vault.rows.get(rowId));
    if (row && theirs) Object.assign(row, { record: theirs.record, credential: theirs.credential });
    expect(code(await verifying(setting))).toBe("wrong-password");
  });

  test("about the row, to a device that knows it", async () => {
    const setting = await enrolled();
    const { account: other } = await enrolled(setting.vault, "another-name-than-this");
    setting.line.tamper = tampering("/v2/login/start", (reply) => ({ ...reply, rowId: other.rowId }));
    expect(code(await verifying(setting))).toBe("vault-unproven");
  });

  test("about the generation", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/login/finish", (reply) => ({ ...reply, generation: 2 }));
    expect(code(await verifying(setting))).toBe("not-a-vault");
    const fresh = makeVaultDouble();
    const line = lineTo(fresh);
    const begun = value(await beginEnrol(line, enrolWish(fresh, someContent()), QUICK));
    line.tamper = tampering("/v2/accounts/finish", (reply) => ({ ...reply, generation: 2 }));
    expect(code(await finishPending(line, begun))).toBe("not-a-vault");
  });

  test("with another's export", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/export", (reply) => ({ ...reply, vaultId: "A".repeat(22) }));
    expect(code(await exportRecord(setting.line, setting.account))).toBe("not-a-vault");
  });

  test("with bytes that are no group elements", async () => {
    const setting = await enrolled();
    const junk = (field: string, characters: number, last: string) => (reply: Record<string, unknown>) => ({
      ...reply,
      [field]: "_".repeat(characters - 1).concat(last),
    });
    setting.line.tamper = tampering("/v2/login/start", junk("loginResponse", 427, "8"));
    expect(code(await verifying(setting))).toBe("vault-unproven");
    setting.line.tamper = tampering("/v2/reset/start", junk("registrationResponse", 86, "w"));
    const wish = { password: PASSWORD, content: setting.content };
    expect(code(await beginReset(setting.line, setting.account, wish, QUICK))).toBe("vault-changed");
  });

  test("with a key stretching that is not of our list", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/login/start", (reply) => ({ ...reply, stretching: "none" }));
    expect(code(await verifying(setting))).toBe("not-a-vault");
    setting.line.tamper = tampering("/v2/vault", (facts) => ({ ...facts, stretchings: [] }));
    const wish = { password: PASSWORD, content: setting.content };
    expect(code(await beginReset(setting.line, setting.account, wish, QUICK))).toBe("newer-vault");
  });
});

describe("what answers instead of a vault", () => {
  const PATHS: [Path | "/v2/vault", (setting: Setting) => Promise<{ ok: boolean }>][] = [
    ["/v2/vault", (s) => verifying(s)],
    ["/v2/login/start", (s) => verifying(s)],
    ["/v2/login/finish", (s) => verifying(s)],
    ["/v2/device/challenge", ({ line, account }) => readStatus(line, account)],
    ["/v2/status", ({ line, account }) => readStatus(line, account)],
    ["/v2/delete", ({ line, account }) => deleteRecord(line, account)],
  ];
  const html = "<!doctype html><title>Welcome</title>";
  const problem = (status: number, code: string, more = {}) =>
    JSON.stringify({ type: "about:blank", title: "", status, code, ...more }).replace('""', '"x"');

  test.each(PATHS)("%s: any other shape is no vault", async (path, step) => {
    const setting = await enrolled();
    const answers: Answer[] = [
      { status: 200, text: html },
      { status: 200, text: "" },
      { status: 200, text: "null" },
      { status: 200, text: "[]" },
      { status: 200, text: '{"__proto__":{}}' },
      { status: 200, text: JSON.stringify({ a: "a".repeat(LONGEST_ANSWER) }) },
      { status: 204, text: "{}" },
      { status: 302, text: html },
      { status: 404, text: html },
      { status: 400, text: problem(400, "no-such-code") },
      { status: 400, text: problem(400, "erased", { secret: 1 }) },
    ];
    for (const answer of answers) {
      setting.line.tamper = (asked, honest) => (asked === path ? answer : honest);
      expect(await step(setting)).toEqual({ ok: false, error: { code: "not-a-vault" } });
      for (const row of setting.vault.rows.values()) row.attemptsLeft = 10;
    }
  });

  test("an honest answer with a property more is no vault's", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/status", (reply) => ({ ...reply, more: 1 }));
    expect(code(await readStatus(setting.line, setting.account))).toBe("not-a-vault");
  });

  test("an honest answer blown up, or under another status, is no vault's", async () => {
    const setting = await enrolled();
    const blown = ({ status, text }: Answer) => ({ status, text: text + " ".repeat(LONGEST_ANSWER) });
    for (const change of [blown, ({ text }: Answer) => ({ status: 201, text })]) {
      setting.line.tamper = (path, answer) => (path === "/v2/status" ? change(answer) : answer);
      expect(code(await readStatus(setting.line, setting.account))).toBe("not-a-vault");
    }
  });

  test("a newer vault says so", async () => {
    const setting = await enrolled();
    setting.line.tamper = tampering("/v2/vault", (facts) => ({ ...facts, version: 3, more: 1 }));
    expect(code(await verifying(setting))).toBe("newer-vault");
  });

  test.each<[Answer, object]>([
    [{ status: 502, text: html }, { code: "busy" }],
    [{ status: 503, text: problem(503, "busy") }, { code: "busy" }],
    [{ status: 500, text: problem(500, "internal") }, { code: "busy" }],
    [
      { status: 429, text: problem(429, "rate-limited", { retryAfterSeconds: 7 }) },
      { code: "rate-limited", retryAfterSeconds: 7 },
    ],
    [
      { status: 429, text: problem(429, "wait") },
      { code: "wait", retryAfterSeconds: 60 },
    ],
    [{ status: 400, text: problem(400, "bad-request") }, { code: "refused" }],
    [{ status: 413, text: problem(413, "too-large") }, { code: "refused" }],
    [{ status: 410, text: problem(410, "erased") }, { code: "erased" }],
  ])("%o is %o", async (answer, error) => {
    const setting = await enrolled();
    setting.line.tamper = () => answer;
    expect(await verifying(setting)).toEqual({ ok: false, error });
  });

  test("nobody at all is unreachable, at every step", async () => {
    for (const [, step] of STEPS) {
      const setting = await enrolled();
      setting.line.lose = { path: "/v2/vault", what: "request" };
      expect(await step(setting)).toEqual({ ok: false, error: { code: "unreachable" } });
    }
  });
});
