// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REFUSALS } from "../../src/protocol/content.ts";
import type { FillLook } from "../../src/protocol/page.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import {
  fillText,
  lookSentence,
  outcomeText,
  refusedText,
  siteText,
} from "../../src/ui/text/en/page-acts.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, press, settle, showPopup, statusText } from "./stage.tsx";

const FRAMES_MS = 50;
let api: FakeApi;

beforeEach(() => {
  vi.useFakeTimers();
  api = new FakeApi();
  api.status = "unlocked";
  api.settings = { ...api.settings, fillWarningRead: true };
  api.put(SAMPLE_KEY, { label: "Mine", phoneEnding: "42" });
  api.put(OTHER_KEY, { label: "Other" });
  api.step = "fill";
  api.offer();
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

function button(): HTMLElement {
  return screen.getByRole("button", { name: "Fill in this page" });
}

/** A click as the browser makes one for a person; happy-dom's own are never trusted. */
async function click(trusted = true): Promise<void> {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: trusted });
  fireEvent(button(), event);
  await settle();
}

async function pick(name: RegExp): Promise<void> {
  fireEvent.click(screen.getByRole("radio", { name }));
  await settle();
}

function fills(): number {
  return api.asked.filter((name) => name === "fill.run").length;
}

describe("the guarded button", () => {
  it("shows what will be filled where, and fills after the wait", async () => {
    await showPopup(api);
    for (const part of [
      "https://web.whatsapp.com",
      "16 boxes of 4 digits, Restore chat history",
      "Mine",
      "Phone ending in 42",
    ])
      expect(document.body.textContent).toContain(part);
    await pass(500 + FRAMES_MS);
    expect(button().getAttribute("aria-disabled")).toBe("false");
    await click();
    expect(fills()).toBe(1);
    expect(statusText()).toBe(outcomeText.filled);
  });

  it("is not focused on opening", async () => {
    await showPopup(api);
    await pass(2000);
    expect(document.activeElement).not.toBe(button());
  });

  it("ignores a press within 500 ms of being painted", async () => {
    await showPopup(api);
    await click();
    await pass(400);
    await click();
    expect(button().getAttribute("aria-disabled")).toBe("true");
    expect(fills()).toBe(0);
  });

  it("ignores a press that began too early", async () => {
    await showPopup(api);
    await pass(400);
    fireEvent.pointerDown(button());
    await pass(500);
    await click();
    expect(fills()).toBe(0);
    fireEvent.pointerDown(button());
    await click();
    expect(fills()).toBe(1);
  });

  it("ignores events made by a script", async () => {
    await showPopup(api);
    await pass(1000);
    await click(false);
    expect(fills()).toBe(0);
    await click(true);
    expect(fills()).toBe(1);
  });

  it("stops a key that repeats, and only that", async () => {
    await showPopup(api);
    await pass(1000);
    const repeated = new KeyboardEvent("keydown", {
      key: "Enter",
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    expect(fireEvent(button(), repeated)).toBe(false);
    const single = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    expect(fireEvent(button(), single)).toBe(true);
  });

  it.each<[string, () => Promise<void>]>([
    ["another key", () => pick(/Other/)],
    [
      "another key, and back",
      async () => {
        await pick(/Other/);
        await pick(/Mine/);
      },
    ],
    [
      "another page",
      async () => {
        api.offer({ pageId: "7 document-2" });
        api.publish("state");
      },
    ],
    [
      "another shape",
      async () => {
        api.offer({ shape: { boxes: 1, digitsPerBox: 64, multiline: false } });
        api.publish("state");
      },
    ],
  ])("waits again after %s", async (_, change) => {
    await showPopup(api);
    await pass(1000);
    await change();
    await settle();
    await click();
    expect(fills()).toBe(0);
    await pass(500 + FRAMES_MS);
    await click();
    expect(fills()).toBe(1);
  });
});

it("does not wait again for a fresh offer of the very same", async () => {
  await showPopup(api);
  await pass(1000);
  api.offer();
  api.publish("state");
  await settle();
  await click();
  expect(fills()).toBe(1);
});

describe("the fill step", () => {
  it("says before the first fill who can read a filled key, and not afterwards", async () => {
    api.settings = { ...api.settings, fillWarningRead: false };
    await showPopup(api);
    expect(document.body.textContent).toContain("Other extensions with access to the page");
    await pass(1000);
    await click();
    expect(fills()).toBe(1);
    expect(api.settings.fillWarningRead).toBe(true);
    expect(document.body.textContent).not.toContain("Other extensions with access to the page");
  });

  it("goes on saying it where nothing was filled", async () => {
    api.settings = { ...api.settings, fillWarningRead: false };
    api.outcome = "field-not-usable";
    await showPopup(api);
    await pass(1000);
    await click();
    expect(fills()).toBe(1);
    expect(document.body.textContent).toContain("Other extensions with access to the page");
  });

  describe("a page that changes all the time", () => {
    const looks = () => api.asked.filter((name) => name === "fill.look").length;
    /** As a page says it: once a second. */
    async function changeFor(seconds: number): Promise<void> {
      for (let second = 0; second < seconds; second++) {
        api.publish("change");
        await pass(1_000);
      }
    }

    it("is looked at when it begins to change, and then every three seconds", async () => {
      await showPopup(api);
      const before = looks();
      await changeFor(3);
      expect(looks()).toBe(before + 3);
      await changeFor(30);
      expect(looks()).toBeLessThanOrEqual(before + 3 + 10);
      expect(looks()).toBeGreaterThanOrEqual(before + 3 + 9);
    });

    it("is looked at once more after its last change, and not again", async () => {
      await showPopup(api);
      await changeFor(6);
      const before = looks();
      api.publish("change");
      await pass(3_000);
      expect(looks()).toBe(before + 1);
      await pass(3_600_000);
      expect(looks()).toBe(before + 1);
    });

    it("is looked at at once when a form comes in the middle of it, and when it changes again later", async () => {
      await showPopup(api);
      await changeFor(12);
      api.publish("change");
      const before = looks();
      api.publish("look");
      await settle();
      expect(looks()).toBe(before + 1);
      await pass(60_000);
      const later = looks();
      api.publish("change");
      await settle();
      expect(looks()).toBe(later + 1);
    });

    it("is not looked at after the popup has gone", async () => {
      await showPopup(api);
      await changeFor(6);
      api.publish("change");
      const before = looks();
      cleanup();
      await pass(60_000);
      expect(looks()).toBe(before);
    });
  });

  it.each(["state", "look", "step"] as const)("looks again on the notice %s", async (notice) => {
    await showPopup(api);
    const looks = () => api.asked.filter((name) => name === "fill.look").length;
    const before = looks();
    api.publish(notice);
    await settle();
    expect(looks()).toBe(before + 1);
  });

  it("drops an answer that a later look has overtaken", async () => {
    const ask = api.ask.bind(api);
    const late: (() => void)[] = [];
    await showPopup(api);
    // One that the background answers last of all.
    api.ask = (async (type: "fill.look", payload: never) => {
      const reply = await ask(type, payload);
      if (type === "fill.look" && late.length === 0) await new Promise<void>((go) => late.push(go));
      return reply;
    }) as typeof api.ask;
    api.publish("state");
    await settle();
    api.offer({ pageId: "8 document-9", title: "The form in front now" });
    api.publish("state");
    await settle();
    expect(document.body.textContent).toContain("The form in front now");
    late[0]?.();
    await settle();
    expect(late).toHaveLength(1);
    expect(document.body.textContent).toContain("The form in front now");
  });

  it("stands in front without being asked for, and says on WhatsApp Web, there alone, that nothing can be filled", async () => {
    api.step = null;
    await showPopup(api);
    expect(button()).toBeTruthy();
    api.look = { kind: "no-form", keyShown: false };
    api.publish("state");
    await settle();
    expect(screen.queryByRole("button", { name: "Fill in this page" })).toBeNull();
    expect(document.body.textContent).toContain(lookSentence(api.look));
    api.look = { kind: "other-page" };
    api.publish("state");
    await settle();
    expect(document.body.textContent).not.toContain(lookSentence(api.look));
  });

  it("comes after unlocking when the popup was locked", async () => {
    api.status = "locked";
    await showPopup(api);
    api.status = "unlocked";
    api.publish("state");
    await settle();
    expect(button()).toBeTruthy();
  });

  it("comes when the background asks a popped-out window for it", async () => {
    api.step = null;
    await showPopup(api, "window");
    expect(screen.getByRole("list", { name: "Keys" })).toBeTruthy();
    api.step = "fill";
    api.publish("step");
    await settle();
    expect(button()).toBeTruthy();
  });

  it.each(["page-changed-it", "field-not-usable", "no-form", "interrupted"] as const)(
    "says %s as an alert",
    async (outcome) => {
      api.outcome = outcome;
      await showPopup(api);
      await pass(1000);
      await click();
      expect(alertText()).toBe(outcomeText[outcome]);
      expect(statusText()).toBe("");
    },
  );

  it("after a fill blames nothing on the page, for a minute, or until there is another form or another page", async () => {
    await showPopup(api);
    await pass(1000);
    const filled: FillLook = { kind: "refused", why: "not-empty", chosen: false, keyShown: true };
    const noForm: FillLook = { kind: "no-form", keyShown: false };
    const show = async (look?: FillLook) => {
      if (look) api.look = look;
      else api.offer();
      api.publish("state");
      await settle();
    };
    const run = api.ask.bind(api);
    api.ask = (async (type, payload) => {
      const reply = await run(type, payload);
      if (type === "fill.run") api.look = filled;
      return reply;
    }) as typeof api.ask;
    await click();
    expect(statusText()).toBe(outcomeText.filled);
    for (const look of [filled, noForm]) {
      await show(look);
      expect(document.body.textContent).not.toContain(lookSentence(look));
      expect(document.body.textContent).not.toContain(siteText.keyShown);
      // Nor is an empty strip of it left.
      expect(screen.queryByRole("region", { name: fillText.title })).toBeNull();
    }
    await show({ kind: "no-access" });
    expect(document.body.textContent).toContain(lookSentence({ kind: "no-access" }));
    await show(filled);
    await pass(50_000);
    expect(document.body.textContent).not.toContain(lookSentence(filled));
    await pass(15_000);
    expect(document.body.textContent).toContain(lookSentence(filled));
    await show();
    expect(button()).toBeTruthy();
    await show(filled);
    expect(document.body.textContent).toContain(lookSentence(filled));
    expect(document.body.textContent).toContain(siteText.keyShown);
  });

  const looks = () => api.asked.filter((name) => name === "fill.look").length;

  it("looks when it opens, and on no clock: an hour with nothing new is no look", async () => {
    for (const look of [null, { kind: "no-form", keyShown: false }, { kind: "other-page" }] as const) {
      if (look) api.look = look;
      api.asked.splice(0);
      await showPopup(api);
      expect(looks()).toBe(1);
      await pass(3_600_000);
      expect(looks()).toBe(1);
      cleanup();
    }
  });

  it("looks once more, a second later, at a page whose script has not come yet", async () => {
    api.look = { kind: "reload-page", tabId: 7 };
    await showPopup(api);
    await pass(3_600_000);
    expect(looks()).toBe(2);
  });

  it.each(["pointerMove", "pointerDown", "keyDown"] as const)(
    "renews an offer that is about to expire, once, when it is used: %s",
    async (use) => {
      await showPopup(api);
      await pass(15_000);
      fireEvent[use](document.body);
      await settle();
      expect(looks()).toBe(1);
      await pass(10_000);
      fireEvent[use](document.body);
      fireEvent[use](document.body);
      await settle();
      expect(looks()).toBe(2);
    },
  );

  it("says that an offer has expired", async () => {
    await showPopup(api);
    await pass(1000);
    api.failing.set("fill.run", "offer-expired");
    await click();
    expect(alertText()).toBe(errorText["offer-expired"]);
  });

  it.each<[FillLook, string | null, string | null]>([
    [{ kind: "no-form", keyShown: false }, null, null],
    [{ kind: "ambiguous", keyShown: false }, null, null],
    [{ kind: "refused", why: "hidden", chosen: false, keyShown: false }, null, null],
    [{ kind: "no-access" }, "Allow access to web.whatsapp.com", "requestSiteAccess"],
    [{ kind: "reload-page", tabId: 7 }, "Reload this page", "reloadTab 7"],
    [{ kind: "other-page" }, "Open WhatsApp Web", "openRestoreSite"],
  ])("says %o with its own button", async (look, name, act) => {
    api.look = look;
    await showPopup(api);
    expect(document.body.textContent).toContain(lookSentence(look));
    expect(screen.queryByRole("button", { name: "Fill in this page" })).toBeNull();
    if (name !== null) await press(name);
    expect(api.done).toEqual(act === null ? [] : [act]);
  });

  it("has a sentence of its own for each rule, of the page's form and of a field that was pointed at", () => {
    const said = REFUSALS.flatMap((why) =>
      [true, false].map((chosen) => refusedText({ kind: "refused", why, chosen })),
    );
    expect(new Set(said).size).toBe(2 * REFUSALS.length);
  });
});
