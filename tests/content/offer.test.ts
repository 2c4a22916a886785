import { describe, expect, it } from "vitest";
import { createOffer } from "../../src/content/offer.ts";

const isSame = (a: string, b: string) => a === b;

describe("offer", () => {
  it("gives the form back once", () => {
    const offer = createOffer(() => 0, isSame);
    const token = offer.hold("form");
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(offer.take(token)).toBe("form");
    expect(offer.take(token)).toBeNull();
  });

  it("token gate: another token takes nothing and leaves the offer", () => {
    const offer = createOffer(() => 0, isSame);
    const token = offer.hold("form");
    expect(offer.take("0".repeat(32))).toBeNull();
    expect(offer.take(token)).toBe("form");
  });

  it("token gate: the offer before is forgotten", () => {
    const offer = createOffer(() => 0, isSame);
    const old = offer.hold("old");
    const token = offer.hold("new");
    expect(offer.take(old)).toBeNull();
    expect(offer.take(token)).toBe("new");
  });

  it("the same form again keeps its token, for another 60 s, until it is used or over", () => {
    let nowMs = 0;
    const offer = createOffer(() => nowMs, isSame);
    const token = offer.hold("form");
    nowMs = 50_000;
    expect(offer.hold("form")).toBe(token);
    nowMs = 109_999;
    expect(offer.take(token)).toBe("form");
    expect(offer.hold("form")).not.toBe(token);
    const next = offer.hold("form");
    nowMs += 60_000;
    expect(offer.hold("form")).not.toBe(next);
  });

  it("deadline gate: it is over after 60 s", () => {
    let nowMs = 0;
    const offer = createOffer(() => nowMs, isSame);
    const late = offer.hold("form");
    nowMs = 60_000;
    expect(offer.take(late)).toBeNull();
    const inTime = offer.hold("form");
    nowMs = 119_999;
    expect(offer.take(inTime)).toBe("form");
  });
});
