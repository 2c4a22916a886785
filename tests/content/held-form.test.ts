import { describe, expect, it } from "vitest";
import { createHeldForm } from "../../src/content/held-form.ts";

const isSame = (a: string, b: string) => a === b;

describe("held form", () => {
  it("gives the form back once", () => {
    const held = createHeldForm(() => 0, isSame);
    const token = held.hold("form");
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(held.take(token)).toBe("form");
    expect(held.take(token)).toBeNull();
  });

  it("token gate: another token takes nothing and leaves the form that is held", () => {
    const held = createHeldForm(() => 0, isSame);
    const token = held.hold("form");
    expect(held.take("0".repeat(32))).toBeNull();
    expect(held.take(token)).toBe("form");
  });

  it("token gate: the form before is forgotten", () => {
    const held = createHeldForm(() => 0, isSame);
    const old = held.hold("old");
    const token = held.hold("new");
    expect(held.take(old)).toBeNull();
    expect(held.take(token)).toBe("new");
  });

  it("the same form again keeps its token, for another 60 s, until it is used or over", () => {
    let nowMs = 0;
    const held = createHeldForm(() => nowMs, isSame);
    const token = held.hold("form");
    nowMs = 50_000;
    expect(held.hold("form")).toBe(token);
    nowMs = 109_999;
    expect(held.take(token)).toBe("form");
    expect(held.hold("form")).not.toBe(token);
    const next = held.hold("form");
    nowMs += 60_000;
    expect(held.hold("form")).not.toBe(next);
  });

  it("deadline gate: it is over after 60 s", () => {
    let nowMs = 0;
    const held = createHeldForm(() => nowMs, isSame);
    const late = held.hold("form");
    nowMs = 60_000;
    expect(held.take(late)).toBeNull();
    const inTime = held.hold("form");
    nowMs = 119_999;
    expect(held.take(inTime)).toBe("form");
  });
});
