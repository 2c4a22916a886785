// @vitest-environment happy-dom
/** What every page of ours tells the background about the person in front of it. */
import { act, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PageRequestType } from "../../src/protocol/page-requests.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { FakeApi, OTHER_KEY } from "./fake-api.ts";
import { press, showApp, showPopup, type } from "./stage.tsx";

let api: FakeApi;

beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
});
afterEach(() => {
  document.getSelection()?.removeAllRanges();
  vi.useRealTimers();
});

function times(name: PageRequestType): number {
  return api.asked.filter((asked) => asked === name).length;
}

describe("a copy of something else", () => {
  /** What Ctrl+C and Ctrl+X make of the element in focus. False: the page did not let the browser do it. */
  function leave(how: "copy" | "cut" = "copy"): boolean {
    const event = new Event(how, { bubbles: true, cancelable: true });
    return fireEvent(document.activeElement ?? document.body, event);
  }

  function box(label: string): HTMLInputElement {
    return screen.getByLabelText(label, { exact: true });
  }

  it("is told when text of the page is marked, and only then", async () => {
    await showApp(api, "#settings");
    leave();
    expect(times("clipboard.taken")).toBe(0);
    document.getSelection()?.selectAllChildren(screen.getByRole("heading", { name: "Settings" }));
    leave();
    expect(times("clipboard.taken")).toBe(1);
  });

  it("is told apart: digits of a key, or something else", async () => {
    const { id } = api.put(OTHER_KEY);
    await showApp(api, "#add");
    const given = { kind: "key", hex: OTHER_KEY } as const;
    const evidence = { kind: "pasted", msAgo: 0, given } as const;
    const copy = async (text: string) => {
      await type("Label", text);
      box("Label").focus();
      box("Label").select();
      leave();
      const reply = await api.ask("place.verify", { id, place: "bitwarden", evidence });
      return reply.ok && reply.value.outcome;
    };
    expect(await copy("Daily phone")).toBe("verified");
    expect(await copy("0243 579e 34ac b5f6")).toBe("own-copy");
  });

  it.each(["copy", "cut"] as const)("is told when part of a text box is marked: %s", async (how) => {
    await showApp(api, "#add");
    await type("Label", "Mine");
    box("Label").focus();
    box("Label").setSelectionRange(4, 4);
    leave(how);
    expect(times("clipboard.taken")).toBe(0);
    box("Label").setSelectionRange(0, 2);
    leave(how);
    expect(times("clipboard.taken")).toBe(1);
  });

  it.each(["copy", "cut"] as const)("does not happen to a masked passphrase: %s", async (how) => {
    api.status = "locked";
    await showApp(api);
    await type("Passphrase", "any words at all");
    const leaveMarked = () => {
      box("Passphrase").focus();
      box("Passphrase").setSelectionRange(0, 3);
      return leave(how);
    };
    expect(leaveMarked()).toBe(false);
    expect(times("clipboard.taken")).toBe(0);
    await press("Show typed text");
    expect(leaveMarked()).toBe(true);
    expect(times("clipboard.taken")).toBe(1);
  });
});

describe("use", () => {
  /** As the browser makes one for a person; happy-dom's own are never trusted. */
  function perform(event: Event, trusted = true): void {
    Object.defineProperty(event, "isTrusted", { value: trusted });
    fireEvent(document.body, event);
  }
  const key = () => new KeyboardEvent("keydown", { key: "a", bubbles: true });
  const pointer = () => new MouseEvent("pointerdown", { bubbles: true });

  async function pass(ms: number): Promise<void> {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  }

  beforeEach(() => {
    vi.useFakeTimers();
  });

  const wheel = () => new Event("wheel", { bubbles: true });
  /** Scrolled inside the page, which does not bubble. */
  const scroll = () => new Event("scroll");
  const focusMove = () => new Event("focusin", { bubbles: true });

  it.each([
    ["typing", key],
    ["pointing", pointer],
    ["turning the wheel", wheel],
    ["scrolling", scroll],
    ["moving the focus", focusMove],
  ])("is told on %s, every 15 seconds at most", async (_, event) => {
    await showApp(api);
    expect(times("keyring.use")).toBe(0);
    for (let i = 0; i < 5; i++) perform(event());
    expect(times("keyring.use")).toBe(1);
    await pass(14_999);
    perform(event());
    expect(times("keyring.use")).toBe(1);
    await pass(1);
    perform(event());
    expect(times("keyring.use")).toBe(2);
  });

  it.each([scroll, focusMove])("is not what moves in a window behind others", async (event) => {
    await showApp(api);
    const hasFocus = vi.spyOn(document, "hasFocus").mockReturnValue(false);
    perform(event());
    expect(times("keyring.use")).toBe(0);
    hasFocus.mockReturnValue(true);
    perform(event());
    expect(times("keyring.use")).toBe(1);
    hasFocus.mockRestore();
  });

  it.each([key, pointer, wheel])("is told by the popup too: %s", async (event) => {
    await showPopup(api);
    perform(event());
    expect(times("keyring.use")).toBe(1);
  });

  it.each([scroll, focusMove])(
    "is not what moves in the popup, which a web page can move: %s",
    async (event) => {
      await showPopup(api);
      perform(event());
      expect(times("keyring.use")).toBe(0);
    },
  );

  it("is not what a script makes, which does not delay telling the real one either", async () => {
    await showApp(api);
    perform(key(), false);
    perform(pointer(), false);
    expect(times("keyring.use")).toBe(0);
    perform(key());
    expect(times("keyring.use")).toBe(1);
  });

  it("is not that a page stands open", async () => {
    await showApp(api);
    await pass(60_000);
    api.publish("state");
    api.publish("look");
    await pass(1000);
    expect(times("keyring.state")).toBeGreaterThan(1);
    expect(times("keyring.use")).toBe(0);
  });

  it("ends with the page", async () => {
    const { unmount } = await showApp(api);
    unmount();
    await pass(100);
    perform(key());
    expect(times("keyring.use")).toBe(0);
  });
});

describe("a background that does not answer", () => {
  const sentence = () => screen.queryByText(errorText["no-answer"]);

  async function pass(ms: number): Promise<void> {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  }

  /** The next reading of the state waits until it is let go. */
  function silence(): () => void {
    let answer = () => {};
    api.held.set(
      "keyring.state",
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    return answer;
  }

  beforeEach(() => {
    vi.useFakeTimers();
  });

  it("is said after ten seconds, and asked again by Try again", async () => {
    silence();
    await showApp(api);
    await pass(9_999);
    expect(sentence()).toBeNull();
    await pass(1);
    expect(sentence()).not.toBeNull();
    api.held.clear();
    await press("Try again");
    expect(sentence()).toBeNull();
    expect(screen.getByRole("button", { name: "Lock" })).toBeTruthy();
  });

  it("that answers after all is drawn, and one that answers in time is not complained of", async () => {
    const answer = silence();
    await showPopup(api);
    await pass(20_000);
    expect(sentence()).not.toBeNull();
    answer();
    await pass(0);
    expect(sentence()).toBeNull();
    await pass(60_000);
    expect(sentence()).toBeNull();
  });

  it("is said of a silence that begins later, too, and what is typed stays", async () => {
    await showApp(api, "#add");
    await type("Label", "half a wor");
    const answer = silence();
    api.publish("state");
    await pass(10_000);
    expect(sentence()).not.toBeNull();
    answer();
    await pass(0);
    expect(sentence()).toBeNull();
    expect((screen.getByLabelText("Label", { exact: true }) as HTMLInputElement).value).toBe("half a wor");
  });

  it("is said of an act that nobody answers, and not of one that takes long", async () => {
    api.status = "locked";
    api.passphrase = "plain wide river stone";
    await showPopup(api);
    let unlocked = () => {};
    api.held.set(
      "keyring.unlock",
      new Promise((resolve) => {
        unlocked = resolve;
      }),
    );
    await type("Passphrase", api.passphrase);
    await press("Unlock");
    await pass(60_000);
    expect(sentence()).toBeNull();
    unlocked();
    await pass(0);
    await press("Lock");
    await type("Passphrase", api.passphrase);
    api.held.set("keyring.unlock", new Promise(() => undefined));
    await press("Unlock");
    silence();
    await pass(11_000);
    expect(sentence()).not.toBeNull();
  });

  it("the answer to an earlier question does not hide that the last one has none", async () => {
    await showPopup(api);
    const first = silence();
    api.publish("state");
    await pass(5_000);
    silence();
    api.publish("state");
    await pass(6_000);
    first();
    await pass(4_000);
    expect(sentence()).not.toBeNull();
  });
});
