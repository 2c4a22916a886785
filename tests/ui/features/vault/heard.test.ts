import { describe, expect, it } from "vitest";
import { statusAfter } from "../../../../src/ui/features/vault/heard.tsx";
import type { Status } from "../../../../src/vault-client/manage.ts";
import { REFUSAL_CODES, type Refusal } from "../../../../src/vault-client/outcome.ts";

const STATUS: Status = {
  generation: 1,
  attemptsLeft: 10,
  retryAfterSeconds: 0,
  failuresSince: 0,
  lifetimeFailures: 4,
  createdAtMs: 1,
  changedAtMs: 1,
  devices: [],
};

describe("what is known of a vault entry after", () => {
  it("a wrong password: the attempts that the vault has just named, and one failure more", () => {
    const refusal = { code: "wrong-password", attemptsLeft: 9, retryAfterSeconds: 30 } as const;
    const after = statusAfter(STATUS, refusal);
    const left = { attemptsLeft: 9, retryAfterSeconds: 30 };
    expect(after).toEqual({ ...STATUS, ...left, failuresSince: 1, lifetimeFailures: 5 });
  });

  it("wrong passwords of another device too: all of them", () => {
    const refusal = { code: "wrong-password", attemptsLeft: 7, retryAfterSeconds: 0 } as const;
    expect(statusAfter(STATUS, refusal)).toMatchObject({
      attemptsLeft: 7,
      failuresSince: 3,
      lifetimeFailures: 7,
    });
  });

  it("a time to wait: that time", () => {
    expect(statusAfter(STATUS, { code: "wait", retryAfterSeconds: 60 })).toEqual({
      ...STATUS,
      retryAfterSeconds: 60,
    });
  });

  it("a login, the last attempt, or counts that went up meanwhile: nothing", () => {
    const wrong = { code: "wrong-password", retryAfterSeconds: 0 } as const;
    expect(statusAfter(STATUS, null)).toBeNull();
    expect(statusAfter(STATUS, { ...wrong, attemptsLeft: 0 })).toBeNull();
    expect(statusAfter({ ...STATUS, attemptsLeft: 3 }, { ...wrong, attemptsLeft: 9 })).toBeNull();
    expect(statusAfter(STATUS, { code: "erased" })).toBeNull();
  });

  it("any other refusal: what it was, or nothing, never something else", () => {
    for (const code of REFUSAL_CODES) {
      if (code === "wrong-password" || code === "wait") continue;
      const after = statusAfter(STATUS, { code, retryAfterSeconds: 5 } as Refusal);
      expect([STATUS, null]).toContain(after);
    }
  });
});
