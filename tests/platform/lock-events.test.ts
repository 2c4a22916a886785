/** A locked screen and idleness are two things, and each browser says another of them. */
import { beforeEach, expect, test, vi } from "vitest";

type Says = "active" | "idle" | "locked";
const heard: string[] = [];
let say: (state: Says) => void = () => undefined;
let state: Says = "active";

async function start(browser: "chrome" | "firefox") {
  vi.resetModules();
  heard.splice(0);
  state = "active";
  vi.stubGlobal("__BROWSER__", browser);
  vi.stubGlobal("chrome", {
    runtime: { id: "a".repeat(32) },
    idle: {
      setDetectionInterval: (seconds: number) => heard.push(`after ${seconds} s`),
      queryState: (seconds: number, done: (state: Says) => void) => done(seconds === 900 ? state : "active"),
      onStateChanged: {
        addListener: (listener: typeof say) => {
          say = listener;
        },
      },
    },
  });
  const events = await import("../../src/platform/lock-events.ts");
  events.onAway(
    () => heard.push("locked"),
    () => heard.push("idle"),
  );
  return events;
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

test("Chromium: a locked screen is one, and idleness is nothing", async () => {
  const { isIdle } = await start("chrome");
  for (const one of ["idle", "active", "locked"] as const) say(one);
  expect(heard).toEqual(["after 900 s", "locked"]);
  state = "idle";
  expect(await isIdle()).toBe(false);
});

test("Firefox: idleness is heard, and is no locked screen", async () => {
  const { isIdle } = await start("firefox");
  for (const one of ["active", "idle"] as const) say(one);
  expect(heard).toEqual(["after 900 s", "idle"]);
  expect(await isIdle()).toBe(false);
  state = "idle";
  expect(await isIdle()).toBe(true);
});
