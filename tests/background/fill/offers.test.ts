/**
 * Offers to fill, and the step that the popup opens at: each is good for its own form, for a while, and once.
 */
import { beforeEach, expect, test } from "vitest";
import { createOffers } from "../../../src/background/fill/offers.ts";
import { createPopupStep } from "../../../src/background/fill/popup-step.ts";
import type { Ports } from "../../../src/background/ports.ts";

const TOKEN = "ab".repeat(16);
const FORM = { tabId: 7, documentId: "document-1", token: TOKEN, host: null };
const OTHER = { ...FORM, token: "cd".repeat(16) };
const always = () => true;

let ports: Pick<Ports, "session" | "nowMs">;
let nowMs: number;

beforeEach(() => {
  const kept = new Map<string, unknown>();
  nowMs = 1_800_000_000_000;
  ports = {
    nowMs: () => nowMs,
    session: {
      get: async (key) => structuredClone(kept.get(key)),
      set: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    },
  };
});

test("an id that was never given takes no offer, also while one stands", async () => {
  const offers = createOffers(ports, "offers");
  const { offerId } = await offers.make(FORM);
  expect(await offers.take("00".repeat(16), always)).toBeNull();
  expect(await offers.take(offerId, always)).toMatchObject(FORM);
});

test("two forms have an offer each: taking one leaves the other, once", async () => {
  const offers = createOffers(ports, "offers");
  const [first, second] = [await offers.make(FORM), await offers.make(OTHER)];
  expect(first.offerId).not.toBe(second.offerId);
  expect(await offers.take(first.offerId, always)).toMatchObject(FORM);
  expect(await offers.take(second.offerId, always)).toMatchObject(OTHER);
  expect(await offers.take(second.offerId, always)).toBeNull();
});

test("the form of another document does not take over an offer", async () => {
  const offers = createOffers(ports, "offers");
  const { offerId } = await offers.make(FORM);
  expect((await offers.make({ ...FORM, documentId: "document-2" })).offerId).not.toBe(offerId);
  expect(await offers.take(offerId, always)).toBeNull();
});

test("what is stored but is no offer is not one", async () => {
  const whole = { ...FORM, offerId: "11".repeat(16), expiresAtMs: nowMs + 1000 };
  const wrong = [null, "offer", ...Object.keys(whole).map((field) => ({ ...whole, [field]: {} }))];
  for (const [stored, taken] of [[whole, true], ...wrong.map((w) => [w, false])] as const) {
    await ports.session.set("offers", [stored]);
    expect((await createOffers(ports, "offers").take(whole.offerId, always)) !== null).toBe(taken);
  }
});

test("the popup opens at the step that was asked for, once, and not ten seconds later", async () => {
  const step = createPopupStep(ports);
  await step.ask("fill");
  nowMs += 9_999;
  expect(await step.take()).toBe("fill");
  expect(await step.take()).toBeNull();
  await step.ask("fill");
  nowMs += 10_000;
  expect(await step.take()).toBeNull();
});
