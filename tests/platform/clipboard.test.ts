/** Orders to Chromium's offscreen document, which may close at any moment. */
import { beforeEach, expect, test, vi } from "vitest";
import type { OffscreenOrder } from "../../src/protocol/offscreen.ts";

const ID = "a".repeat(32);
const URL_OF_DOCUMENT = `chrome-extension://${ID}/offscreen/offscreen.html`;
const COPY_ID = "0".repeat(32);
const KEY = "0123456789abcdef".repeat(4);

/** How a document takes an order: with an answer, or unread. */
type Document = (order: OffscreenOrder) => boolean | "unread";

/** Those that are made, one after the other; the first one is open. */
let documents: Document[] = [];
let open: Document | null = null;
let made = 0;

const clients = {
  matchAll: () =>
    Promise.resolve(
      open === null
        ? []
        : [
            {
              url: URL_OF_DOCUMENT,
              postMessage(order: OffscreenOrder, [port]: [MessagePort]) {
                const answer = open?.(order);
                if (answer === "unread") open = null;
                else port.postMessage(answer);
              },
            },
          ],
    ),
};
vi.stubGlobal("clients", clients);
vi.stubGlobal("chrome", {
  runtime: { id: ID, getURL: (path: string) => `chrome-extension://${ID}/${path}` },
  offscreen: {
    createDocument() {
      made += 1;
      const next = documents.shift();
      if (!next) return Promise.reject(new Error("Only a single offscreen document may be created."));
      open = next;
      return Promise.resolve();
    },
  },
});
const { clipboard } = await import("../../src/platform/clipboard.ts");

const taken: OffscreenOrder[] = [];
const works: Document = (order) => taken.push(order) > 0;
const closing: Document = () => "unread";

beforeEach(() => {
  taken.splice(0);
  documents = [];
  open = null;
  made = 0;
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});

const hold = () => clipboard.hold(COPY_ID, KEY, 1000);

test("an order goes to the document that is open", async () => {
  open = works;
  expect(await hold()).toBe(true);
  expect(taken).toEqual([{ order: "hold", copyId: COPY_ID, text: KEY, clearsInMs: 1000 }]);
  expect(made).toBe(0);
});

test.each([
  ["hold", hold],
  ["clear", () => clipboard.clear()],
])("an order to %s that a closing document takes along is given once more", async (name, give) => {
  open = closing;
  documents = [works];
  expect(await give()).toBe(true);
  expect(taken.map(({ order }) => order)).toEqual([name]);
});

test("a closing document that still keeps another one from being made is asked past", async () => {
  documents = [];
  const create = vi.spyOn(chrome.offscreen, "createDocument");
  create.mockRejectedValueOnce(new Error("Only a single offscreen document may be created."));
  documents = [works];
  expect(await hold()).toBe(true);
  expect(create).toHaveBeenCalledTimes(2);
});

test("what the document refuses is not asked again", async () => {
  const orders: string[] = [];
  open = ({ order }) => {
    orders.push(order);
    return false;
  };
  expect(await hold()).toBe(false);
  expect(orders).toEqual(["hold"]);
});

test("without any document it is refused, and does not reject", async () => {
  expect(await hold()).toBe(false);
  expect(await clipboard.clear()).toBe(false);
  expect(made).toBe(4);
});
