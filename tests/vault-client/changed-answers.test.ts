/** Any part of any answer, changed to anything: a step ends with an outcome, never with a throw. */
import { expect, test } from "vitest";
import type { Path } from "../../src/protocol/vault/wire.ts";
import { readStatus } from "../../src/vault-client/manage.ts";
import { finishPending } from "../../src/vault-client/pending.ts";
import { beginReset } from "../../src/vault-client/reset.ts";
import { restore } from "../../src/vault-client/restore.ts";
import { ADDRESS, enrolled, NAME, PASSWORD, QUICK, type Setting, tampering, value } from "./setting.ts";

function anything(part: unknown): unknown[] {
  const others = [null, -1, 0.5, 2 ** 53, "", [], {}, "a".repeat(9000)];
  if (typeof part === "number") return [...others, part + 1];
  // Of the right length: one with stray bits at its end, one without.
  return typeof part === "string" ? [...others, "_".repeat(part.length), "A".repeat(part.length)] : others;
}

/** The value with one of its parts exchanged, in every way. */
function* changes(whole: unknown): Generator<unknown> {
  yield* anything(whole);
  if (Array.isArray(whole) || typeof whole !== "object" || whole === null) return;
  for (const [name, part] of Object.entries(whole))
    for (const changed of changes(part)) yield { ...whole, [name]: changed };
}

test.each<[string, (setting: Setting) => Promise<unknown>]>([
  [
    "restore",
    ({ vault, line, account }) =>
      restore(
        line,
        {
          address: ADDRESS,
          name: NAME,
          password: PASSWORD,
          pins: vault.facts(),
          device: account,
          join: true,
        },
        QUICK,
      ),
  ],
  [
    "reset",
    async ({ line, account, content }) => {
      const begun = await beginReset(line, account, { password: PASSWORD, content }, QUICK);
      return begun.ok ? finishPending(line, begun.value) : begun;
    },
  ],
  ["readStatus", ({ line, account }) => readStatus(line, account)],
])("%s", async (_, step) => {
  const setting = await enrolled();
  const { line, vault, account } = setting;
  const row = structuredClone(vault.rows.get(account.rowId));
  const replies = new Map<string, unknown>();
  line.tamper = (path, answer) => {
    replies.set(path, JSON.parse(answer.text));
    return answer;
  };
  value((await step(setting)) as { ok: true; value: unknown });
  expect(replies.size).toBeGreaterThan(2);
  for (const [path, reply] of replies)
    for (const changed of changes(reply)) {
      if (row) vault.rows.set(account.rowId, structuredClone(row));
      line.tamper = tampering(path as Path, () => changed);
      expect(await step(setting)).toHaveProperty("ok");
    }
});
