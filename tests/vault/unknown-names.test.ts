/** Who does not know a password cannot tell whether a name has an account. */
import { randomUUID } from "node:crypto";
import { client } from "@serenity-kit/opaque";
import { expect, test, vi } from "vitest";
import { onEachStore } from "../support/vault/each-store.ts";
import { codeOf, register, replyOf } from "../support/vault/person.ts";
import type { Came } from "../support/vault/running.ts";

const DAY_MS = 24 * 60 * 60_000;
const element = (message: string) => Buffer.from(message, "base64url").subarray(0, 32).toString("base64url");

/** All that a stranger sees, with the length of what is random. */
function seen(came: Came<"/v2/login/start">): unknown {
  if (!("value" in came)) return came;
  const { loginId, rowId, loginResponse, signature, ...plain } = came.value;
  return { ...plain, lengths: [loginId, rowId, loginResponse, signature].map((text) => text.length) };
}

onEachStore("an unknown name", (vault) => {
  /**
   * What each of thirteen guesses has the vault do: the statements that are run and the evaluations that are
   * made.
   */
  async function stepsFor(name: string): Promise<unknown[]> {
    const { database, opaque } = vault().running.vault;
    const { startLoginRequest } = client.startLogin({ password: "guess" });
    const spies = [
      vi.spyOn(database, "all"),
      vi.spyOn(database, "transaction"),
      vi.spyOn(opaque, "startLogin"),
    ];
    const steps: unknown[] = [];
    for (let tried = 0; tried < 13; tried++) {
      await vault().call("/v2/login/start", { name, startLoginRequest });
      const [statements = [], transactions = [], evaluations = []] = spies.map(({ mock }) => mock.calls);
      steps.push([statements.map(([statement]) => statement), transactions.length, evaluations.length]);
      for (const spy of spies) spy.mockClear();
      vault().advance(DAY_MS);
    }
    for (const spy of spies) spy.mockRestore();
    return steps;
  }

  // How long they take is measured by `npm run bench timing`.
  test("takes the same steps as a known one", async () => {
    const { name } = await register(vault());
    const known = await stepsFor(name);
    expect(await stepsFor(randomUUID())).toEqual(known);
    expect(known[0]).toEqual([[expect.anything()], 0, 1]);
  });

  test("has the same fields, lengths, waits and end as a known one; the same message is evaluated alike each time", async () => {
    const { name } = await register(vault());
    const { startLoginRequest } = client.startLogin({ password: "guess" });
    const follow = async (followed: string) => {
      const sights: unknown[] = [];
      const elements = new Set<string>();
      const rows = new Set<string>();
      for (let tried = 0; tried < 13; tried++) {
        const call = () => vault().call("/v2/login/start", { name: followed, startLoginRequest });
        const came = await call();
        sights.push(seen(came));
        if ("value" in came) {
          elements.add(element(came.value.loginResponse));
          rows.add(came.value.rowId);
          if (came.value.retryAfterSeconds > 0) sights.push(seen(await call()));
        }
        vault().advance(DAY_MS);
      }
      return { sights, elements, rows };
    };
    const [known, unknown] = [await follow(name), await follow(randomUUID())];
    expect(unknown.sights).toEqual(known.sights);
    expect(known.sights.at(-1)).toMatchObject({ status: 410, problem: { code: "erased" } });
    expect([unknown.elements.size, known.elements.size]).toEqual([1, 1]);
    expect([unknown.rows.size, known.rows.size]).toEqual([1, 1]);
  });

  test("is evaluated under a key of its own: two names give two elements", async () => {
    const { startLoginRequest } = client.startLogin({ password: "guess" });
    const evaluated = new Set<string>();
    for (let tried = 0; tried < 20; tried++)
      evaluated.add(
        element(
          replyOf(await vault().call("/v2/login/start", { name: randomUUID(), startLoginRequest }))
            .loginResponse,
        ),
      );
    expect(evaluated.size).toBe(20);
  });

  test("can be registered afterwards, and is known then", async () => {
    const name = randomUUID();
    const { startLoginRequest } = client.startLogin({ password: "guess" });
    const before = replyOf(await vault().call("/v2/login/start", { name, startLoginRequest }));
    const person = await register(vault(), name);
    expect(person.rowId).toBe(before.rowId);
    const after = replyOf(await vault().call("/v2/login/start", { name, startLoginRequest }));
    expect(after.attemptsLeft).toBe(9);
  });

  test("that strangers drove to the end begins anew after 90 days at rest", async () => {
    const name = randomUUID();
    const { startLoginRequest } = client.startLogin({ password: "guess" });
    const call = () => vault().call("/v2/login/start", { name, startLoginRequest });
    for (let tried = 0; tried < 11; tried++) {
      await call();
      vault().advance(DAY_MS);
    }
    expect(codeOf(await call())).toBe("erased");
    vault().advance(91 * DAY_MS);
    // The first tick of a start looks for decoys at rest.
    await vault().restart();
    expect(replyOf(await call()).attemptsLeft).toBe(9);
  });
});
