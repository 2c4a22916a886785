/** A new password, set on one of the vault entry's devices. */
import { describe, expect, test } from "vitest";
import { parseVaultAccount, type VaultAccount } from "../../src/core/keyring/vault-record.ts";
import type { Path } from "../../src/protocol/vault/wire.ts";
import { readStatus } from "../../src/vault-client/manage.ts";
import { finishPending, isOver, withoutPending } from "../../src/vault-client/pending.ts";
import { beginReset } from "../../src/vault-client/reset.ts";
import { verify } from "../../src/vault-client/restore.ts";
import { code, enrolled, PASSWORD, QUICK, type Setting, value } from "./setting.ts";

const NEXT = "noch viel geheimer";

function kept(account: VaultAccount): VaultAccount {
  const read = parseVaultAccount(JSON.stringify(account));
  if (!read) throw new Error("the keyring would not read this account");
  return read;
}

const begin = ({ line, content }: Setting, account: VaultAccount, password = NEXT) =>
  beginReset(line, account, { password, content }, QUICK);

const tryPassword = ({ line, content }: Setting, account: VaultAccount, password: string) =>
  verify(line, account, { password, key: content.key }, QUICK);

describe("a new password", () => {
  test("takes the old one's place, without the old one", async () => {
    const setting = await enrolled();
    const begun = kept(value(await begin(setting, setting.account)));
    expect(code(await tryPassword(setting, begun, PASSWORD))).toBe("ok");
    const done = kept(value(await finishPending(setting.line, begun)));
    expect(done).toMatchObject({ generation: 2, pending: null });
    expect(code(await tryPassword(setting, done, PASSWORD))).toBe("wrong-password");
    const tried = value(await tryPassword(setting, done, NEXT));
    expect(tried.account.pending).toBeNull();
    expect(JSON.stringify(setting.line.sent)).not.toContain(NEXT);
  });

  test.each<[Path, "request" | "answer"]>([
    ["/v2/device/challenge", "request"],
    ["/v2/reset/start", "request"],
    ["/v2/reset/start", "answer"],
  ])("cut off at the %s's %s, changes nothing and can be begun again", async (path, what) => {
    const setting = await enrolled();
    setting.line.lose = { path, what };
    expect(code(await begin(setting, setting.account))).toBe("unreachable");
    expect(code(await tryPassword(setting, setting.account, PASSWORD))).toBe("ok");
    const begun = value(await begin(setting, setting.account));
    expect(code(await finishPending(setting.line, begun))).toBe("ok");
  });

  test.each<[Path, "request" | "answer"]>([
    ["/v2/device/challenge", "answer"],
    ["/v2/reset/finish", "request"],
    ["/v2/reset/finish", "answer"],
  ])("cut off at the last %s's %s, is finished later", async (path, what) => {
    const setting = await enrolled();
    const begun = value(await begin(setting, setting.account));
    setting.line.lose = { path, what };
    expect(code(await finishPending(setting.line, begun))).toBe("unreachable");
    const done = value(await finishPending(setting.line, kept(begun)));
    expect(done.generation).toBe(2);
    expect(code(await tryPassword(setting, done, NEXT))).toBe("ok");
  });

  test("whose last answer was lost for longer than the vault remembers, is found to be done", async () => {
    const setting = await enrolled();
    const begun = value(await begin(setting, setting.account));
    setting.line.lose = { path: "/v2/reset/finish", what: "answer" };
    await finishPending(setting.line, begun);
    setting.vault.nowMs += 24 * 3_600_000;
    const done = value(await finishPending(setting.line, kept(begun)));
    expect(code(await tryPassword(setting, done, NEXT))).toBe("ok");
  });

  test("begun too long ago is over; the old password holds", async () => {
    const setting = await enrolled();
    const begun = value(await begin(setting, setting.account));
    setting.vault.nowMs += 24 * 3_600_000;
    const late = await finishPending(setting.line, begun);
    expect(late).toEqual({ ok: false, error: { code: "expired" } });
    expect(!late.ok && isOver(late.error)).toBe(true);
    const left = withoutPending(begun) as VaultAccount;
    expect(left.pending).toBeNull();
    expect(code(await tryPassword(setting, left, PASSWORD))).toBe("ok");
  });

  test("is not begun over an unfinished one, but over an unverified one", async () => {
    const setting = await enrolled();
    const begun = value(await begin(setting, setting.account));
    expect(code(await begin(setting, begun))).toBe("unfinished");
    const unverified = value(await finishPending(setting.line, begun));
    expect(code(await begin(setting, unverified))).toBe("ok");
  });

  test("of another device that was first is noticed, and can be followed by one's own", async () => {
    const setting = await enrolled();
    const mine = value(await begin(setting, setting.account));
    const theirs = value(await begin(setting, setting.account, "their password"));
    value(await finishPending(setting.line, theirs));
    // The generation is the one that mine aimed for, and still it is not mine.
    const late = await finishPending(setting.line, mine);
    expect(late).toEqual({ ok: false, error: { code: "generation-changed" } });
    expect(!late.ok && isOver(late.error)).toBe(true);

    // Nor is it long after what was begun is over.
    setting.vault.nowMs += 24 * 3_600_000;
    expect(await finishPending(setting.line, mine)).toEqual(late);
    expect(code(await finishPending(setting.line, theirs))).toBe("ok");

    expect(code(await begin(setting, setting.account))).toBe("generation-changed");
    const { account } = value(await readStatus(setting.line, setting.account));
    expect(account.generation).toBe(2);
    const again = value(await finishPending(setting.line, value(await begin(setting, account))));
    expect(code(await tryPassword(setting, again, NEXT))).toBe("ok");
  });

  test("of another device, two generations on, ends one's own for good", async () => {
    const setting = await enrolled();
    const mine = value(await begin(setting, setting.account));
    let theirs = setting.account;
    for (let i = 0; i < 2; i++)
      theirs = value(
        await finishPending(setting.line, value(await begin(setting, theirs, "their password"))),
      );
    const late = await finishPending(setting.line, mine);
    expect(late).toEqual({ ok: false, error: { code: "generation-changed" } });
    expect(!late.ok && isOver(late.error)).toBe(true);
  });

  test("is refused to a revoked device", async () => {
    const setting = await enrolled();
    const row = setting.vault.rows.get(setting.account.rowId);
    if (row) row.devices = [];
    expect(code(await begin(setting, setting.account))).toBe("not-proven");
  });
});
