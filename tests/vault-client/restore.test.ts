/** The key on another computer, and everything that can be wrong on the way. */
import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { randomBytes } from "../../src/core/bytes.ts";
import { parseVaultAccount } from "../../src/core/keyring/vault-record.ts";
import { makeDeviceKey } from "../../src/vault-client/device.ts";
import { deleteRecord, readStatus } from "../../src/vault-client/manage.ts";
import type { Outcome } from "../../src/vault-client/outcome.ts";
import { addDevice, type Restored, restore, verify } from "../../src/vault-client/restore.ts";
import { ADDRESS, code, enrolled, lineTo, NAME, PASSWORD, QUICK, type Setting, value } from "./setting.ts";

async function restoreFrom(
  { vault }: Pick<Setting, "vault">,
  { password = PASSWORD, join = false, name = NAME, line = lineTo(vault), device = makeDeviceKey() } = {},
): Promise<Outcome<Restored>> {
  const wish = { address: ADDRESS, name, password, pins: vault.facts(), device: await device, join };
  return restore(line, wish, QUICK);
}

/** As many devices as a vault entry may have. */
function fill({ vault, account }: Setting): void {
  const devices = vault.rows.get(account.rowId)?.devices ?? [];
  for (let i = devices.length; i < 16; i++)
    devices.push({ key: toBase64Url(randomBytes(32)), addedAtMs: vault.nowMs, lastSeenAtMs: vault.nowMs });
}

describe("restoring", () => {
  test("gives the key, its label and its dates, by address, name and password alone", async () => {
    const setting = await enrolled();
    const restored = value(await restoreFrom(setting));
    expect(restored.content).toEqual(setting.content);
    expect(restored).toMatchObject({ failuresSince: 0, lifetimeFailures: 0 });
  });

  test("takes a password typed with other accents, and no other case", async () => {
    const setting = await enrolled();
    expect(code(await restoreFrom(setting, { password: PASSWORD.normalize("NFD") }))).toBe("ok");
    expect(code(await restoreFrom(setting, { password: PASSWORD.toLowerCase() }))).toBe("wrong-password");
    expect(code(await restoreFrom(setting, { password: `${PASSWORD} ` }))).toBe("wrong-password");
  });

  test("spends no attempt where the browser has not the memory that the password takes", async () => {
    const setting = await enrolled();
    const line = lineTo(setting.vault);
    const wish = {
      ...{ address: ADDRESS, name: NAME, password: PASSWORD },
      ...{ pins: setting.vault.facts(), device: await makeDeviceKey(), join: false },
    };
    // 4 GiB are more than WebAssembly has.
    const tooMuch = { "argon2id-64mib-3-4": { memoryKib: 2 ** 22, iterations: 3, parallelism: 4 } };
    expect(code(await restore(line, wish, tooMuch))).toBe("cannot-derive");
    expect(line.sent.map(({ path }) => path)).not.toContain("/v2/login/start");
    expect(value(await restoreFrom(setting))).toMatchObject({ failuresSince: 0, lifetimeFailures: 0 });
  });

  test("says how often somebody has failed since", async () => {
    const setting = await enrolled();
    for (let i = 0; i < 3; i++) await restoreFrom(setting, { password: "wrong" });
    expect(value(await restoreFrom(setting))).toMatchObject({ failuresSince: 3, lifetimeFailures: 3 });
    expect(value(await restoreFrom(setting))).toMatchObject({ failuresSince: 0, lifetimeFailures: 3 });
  });

  test("with wrong passwords: counted down, spaced, and erased in the end", async () => {
    const setting = await enrolled();
    const seen: unknown[] = [];
    for (let i = 0; i < 10; i++) {
      const outcome = await restoreFrom(setting, { password: `wrong ${i}` });
      seen.push(!outcome.ok && outcome.error);
      setting.vault.nowMs += 24 * 3_600_000;
    }
    const waits = [0, 0, 0, 0, 60, 600, 3600, 21_600, 86_400, 0];
    expect(seen).toEqual(
      waits.map((retryAfterSeconds, i) => ({
        code: "wrong-password",
        attemptsLeft: 9 - i,
        retryAfterSeconds,
      })),
    );
    expect(code(await restoreFrom(setting))).toBe("erased");
    expect(code(await readStatus(setting.line, setting.account))).toBe("erased");
  });

  test("too soon after failures says how long to wait, and spends nothing", async () => {
    const setting = await enrolled();
    for (let i = 0; i < 5; i++) await restoreFrom(setting, { password: "wrong" });
    setting.vault.nowMs += 10_000;
    expect(await restoreFrom(setting)).toEqual({ ok: false, error: { code: "wait", retryAfterSeconds: 50 } });
    expect(setting.vault.rows.get(setting.account.rowId)?.attemptsLeft).toBe(5);
    setting.vault.nowMs += 50_000;
    expect(code(await restoreFrom(setting))).toBe("ok");
  });

  test("under a name that nobody has looks like a wrong password", async () => {
    const setting = await enrolled();
    expect(code(await restoreFrom(setting, { name: "no-such-name-here" }))).toBe("wrong-password");
  });

  test("joins the browser as a device that can be stored with its key", async () => {
    const setting = await enrolled();
    const { account } = value(await restoreFrom(setting, { join: true }));
    const stored = { ...account, entryId: "0".repeat(32), createdAtMs: setting.vault.nowMs };
    expect(parseVaultAccount(JSON.stringify(stored))).toEqual(stored);
    const { status } = value(await readStatus(lineTo(setting.vault), stored));
    expect(status.devices.map(({ key }) => key)).toContain(account.deviceKey);
    expect(status.devices).toHaveLength(2);
  });

  test("whose last answer is lost, adds the same device only once", async () => {
    const setting = await enrolled();
    const line = lineTo(setting.vault);
    const device = makeDeviceKey();
    line.lose = { path: "/v2/login/finish", what: "answer" };
    expect(code(await restoreFrom(setting, { join: true, line, device }))).toBe("unreachable");
    expect(code(await restoreFrom(setting, { join: true, line, device }))).toBe("ok");
    expect(setting.vault.rows.get(setting.account.rowId)?.devices).toHaveLength(2);
  });

  test("without joining leaves no device, and a ticket whose key signs each request once", async () => {
    const setting = await enrolled();
    const { account, ticket } = value(await restoreFrom(setting));
    const stranger = { ...account, entryId: "0".repeat(32), createdAtMs: 0 };
    const line = lineTo(setting.vault);
    expect(code(await readStatus(line, stranger))).toBe("not-proven");
    expect(code(await readStatus(line, stranger, ticket))).toBe("ok");
    const { path, body, headers } = line.sent.at(-1) ?? { path: "", body: "", headers: {} };
    expect(setting.vault.answer(path, body, headers).status).toBe(401);
    expect(JSON.stringify(line.sent)).not.toContain(ticket.key);
    const forged = { ...ticket, key: toBase64Url(randomBytes(32)) };
    expect(code(await deleteRecord(line, stranger, forged))).toBe("not-proven");
    expect(code(await deleteRecord(line, stranger, ticket))).toBe("ok");
    expect(code(await restoreFrom(setting))).toBe("erased");
  });

  test("with as many devices as there may be, gives the key without joining, and costs no attempt", async () => {
    const setting = await enrolled();
    fill(setting);
    const restored = value(await restoreFrom(setting, { join: true }));
    expect(restored).toMatchObject({ content: setting.content, joined: false, failuresSince: 0 });
    const row = setting.vault.rows.get(setting.account.rowId);
    expect(row?.attemptsLeft).toBe(10);
    expect(row?.devices.map(({ key }) => key)).not.toContain(restored.account.deviceKey);
    row?.devices.pop();
    expect(value(await restoreFrom(setting, { join: true })).joined).toBe(true);
  });
});

describe("a browser that knows the vault entry", () => {
  test("becomes a device again by the password", async () => {
    const { vault, line, account, content } = await enrolled();
    const row = vault.rows.get(account.rowId);
    if (row) row.devices = [];
    expect(code(await readStatus(line, account))).toBe("not-proven");
    const known = { password: PASSWORD, key: content.key };
    const joined = value(await addDevice(line, account, known, QUICK));
    expect(code(await readStatus(line, joined.account))).toBe("ok");
  });

  test("is told when it cannot become a device, at the cost of no attempt", async () => {
    const setting = await enrolled();
    const { vault, line, account, content } = setting;
    const row = vault.rows.get(account.rowId);
    if (row) row.devices = [];
    fill(setting);
    const known = { password: PASSWORD, key: content.key };
    expect(code(await addDevice(line, account, known, QUICK))).toBe("too-many-devices");
    expect(row?.attemptsLeft).toBe(10);
  });

  test("can verify the vault as a place at any time", async () => {
    const { line, account, content } = await enrolled();
    const known = { password: PASSWORD, key: content.key };
    const { account: after } = value(await verify(line, account, known, QUICK));
    expect(after.sequence).toBeGreaterThan(account.sequence);
  });
});
