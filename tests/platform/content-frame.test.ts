/** Orders to our script in a page: what a look needs is put there once, and a key is sent once. */
import { beforeEach, describe, expect, test, vi } from "vitest";

type Reply = unknown;
const sent: { type: string; frame: unknown }[] = [];
let injected = 0;
/** The page's side: what it answers to each order. Rejects where no script of ours is. */
let answer: (type: string) => Reply = () => undefined;

vi.stubGlobal("chrome", {
  runtime: { id: "a".repeat(32) },
  tabs: {
    sendMessage(_tab: number, { type }: { type: string }, frame: unknown, done: (reply: Reply) => void) {
      sent.push({ type, frame });
      done(answer(type));
    },
  },
  scripting: {
    executeScript() {
      injected += 1;
      return Promise.resolve([]);
    },
  },
});
const { sendToContent } = await import("../../src/platform/content-frame.ts");

const EXPIRED = { ok: false, error: { code: "offer-expired" } };
const DONE = { ok: true, value: {} };

/** As `content/main.ts`: it obeys when what a look needs is there. */
function page(): (type: string) => Reply {
  const before = injected;
  return () => (injected > before ? DONE : EXPIRED);
}

beforeEach(() => {
  sent.splice(0);
  injected = 0;
  answer = page();
});

describe("an order other than a fill", () => {
  test.each(["form.look", "field.choose", "key.read"])(
    "%s puts what it needs into the page",
    async (type) => {
      expect(await sendToContent(5, null, type, {})).toEqual(DONE);
      expect(injected).toBe(1);
      expect(sent.at(-1)).toEqual({ type, frame: { frameId: 0 } });
    },
  );

  test("puts it there once in the life of a page, however often it is looked at", async () => {
    for (let look = 0; look < 20; look++) await sendToContent(5, null, "form.look", {});
    expect(injected).toBe(1);
    answer = page();
    await sendToContent(5, null, "form.look", {});
    expect(injected).toBe(2);
  });

  test("puts nothing where no script of ours answers", async () => {
    answer = () => {
      throw new Error("Could not establish connection");
    };
    await expect(sendToContent(5, null, "form.look", {})).rejects.toThrow();
    expect(injected).toBe(0);
  });

  test("is not given a third time", async () => {
    answer = () => EXPIRED;
    expect(await sendToContent(5, null, "form.look", {})).toEqual(EXPIRED);
    expect(sent).toHaveLength(2);
  });
});

test.each([EXPIRED, DONE, undefined])("a fill is sent once, whatever comes back: %j", async (reply) => {
  answer = () => reply;
  expect(await sendToContent(5, "document-1", "form.fill", {})).toEqual(reply);
  expect(sent).toEqual([{ type: "form.fill", frame: { documentId: "document-1" } }]);
  expect(injected).toBe(0);
});
