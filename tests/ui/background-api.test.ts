/** What a page asks of a worker that may die before it answers. */
import { beforeEach, expect, test, vi } from "vitest";

const asked: string[] = [];
/** Answers to come, the first one first; undefined is none: the worker died. */
let answers: unknown[];
vi.mock("webextension-polyfill", () => ({ default: { runtime: { getManifest: () => ({ version: "0" }) } } }));
vi.mock("../../src/platform/messaging.ts", () => ({
  onBackgroundMessage: () => () => undefined,
  sendToBackground: async (_: string, type: string) => {
    asked.push(type);
    const answer = answers.shift();
    if (answer === undefined) throw new Error("the message port closed");
    return answer;
  },
}));
const { createBackgroundApi } = await import("../../src/ui/background-api.ts");
const { ask } = createBackgroundApi();
const EMPTY = { ok: true, value: [] };

beforeEach(() => {
  asked.splice(0);
});

test("a reading that is lost with the worker is asked once more", async () => {
  answers = [undefined, EMPTY];
  expect(await ask("entry.list", {})).toEqual(EMPTY);
  expect(asked).toEqual(["entry.list", "entry.list"]);
});

test("and no third time", async () => {
  answers = [undefined, undefined, EMPTY];
  expect(await ask("fill.look", {})).toMatchObject({ error: { code: "internal" } });
  expect(asked).toHaveLength(2);
});

test.each([
  ["entry.delete", { id: "0".repeat(32) }],
  ["field.choose", {}],
] as const)("what does something is never asked twice: %s", async (type, payload) => {
  answers = [undefined, EMPTY];
  expect(await ask(type, payload)).toMatchObject({ error: { code: "internal" } });
  expect(asked).toEqual([type]);
});

test("an answer is an answer, also a refusal", async () => {
  const refusal = { ok: false, error: { code: "locked" } };
  answers = [refusal];
  expect(await ask("entry.list", {})).toEqual(refusal);
  expect(asked).toHaveLength(1);
});
