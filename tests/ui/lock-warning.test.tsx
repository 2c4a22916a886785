// @vitest-environment happy-dom
/** A page says that Sixtyfour is about to lock; whoever is there can stay. */
import { act, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fail } from "../../src/core/errors.ts";
import { lockWarningText } from "../../src/ui/text/en/unlock.ts";
import { FakeApi } from "./fake-api.ts";
import { press, settle, showApp, showPopup } from "./stage.tsx";

const MINUTE_MS = 60_000;
let api: FakeApi;

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}
const warning = () => screen.queryByText(lockWarningText.soon);
const states = () => api.asked.filter((asked) => asked === "keyring.state").length;

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeApi();
  api.status = "unlocked";
  api.locksAtMs = api.nowMs() + 5 * MINUTE_MS;
});
afterEach(() => {
  vi.useRealTimers();
});

it("warns one minute before, not earlier, and asks for nothing until then", async () => {
  await showApp(api);
  const before = states();
  await pass(4 * MINUTE_MS - 1);
  expect(states()).toBe(before);
  expect(warning()).toBeNull();
  await pass(1);
  expect(warning()).not.toBeNull();
  expect(warning()?.closest("[role=alert]")).not.toBeNull();
});

it("stays unlocked at a press: the deadline moves, and the warning goes", async () => {
  await showApp(api);
  await pass(4 * MINUTE_MS);
  await press(lockWarningText.stay);
  expect(api.locksAtMs).toBe(api.nowMs() + 5 * MINUTE_MS);
  await pass(2_000);
  expect(warning()).toBeNull();
  await pass(4 * MINUTE_MS);
  expect(warning()).not.toBeNull();
});

it("gives the focus back to what had it", async () => {
  await showApp(api, "#add");
  const box = screen.getByLabelText("Label", { exact: true });
  box.focus();
  await pass(4 * MINUTE_MS);
  const stay = screen.getByRole("button", { name: lockWarningText.stay });
  stay.dispatchEvent(new FocusEvent("focusin", { bubbles: true, relatedTarget: box }));
  stay.focus();
  await press(lockWarningText.stay);
  expect(document.activeElement).toBe(box);
});

it("warns of nothing where another page has moved the deadline, and takes a warning back", async () => {
  await showPopup(api);
  api.locksAtMs = api.nowMs() + 5.5 * MINUTE_MS;
  await pass(4 * MINUTE_MS);
  expect(warning()).toBeNull();
  await pass(MINUTE_MS / 2);
  expect(warning()).not.toBeNull();
  api.locksAtMs = api.nowMs() + 5 * MINUTE_MS;
  await pass(2_000);
  expect(warning()).toBeNull();
});

it("goes with the lock", async () => {
  await showApp(api);
  await pass(4 * MINUTE_MS);
  expect(warning()).not.toBeNull();
  api.status = "locked";
  api.publish("state");
  await settle();
  expect(warning()).toBeNull();
});

it("warns only in the last half of a single minute", async () => {
  api.settings = { ...api.settings, autoLockMinutes: 1 };
  api.locksAtMs = api.nowMs() + MINUTE_MS;
  await showApp(api);
  expect(warning()).toBeNull();
  await pass(MINUTE_MS / 2);
  expect(warning()).not.toBeNull();
});

it("is silent where no clock locks, and where nobody unlocked", async () => {
  api.locksAtMs = null;
  await showApp(api);
  await pass(60 * MINUTE_MS);
  expect(warning()).toBeNull();
});

it("looks again where the background gave no answer", async () => {
  await showApp(api);
  vi.spyOn(api, "ask").mockResolvedValueOnce(fail("internal"));
  await pass(4 * MINUTE_MS);
  expect(warning()).toBeNull();
  await pass(2_000);
  expect(warning()).not.toBeNull();
});
