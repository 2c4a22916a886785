// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rowCheck } from "../../src/core/key/row-check.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { conflictText, entryText } from "../../src/ui/text/en/shared-words.ts";
import { lockedText } from "../../src/ui/text/en/unlock.ts";
import { FakeApi, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, keyRegion, press, settle, shownDigits, showPopup, statusText, type } from "./stage.tsx";

let api: FakeApi;

beforeEach(async () => {
  vi.useFakeTimers();
  api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Mine", phoneEnding: "42" });
  await showPopup(api);
  await press("Mine");
});
afterEach(() => {
  vi.useRealTimers();
});

function wholePage(): string {
  return document.documentElement.outerHTML;
}

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

describe("reveal", () => {
  it("keeps the digits out of the document until asked for", async () => {
    const group = SAMPLE_KEY.slice(0, 4);
    expect(wholePage()).not.toContain(group);
    expect(api.asked).not.toContain("key.reveal");
    await press("Reveal");
    expect(wholePage()).toContain(group);
    expect(shownDigits()).toBe(SAMPLE_KEY);
    expect(keyRegion().textContent).toBe(SAMPLE_KEY);
  });

  it("spells the groups for a screen reader and shows the checks beside the region", async () => {
    await press("Reveal");
    const names = screen
      .getAllByRole("img", { hidden: false })
      .map((group) => group.getAttribute("aria-label"));
    expect(names).toContain("0 2 4 3");
    expect(document.querySelector(".checks")?.textContent).toContain(rowCheck(0, SAMPLE_KEY.slice(0, 16)));
    for (const [name, value] of [
      ["dir", "ltr"],
      ["translate", "no"],
      ["spellcheck", "false"],
    ])
      expect(keyRegion().getAttribute(name ?? "")).toBe(value);
  });

  it.each([
    ["by hand", () => press("Hide")],
    ["after 30 s", () => pass(30_000)],
    ["on blur", async () => void fireEvent(window, new Event("blur"))],
    [
      "when the page is covered",
      async () => {
        const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
        fireEvent(document, new Event("visibilitychange"));
        seen.mockRestore();
      },
    ],
    ["on leaving the view", () => press("Back")],
    ["on lock", () => press("Lock")],
    [
      "on a lock from elsewhere",
      async () => {
        api.status = "locked";
        api.publish("state");
      },
    ],
  ])("hides again %s", async (_, act) => {
    await press("Reveal");
    await pass(29_000);
    expect(shownDigits()).toBe(SAMPLE_KEY);
    await act();
    await settle();
    for (let group = 0; group < 64; group += 4)
      expect(wholePage()).not.toContain(SAMPLE_KEY.slice(group, group + 4));
  });

  it("drops an answer that comes after the window lost the focus", async () => {
    let answer = () => {};
    api.held.set("key.reveal", new Promise((resolve) => (answer = resolve)));
    await press("Reveal");
    fireEvent(window, new Event("blur"));
    answer();
    await settle();
    expect(shownDigits()).toBe("");
    expect(wholePage()).not.toContain(SAMPLE_KEY.slice(0, 4));
  });
});

describe("copy", () => {
  it("says until when, and counts down", async () => {
    await press("Copy");
    expect(api.clipboard).toBe(SAMPLE_KEY);
    expect(statusText()).toBe("Copied. Clears in 45 s");
    await pass(5000);
    expect(statusText()).toBe("Copied. Clears in 40 s");
    await pass(41_000);
    expect(statusText()).toBe("");
    expect(document.body.textContent).toContain("Clearing also removes anything you copied since.");
  });

  it("says when the clipboard is refused", async () => {
    api.failing.set("key.copy", "clipboard-refused");
    await press("Copy");
    expect(alertText()).toBe(errorText["clipboard-refused"]);
  });

  it("takes over a copy of marked digits, and leaves any other copy alone", async () => {
    await press("Reveal");
    const copy = () => fireEvent(document.body, new Event("copy", { bubbles: true, cancelable: true }));
    const marked = vi.spyOn(document, "getSelection");
    marked.mockReturnValue({ isCollapsed: false, containsNode: () => false } as unknown as Selection);
    expect(copy()).toBe(true);
    expect(api.clipboard).toBeNull();
    expect(api.asked).toContain("clipboard.taken");
    const before = api.asked.filter((name) => name === "clipboard.taken").length;
    marked.mockReturnValue({
      isCollapsed: false,
      containsNode: (node: Node) => node.contains(keyRegion()),
    } as unknown as Selection);
    expect(copy()).toBe(false);
    await settle();
    expect(api.clipboard).toBe(SAMPLE_KEY);
    expect(api.asked.filter((name) => name === "clipboard.taken")).toHaveLength(before);
    marked.mockRestore();
  });
});

describe("details", () => {
  it("saves a label on leaving its box", async () => {
    await type("Label", "Renamed");
    fireEvent.blur(screen.getByLabelText("Label"));
    await settle();
    expect(api.entries[0]?.label).toBe("Renamed");
    expect(statusText()).toBe("Saved.");
  });

  it("saves what is left while the box before it is still being saved", async () => {
    let answer = () => {};
    api.held.set("entry.edit", new Promise((resolve) => (answer = resolve)));
    await type("Label", "Renamed");
    fireEvent.blur(screen.getByLabelText("Label"));
    await type("Phone number ending", "77");
    fireEvent.blur(screen.getByLabelText("Phone number ending"));
    answer();
    await settle();
    expect(api.entries[0]).toMatchObject({ label: "Renamed", phoneEnding: "77" });
  });

  it("refuses an ending that is not of digits", async () => {
    await type("Phone number ending", "4x");
    await press("Save");
    expect(alertText()).toContain("at most four digits");
    expect(api.entries[0]?.phoneEnding).toBe("42");
  });

  it("keeps what was typed when it was not stored, and saves it the next time", async () => {
    api.failing.set("entry.edit", "not-stored");
    await type("Note", "kept in the drawer");
    await press("Save");
    expect(alertText()).toBe(errorText["not-stored"]);
    await press("Save");
    expect(api.entries[0]?.note).toBe("kept in the drawer");
  });
});

describe("two windows", () => {
  const CONFLICT = { name: "Note: changed in two windows" };

  /** What another window has stored in the meantime. */
  async function elsewhere(part: Partial<(typeof api.entries)[number]>): Promise<void> {
    api.entries = api.entries.map((entry) => ({ ...entry, ...part }));
    api.publish("state");
    await settle();
  }
  const shownIn = (label: string) =>
    (screen.getByLabelText(label, { exact: true }) as HTMLInputElement).value;

  it("shows what the other one has saved", async () => {
    await elsewhere({ label: "Renamed there" });
    expect(shownIn("Label")).toBe("Renamed there");
  });

  it("saves the note and leaves the other's label alone", async () => {
    await type("Note", "typed here");
    await elsewhere({ label: "Renamed there" });
    await press("Save");
    expect(api.entries[0]).toMatchObject({ label: "Renamed there", note: "typed here" });
  });

  it("says that both have written the note, and overwrites nothing before the choice", async () => {
    await type("Note", "typed here");
    await elsewhere({ note: "typed there" });
    const conflict = screen.getByRole("region", CONFLICT);
    expect(conflict.textContent).toContain(conflictText.what);
    expect(conflict.textContent).toContain("typed there");
    await press("Save");
    fireEvent.blur(screen.getByLabelText("Note"));
    await pass(10_000);
    expect(api.entries[0]?.note).toBe("typed there");
    expect(shownIn("Note")).toBe("typed here");
    await press("Save what I typed");
    expect(api.entries[0]?.note).toBe("typed here");
    expect(screen.queryByRole("region", CONFLICT)).toBeNull();
  });

  it("takes the other's text when that is chosen", async () => {
    await elsewhere({ note: "as it was" });
    await type("Note", "typed here");
    await elsewhere({ note: "" });
    expect(screen.getByRole("region", CONFLICT).textContent).toContain("emptied");
    await press("Use the other");
    expect(shownIn("Note")).toBe("");
    await pass(10_000);
    expect(api.entries[0]?.note).toBe("");
  });

  it("says what is wrong with an ending that is to be kept, and keeps both texts until it is right", async () => {
    const ending = { name: "Phone number ending: changed in two windows" };
    await type("Phone number ending", "4x");
    await elsewhere({ phoneEnding: "43" });
    await press(conflictText.keepMine);
    expect(alertText()).toBe(entryText.endingWrong);
    expect(shownIn("Phone number ending")).toBe("4x");
    expect(screen.getByRole("region", ending).textContent).toContain("43");
    expect(api.asked).not.toContain("entry.edit");
    await type("Phone number ending", "44");
    await press(conflictText.keepMine);
    expect(api.entries[0]?.phoneEnding).toBe("44");
    expect(screen.queryByRole("region", ending)).toBeNull();
  });

  it("says that what was typed goes, where nobody has chosen", async () => {
    await type("Note", "typed here");
    await elsewhere({ note: "typed there" });
    await press("Back");
    expect(alertText()).toBe(entryText.editDropped);
    expect(api.entries[0]?.note).toBe("typed there");
  });

  it("says it too when the other one was a moment faster", async () => {
    await type("Note", "typed here");
    api.entries = api.entries.map((entry) => ({ ...entry, note: "typed there" }));
    await press("Save");
    expect(alertText()).toBe(errorText["changed-elsewhere"]);
    await elsewhere({});
    expect(screen.getByRole("region", CONFLICT).textContent).toContain("typed there");
  });

  it("does not take its own saving for the other's", async () => {
    let answer = () => {};
    api.held.set("entry.edit", new Promise((resolve) => (answer = resolve)));
    await type("Note", "one");
    fireEvent.blur(screen.getByLabelText("Note"));
    await type("Note", "one, two");
    await elsewhere({ note: "one" });
    expect(screen.queryByRole("region", CONFLICT)).toBeNull();
    answer();
    await settle();
    expect(shownIn("Note")).toBe("one, two");
    await press("Save");
    expect(api.entries[0]?.note).toBe("one, two");
  });
});

describe("a lock while a note is typed", () => {
  async function lock(): Promise<void> {
    api.status = "locked";
    api.publish("state");
    await settle();
  }

  it("takes nothing that was typed more than two seconds ago", async () => {
    await type("Note", "half a sen");
    await pass(2000);
    expect(api.entries[0]?.note).toBe("half a sen");
    await lock();
    expect(alertText()).toBe("");
  });

  it("saving in between interrupts nobody; Save then says that it is saved", async () => {
    await type("Note", "half a sen");
    await pass(2000);
    expect(statusText()).toBe("");
    await press("Save");
    expect(statusText()).toBe("Saved.");
    expect(api.asked.filter((asked) => asked === "entry.edit")).toHaveLength(1);
  });

  it("says what it takes", async () => {
    api.failing.set("entry.edit", "locked");
    await type("Note", "half a sen");
    await lock();
    expect(api.entries[0]?.note).toBe("");
    expect(alertText()).toBe(lockedText.editDropped);
    expect(wholePage()).not.toContain("half a sen");
  });

  it("saves on leaving the view, and asks nothing where nothing was typed", async () => {
    await press("Back");
    expect(api.asked).not.toContain("entry.edit");
    await press("Mine");
    await type("Note", "half a sen");
    await press("Back");
    expect(api.entries[0]?.note).toBe("half a sen");
  });
});

describe("delete", () => {
  it("asks, names the consequence, and can be called off", async () => {
    await press("Delete");
    const dialog = screen.getByRole("dialog", { name: "Delete this key?" });
    expect(dialog.textContent).toContain("within 30 days");
    await press("Cancel");
    expect(api.entries[0]?.deletedAtMs).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("deletes and goes back to the list", async () => {
    await press("Delete");
    await press("Delete key");
    expect(api.entries[0]?.deletedAtMs).not.toBeNull();
    expect(statusText()).toContain("“Mine” was deleted. You can restore it until");
    expect(screen.getByRole("list", { name: "Keys" }).children).toHaveLength(0);
  });
});
