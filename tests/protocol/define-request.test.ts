import { describe, expect, expectTypeOf, test } from "vitest";
import { exact, integer, text } from "../../src/core/schema.ts";
import { answer, byType, defineRequest, type Requests } from "../../src/protocol/define-request.ts";
import { PAGE_REQUESTS } from "../../src/protocol/page-requests.ts";

const MADE_UP = defineRequest("drawer.open", {
  payload: () => exact({ name: text(8), times: integer(1, 3) }),
  answer: answer<{ opened: number }>(),
  isUse: true,
  changesState: false,
});

describe("a request is defined once", () => {
  const requests = [...PAGE_REQUESTS, MADE_UP] as const;
  type Known = Requests<(typeof requests)[number]>;
  const known = byType<(typeof requests)[number], Known>(requests);

  test("a made-up one is found by its name, with all that its definition says", () => {
    expect(known.find("drawer.open")).toMatchObject({ isUse: true, changesState: false });
    expect(byType(PAGE_REQUESTS).find("drawer.open")).toBeUndefined();
    expectTypeOf<Known["drawer.open"]["payload"]>().toEqualTypeOf<{ name: string; times: number }>();
    expectTypeOf<Known["drawer.open"]["value"]>().toEqualTypeOf<{ opened: number }>();
  });

  test("its payload is read by its schema", () => {
    expect(known.read("drawer.open", { name: "left", times: 2 })).toEqual({ name: "left", times: 2 });
  });

  test.each([
    [{ name: "left" }],
    [{ name: "left", times: 4 }],
    [{ name: "far too long", times: 1 }],
    [{ name: "left", times: 1, more: 1 }],
    [Object.create({ name: "left", times: 1 })],
    [["left", 1]],
    [null],
  ])("and %j is refused", (payload) => {
    expect(known.read("drawer.open", payload)).toBeNull();
  });

  test("names that every object has are no requests", () => {
    for (const name of ["__proto__", "constructor", "toString"]) expect(known.find(name)).toBeUndefined();
  });
});
