/** Who may register: an invitation is good for one account and asks after one name, however it is written. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVault } from "../../src/vault/operator/socket.ts";
import { beginRegistration, codeOf, register, tryLogin } from "../support/vault/person.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

const DAY_MS = 24 * 60 * 60_000;

const invitationTo = async (vault: TestVault): Promise<string> => {
  const { lines } = await askVault(`${vault.folder}/vault.sock`, { command: "invite" });
  return lines[0] ?? "";
};

test("nobody may register where it is closed, nor with an invitation", async () => {
  const vault = await startVault({ VAULT_REGISTRATION: "closed" });
  expect((await vault.facts()).registration).toBe("closed");
  await expect(register(vault)).rejects.toThrow("403 registration-closed");
  const invite = await invitationTo(vault);
  await expect(beginRegistration(vault, randomUUID(), "password", invite)).rejects.toThrow(
    "403 registration-closed",
  );
  await vault.stop();
});

describe("an invitation", () => {
  let vault: TestVault;
  beforeAll(async () => {
    vault = await startVault({ VAULT_REGISTRATION: "invite" });
  });
  afterAll(() => vault.stop());

  const invitation = () => invitationTo(vault);
  const begin = (invite: string, name: string = randomUUID()) =>
    beginRegistration(vault, name, "password", invite);
  const finish = async ({ finish }: Awaited<ReturnType<typeof begin>>) =>
    codeOf(await vault.call("/v2/accounts/finish", finish));

  test("is needed, and must be the vault's", async () => {
    await expect(register(vault)).rejects.toThrow("403 registration-closed");
    await expect(begin("A".repeat(60))).rejects.toThrow("403");
  });

  test("is good for one account, whose registration is answered again", async () => {
    const invite = await invitation();
    const [first, second] = [await begin(invite), await begin(invite)];
    expect([await finish(first), await finish(first), await finish(second)]).toEqual([
      ...["ok", "ok", "registration-closed"],
    ]);
    expect(await tryLogin(vault, first.person.name, "password")).toBe("ok");
  });

  test("that is spent is refused before anything is evaluated, in every spelling of it", async () => {
    const invite = await invitation();
    await finish(await begin(invite));
    for (const end of ["", "=", ".", " ", "=="])
      await expect(begin(invite + end), JSON.stringify(end)).rejects.toThrow(/^4\d\d/);
  });

  test("that is unspent is refused in any spelling but its own", async () => {
    const invite = await invitation();
    for (const end of ["=", ".", " "])
      await expect(begin(invite + end), JSON.stringify(end)).rejects.toThrow(/^4\d\d/);
    expect(await finish(await begin(invite))).toBe("ok");
  });

  test("stays spent until its own end, not the registration's", async () => {
    const invite = await invitation();
    await finish(await begin(invite));
    vault.advance(2 * DAY_MS);
    await vault.running.tick();
    await expect(begin(invite)).rejects.toThrow("403 registration-closed");
  });

  test("asks after one name: a taken one spends it, and a second is answered like a free one", async () => {
    const taken = randomUUID();
    await finish(await begin(await invitation(), taken));
    const invite = await invitation();
    const [one, again, free] = [await begin(invite, taken), await begin(invite, taken), await begin(invite)];
    expect(await finish(one)).toBe("name-taken");
    expect([await finish(again), await finish(free)]).toEqual(Array(2).fill("registration-closed"));
  });
});
