/** Storing a key: three steps, each of which may be cut off. */
import { describe, expect, test } from "vitest";
import { bytesToHex, toBase64, utf8ToBytes } from "../../src/core/bytes.ts";
import { parseVaultAccount, type VaultAccount } from "../../src/core/keyring/vault-record.ts";
import type { Path } from "../../src/protocol/vault/wire.ts";
import { beginEnrol } from "../../src/vault-client/enrol.ts";
import { finishPending, isOver, withoutPending } from "../../src/vault-client/pending.ts";
import { addDevice } from "../../src/vault-client/restore.ts";
import { stretchings } from "../../src/vault-client/stretchings.ts";
import { makeVaultDouble } from "../support/vault-double.ts";
import { code, enrolled, enrolWish, lineTo, NAME, PASSWORD, QUICK, someContent, value } from "./setting.ts";

/** As it is after the keyring was sealed, the browser closed, and the keyring opened. */
function kept(account: VaultAccount): VaultAccount {
  const read = parseVaultAccount(JSON.stringify(account));
  if (!read) throw new Error("the keyring would not read this account");
  return read;
}

describe("storing a key", () => {
  test("at the real cost: begun, finished, verified, with the attempts full", async () => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = kept(value(await beginEnrol(line, enrolWish(vault, content), stretchings)));
    expect(vault.rows.size).toBe(0);
    const stored = kept(value(await finishPending(line, begun)));
    // Only the first login makes this browser a device, and ends it.
    expect(stored.pending?.step).toBe("enrol");
    expect([...vault.rows.values()][0]?.devices).toEqual([]);
    const known = { password: PASSWORD, key: content.key.slice() };
    const verified = value(await addDevice(line, stored, known, stretchings));
    expect(kept(verified.account).pending).toBeNull();
    expect(verified).toMatchObject({ failuresSince: 0, lifetimeFailures: 0 });
    expect([...vault.rows.values()][0]).toMatchObject({ attemptsLeft: 10, stretching: "argon2id-64mib-3-4" });
  });

  test("sends neither password nor key, in no form and no message", async () => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    const stored = value(await finishPending(line, begun));
    await addDevice(line, stored, { password: PASSWORD, key: content.key }, QUICK);
    const transcript = JSON.stringify(line.sent);
    const secrets = [utf8ToBytes(PASSWORD), content.key, utf8ToBytes(content.label)].flatMap((bytes) => [
      ...[bytesToHex(bytes), toBase64(bytes), Buffer.from(bytes).toString("base64url")],
      Buffer.from(bytes).toString("latin1"),
    ]);
    for (const secret of [...secrets, PASSWORD, content.label, begun.deviceSeed])
      expect(transcript).not.toContain(secret);
    expect(JSON.stringify(begun)).not.toContain(bytesToHex(content.key));
    expect(transcript).toContain(NAME);
  });

  test.each<[Path | "/v2/vault", "request" | "answer"]>([
    ["/v2/vault", "answer"],
    ["/v2/accounts/start", "request"],
    ["/v2/accounts/start", "answer"],
  ])("cut off at the %s's %s, can be begun again under the same name", async (path, what) => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    line.lose = { path, what };
    expect(code(await beginEnrol(line, enrolWish(vault, content), QUICK))).toBe("unreachable");
    const again = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    expect(code(await finishPending(line, again))).toBe("ok");
  });

  test.each<[Path, "request" | "answer"]>([
    ["/v2/accounts/finish", "request"],
    ["/v2/accounts/finish", "answer"],
  ])("cut off at the last %s's %s, sends the very same once more", async (path, what) => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    line.lose = { path, what };
    const cut = await finishPending(line, begun);
    expect(cut).toEqual({ ok: false, error: { code: "unreachable" } });
    expect(!cut.ok && isOver(cut.error)).toBe(false);
    expect(code(await finishPending(line, kept(begun)))).toBe("ok");
    const finishing = line.sent.filter((sent) => sent.path === path).map(({ body }) => body);
    expect(finishing).toHaveLength(2);
    expect(finishing[0]).toBe(finishing[1]);
  });

  test("whose last answer was lost for longer than the vault remembers, is found to be done", async () => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    line.lose = { path: "/v2/accounts/finish", what: "answer" };
    await finishPending(line, begun);
    vault.nowMs += 24 * 3_600_000;
    const found = value(await finishPending(line, kept(begun)));
    expect(code(await addDevice(line, found, { password: PASSWORD, key: content.key }, QUICK))).toBe("ok");
  });

  test("that the vault has signed for is not sent again, whatever became of it since", async () => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    const stored = kept(value(await finishPending(line, begun)));
    line.sent.length = 0;
    expect(value(await finishPending(line, stored))).toEqual(stored);
    expect(line.sent).toEqual([]);
    const known = { password: PASSWORD, key: content.key };
    const { account } = value(await addDevice(line, stored, known, QUICK));
    expect(account.pending).toBeNull();
    expect(vault.rows.get(account.rowId)?.devices.map(({ key }) => key)).toEqual([account.deviceKey]);
  });

  test("begun by an extension of version 1, is sent without the device, which joins later", async () => {
    const vault = makeVaultDouble();
    const line = lineTo(vault);
    const begun = value(await beginEnrol(line, enrolWish(vault, someContent()), QUICK));
    if (begun.pending?.step !== "enrol") throw new Error("nothing is pending");
    const body = JSON.stringify({ ...JSON.parse(begun.pending.body), deviceKey: begun.deviceKey });
    const old = kept({ ...begun, pending: { step: "enrol", body } });
    expect(code(await finishPending(line, old))).toBe("ok");
    expect(line.sent.at(-1)?.body).toBe(begun.pending.body);
  });

  test("that the vault says is at a generation it cannot be at yet, is not believed", async () => {
    const vault = makeVaultDouble();
    const line = lineTo(vault);
    const begun = value(await beginEnrol(line, enrolWish(vault, someContent()), QUICK));
    line.lose = { path: "/v2/accounts/finish", what: "answer" };
    await finishPending(line, begun);
    for (const row of vault.rows.values()) row.generation = 2;
    expect(code(await finishPending(line, begun))).toBe("not-a-vault");
  });

  test("begun too long ago is over, and leaves nothing", async () => {
    const vault = makeVaultDouble();
    const line = lineTo(vault);
    const begun = value(await beginEnrol(line, enrolWish(vault, someContent()), QUICK));
    vault.nowMs += 24 * 3_600_000;
    const late = await finishPending(line, begun);
    expect(late).toEqual({ ok: false, error: { code: "expired" } });
    expect(!late.ok && isOver(late.error)).toBe(true);
    expect(withoutPending(begun)).toBeNull();
  });

  test("under a name that is taken never touches what is there", async () => {
    const { vault, account } = await enrolled();
    const before = structuredClone(vault.rows.get(account.rowId));
    const line = lineTo(vault);
    const second = value(await beginEnrol(line, enrolWish(vault, someContent()), QUICK));
    expect(code(await finishPending(line, second))).toBe("name-taken");
    expect(vault.rows.get(account.rowId)).toEqual(before);
  });

  test("is refused by a vault that takes no new entries, before anything is made", async () => {
    const vault = makeVaultDouble();
    vault.registration = "closed";
    const line = lineTo(vault);
    expect(code(await beginEnrol(line, enrolWish(vault, someContent()), QUICK))).toBe("registration-closed");
    expect(line.sent).toHaveLength(1);
  });

  test.each<[Path, "request" | "answer"]>([
    ["/v2/login/start", "request"],
    ["/v2/login/start", "answer"],
    ["/v2/login/finish", "request"],
    ["/v2/login/finish", "answer"],
  ])("is verified again when the check was cut off at the %s's %s", async (path, what) => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    const stored = kept(value(await finishPending(line, begun)));
    const known = { password: PASSWORD, key: content.key };
    line.lose = { path, what };
    expect(code(await addDevice(line, stored, known, QUICK))).toBe("unreachable");
    expect(value(await addDevice(line, stored, known, QUICK)).account.pending).toBeNull();
    expect(vault.rows.get(stored.rowId)?.attemptsLeft).toBe(10);
  });

  test("with another password than meant is noticed at once", async () => {
    const vault = makeVaultDouble();
    const [line, content] = [lineTo(vault), someContent()];
    const begun = value(await beginEnrol(line, enrolWish(vault, content), QUICK));
    const stored = value(await finishPending(line, begun));
    const other = { password: "another password", key: content.key };
    expect(code(await addDevice(line, stored, other, QUICK))).toBe("wrong-password");
    const otherKey = { password: PASSWORD, key: someContent().key };
    expect(code(await addDevice(line, stored, otherKey, QUICK))).toBe("other-key");
  });
});
