/** State, devices, deletion and export, as the owner has them. */
import { describe, expect, test } from "vitest";
import { bytesToHex } from "../../src/core/bytes.ts";
import { makeDeviceKey } from "../../src/vault-client/device.ts";
import {
  deleteRecord,
  exportRecord,
  markForDeletion,
  readStatus,
  revokeDevice,
} from "../../src/vault-client/manage.ts";
import { restore, verify } from "../../src/vault-client/restore.ts";
import { ADDRESS, code, enrolled, NAME, PASSWORD, QUICK, type Setting, value } from "./setting.ts";

async function secondDevice({ vault, line }: Setting) {
  const wish = { address: ADDRESS, name: NAME, password: PASSWORD, pins: vault.facts() };
  const restored = value(await restore(line, { ...wish, device: await makeDeviceKey(), join: true }, QUICK));
  return { ...restored.account, entryId: "0".repeat(32), createdAtMs: vault.nowMs };
}

describe("the owner", () => {
  test("sees attempts, failures and devices, and remembers the highest state", async () => {
    const setting = await enrolled();
    const { line, account, content } = setting;
    await verify(line, account, { password: "wrong", key: content.key }, QUICK);
    const { status, account: after } = value(await readStatus(line, account));
    expect(status).toMatchObject({ attemptsLeft: 9, failuresSince: 1, lifetimeFailures: 1, generation: 1 });
    expect(status.devices.map(({ key }) => key)).toEqual([account.deviceKey]);
    expect(after.sequence).toBeGreaterThan(account.sequence);
    expect(JSON.stringify(status)).not.toContain(account.deviceSeed);
  });

  test("revokes a device, which then can do nothing any more", async () => {
    const setting = await enrolled();
    const { line } = setting;
    const other = await secondDevice(setting);
    const { account } = value(await readStatus(line, setting.account));
    const revoked = value(await revokeDevice(line, account, other.deviceKey));
    expect(revoked.devices.map(({ key }) => key)).toEqual([account.deviceKey]);
    expect(code(await readStatus(line, other))).toBe("not-proven");
    expect(code(await revokeDevice(line, revoked.account, other.deviceKey))).toBe("ok");
  });

  test("deletes the vault entry; repeated after a lost answer, it does no more", async () => {
    const { vault, line, account, content } = await enrolled();
    const marked = markForDeletion(account);
    line.lose = { path: "/v2/delete", what: "answer" };
    expect(code(await deleteRecord(line, marked))).toBe("unreachable");
    expect(value(await deleteRecord(line, marked))).toBe(true);
    expect(vault.rows.get(account.rowId)).toMatchObject({ record: "", sealedKey: "" });
    const known = { password: PASSWORD, key: content.key };
    expect(code(await verify(line, account, known, QUICK))).toBe("erased");
  });

  test("gets everything that is held, and none of it is the key", async () => {
    const { vault, line, account, content } = await enrolled();
    const all = value(await exportRecord(line, account));
    expect(all.sealedKey).toBe(vault.rows.get(account.rowId)?.sealedKey);
    const text = JSON.stringify(all);
    expect(text).not.toContain(Buffer.from(content.key).toString("base64url"));
    expect(text).not.toContain(bytesToHex(content.key));
    expect(text).not.toContain(NAME);
  });

  test("signs each request once: a recorded one is worth nothing", async () => {
    const { vault, line, account } = await enrolled();
    await readStatus(line, account);
    const recorded = line.sent.find(({ path }) => path === "/v2/status");
    if (!recorded) throw new Error("no request was recorded");
    expect(vault.answer(recorded.path, recorded.body, recorded.headers).status).toBe(401);
  });

  test("signs path, account, generation and body: none can be exchanged", async () => {
    const { vault, line, account } = await enrolled();
    line.lose = { path: "/v2/status", what: "request" };
    await readStatus(line, account);
    const { path, body, headers } = line.sent.at(-1) ?? { path: "", body: "", headers: {} };
    const signed = JSON.stringify({ rowId: account.rowId, generation: 2, origin: account.address });
    expect(vault.answer(path, signed, headers).status).toBe(401);
    line.lose = { path: "/v2/status", what: "request" };
    await readStatus(line, account);
    expect(vault.answer("/v2/delete", body, line.sent.at(-1)?.headers ?? {}).status).toBe(401);
  });
});
