/** What a script in a web page may tell: it is the least trusted sender, and what it adds is refused. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/core/schema.ts";
import { orderReaders } from "../../src/protocol/content.ts";
import {
  CONTENT_REQUESTS,
  type ContentRequestType,
  contentRequests,
  readFillReply,
} from "../../src/protocol/content-requests.ts";
import { OFFSCREEN_REQUESTS, offscreenOrderSchema, offscreenRequests } from "../../src/protocol/offscreen.ts";
import { otherLookSchema } from "../../src/protocol/other-page.ts";

const ID = "0123456789abcdef".repeat(2);
const HEX = "0123456789abcdef".repeat(4);
const SHAPE = { boxes: 16, digitsPerBox: 4, multiline: false };
const FORM = { kind: "form", token: ID, shape: SHAPE, title: "Restore", chosen: false, masked: false };
const REFUSED = { kind: "refused", why: "hidden", chosen: true };
const report = (said: unknown) => ({ lookId: ID, report: said, keyShown: false });

/** A property that an object literal would not get: JSON makes it one of the object's own. */
const withOwn = (object: object, name: string): object =>
  Object.defineProperty({ ...object }, name, { value: {}, enumerable: true });
const ADDED = ["more", "__proto__", "constructor", "toString", "hex"];

const GOOD: [ContentRequestType, object][] = [
  ["page.waiting", { form: true, key: false }],
  ["field.chosen", { chosen: false }],
  ...[FORM, { kind: "no-form" }, { kind: "ambiguous" }, REFUSED].map(
    (said) => ["form.report", report(said)] as [ContentRequestType, object],
  ),
  ...[{ kind: "text", text: HEX }, { kind: "none" }, { kind: "several" }].map(
    (said) => ["key.report", { lookId: ID, report: said }] as [ContentRequestType, object],
  ),
];

test("every request is here", () => {
  expect([...new Set(GOOD.map(([type]) => type))].sort()).toEqual(
    CONTENT_REQUESTS.map(({ type }) => type).sort(),
  );
});

describe.each(GOOD)("%s %j", (type, good) => {
  test("is taken; with anything added or left out it is not", () => {
    expect(contentRequests.read(type, good)).toEqual(good);
    for (const name of ADDED) expect(contentRequests.read(type, withOwn(good, name)), name).toBeNull();
    for (const name of Object.keys(good)) {
      const { [name]: gone, ...rest } = good as Record<string, unknown>;
      expect(contentRequests.read(type, rest), name).toBeNull();
      expect(contentRequests.read(type, Object.assign(Object.create({ [name]: gone }), rest))).toBeNull();
      for (const value of [undefined, null, 1, [], [gone], {}, "x"])
        expect(contentRequests.read(type, { ...good, [name]: value }), name).toBeNull();
    }
    for (const raw of [null, undefined, "x", [], Object.assign([], good), Object.values(good)])
      expect(contentRequests.read(type, raw)).toBeNull();
  });
});

test.each<[string, object]>([
  ["no fields", { ...FORM, shape: { ...SHAPE, boxes: 0 } }],
  ["fields of a fraction of a digit", { ...FORM, shape: { ...SHAPE, boxes: 3, digitsPerBox: 64 / 3 } }],
  ["fields that do not hold a key", { ...FORM, shape: { ...SHAPE, boxes: 15 } }],
  ["as many fields as it likes", { ...FORM, shape: { ...SHAPE, boxes: 6400, digitsPerBox: 0.01 } }],
  ["a shape with more", { ...FORM, shape: { ...SHAPE, digits: HEX } }],
  ["a title that fills the popup", { ...FORM, title: "x".repeat(61) }],
  ["a token of its own making", { ...FORM, token: `${ID}0` }],
  ["a reason that is none", { ...REFUSED, why: "because" }],
  ["a refusal that is a form", { ...REFUSED, token: ID }],
  ["a form that brings a key", { ...FORM, hex: HEX }],
  ["another kind", { kind: "filled" }],
])("a look that reports %s is refused", (_, said) => {
  expect(contentRequests.read("form.report", report(said))).toBeNull();
  expect(read(otherLookSchema, { host: "x.org", isSafe: true, scriptHosts: [], report: said })).toBeNull();
});

test("a reading is bounded", () => {
  const reading = (text: string) => ({ lookId: ID, report: { kind: "text", text } });
  expect(contentRequests.read("key.report", reading("x".repeat(4096)))).not.toBeNull();
  expect(contentRequests.read("key.report", reading("x".repeat(4097)))).toBeNull();
});

const LOOK = { host: "example.org:8443", isSafe: true, scriptHosts: ["cdn.example.org"], report: FORM };
test("what another page's script gives back is taken when it is whole", () => {
  expect(read(otherLookSchema, LOOK)).toEqual(LOOK);
  expect(read(otherLookSchema, { ...LOOK, host: "", isSafe: false, scriptHosts: [] })).not.toBeNull();
});
test.each<[string, unknown]>([
  ...ADDED.map((name): [string, unknown] => [`with ${name}`, withOwn(LOOK, name)]),
  ["a host that is an address", { ...LOOK, scriptHosts: ["https://example.org/x"] }],
  ["a host with a name before it", { ...LOOK, scriptHosts: ["a@example.org"] }],
  ["a host of two lines", { ...LOOK, scriptHosts: ["example.org\nhidden"] }],
  ["a hole among hosts", { ...LOOK, scriptHosts: Array(1) }],
  ["more hosts than one reads", { ...LOOK, scriptHosts: Array.from({ length: 21 }, () => "x.org") }],
  ["a host without end", { ...LOOK, host: "x".repeat(260) }],
  ["an array", Object.assign([], LOOK)],
  ["nothing", null],
])("another page's script: %s", (_, raw) => {
  expect(read(otherLookSchema, raw)).toBeNull();
});

test("the answer to a fill is one of a closed list, or that the form is no longer held", () => {
  expect(readFillReply({ ok: true, value: { outcome: "filled" } })).toBe("filled");
  expect(readFillReply({ ok: false, error: { code: "offer-expired" } })).toBe("offer-expired");
  for (const raw of [
    undefined,
    { ok: true, value: { outcome: "all good" } },
    { ok: true, value: { outcome: "filled", hex: HEX } },
    { ok: false, value: { outcome: "filled" } },
    { ok: true, error: { code: "offer-expired" } },
    { ok: false, error: { code: "locked" } },
    { ok: true, value: { outcome: ["filled"] } },
    { ok: true, value: { outcome: "toString" } },
  ])
    expect(readFillReply(raw)).toBeNull();
});

const ORDERS = {
  "form.look": { lookId: ID },
  "field.choose": {},
  "key.read": { lookId: ID },
  "form.fill": { token: ID, hex: HEX },
} as const;
test.each(Object.entries(ORDERS))("the order %s is read as strictly", (type, good) => {
  const readOrder = orderReaders[type as keyof typeof ORDERS];
  expect(readOrder(good)).toEqual(good);
  for (const name of ADDED.filter((added) => !(added in good && added === "hex")))
    expect(readOrder(withOwn(good, name)), name).toBeNull();
  for (const raw of [null, undefined, [], "x", Object.assign([], good)]) expect(readOrder(raw)).toBeNull();
  for (const name of Object.keys(good))
    for (const value of [undefined, null, 5, ID.toUpperCase(), [ID], `${ID}\n`])
      expect(readOrder({ ...good, [name]: value })).toBeNull();
});

describe("the offscreen document", () => {
  const hold = { order: "hold", copyId: ID, text: HEX, clearsInMs: 45_000 };
  test.each([hold, { order: "clear" }, { order: "forget" }])("obeys %j", (order) => {
    expect(read(offscreenOrderSchema, order)).toEqual(order);
    for (const name of ADDED) expect(read(offscreenOrderSchema, withOwn(order, name)), name).toBeNull();
  });
  test.each([
    { ...hold, clearsInMs: 120_001 },
    { ...hold, clearsInMs: -1 },
    { ...hold, clearsInMs: Number.NaN },
    { ...hold, clearsInMs: "45000" },
    { ...hold, copyId: "1" },
    { ...hold, text: null },
    { ...hold, order: "clear" },
    { order: "open" },
    [hold],
    null,
  ])("does not obey %j", (order) => {
    expect(read(offscreenOrderSchema, order)).toBeNull();
  });

  test("says of one copy that it is cleared", () => {
    expect(OFFSCREEN_REQUESTS.map(({ type }) => type)).toEqual(["clipboard.cleared"]);
    expect(offscreenRequests.read("clipboard.cleared", { copyId: ID })).toEqual({ copyId: ID });
    for (const raw of [{}, { copyId: "1" }, { copyId: ID, text: HEX }, null, [ID]])
      expect(offscreenRequests.read("clipboard.cleared", raw)).toBeNull();
  });
});
