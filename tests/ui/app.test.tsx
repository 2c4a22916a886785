// @vitest-environment happy-dom

import { configure, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { addText } from "../../src/ui/text/en/add-key.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { firstRunPress, firstRunText } from "../../src/ui/text/en/first-run.ts";
import { hadKeysText } from "../../src/ui/text/en/had-keys.ts";
import { changePassphraseText, choosingText } from "../../src/ui/text/en/passphrase.ts";
import { lockedText } from "../../src/ui/text/en/unlock.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, press, settle, showApp, shownDigits, statusText, type } from "./stage.tsx";

// Its own is one second: a busy machine is slow, not broken.
configure({ asyncUtilTimeout: 60_000 });

const STRONG = "tundra-violin-harbour-quartz-mellow";

function withStatus(status: FakeApi["status"]): FakeApi {
  const api = new FakeApi();
  api.status = status;
  return api;
}

async function heard(text: () => string, wanted: string): Promise<void> {
  await waitFor(() => expect(text()).toContain(wanted));
}

describe("first run", () => {
  it.each([
    ["password1", "password1", choosingText.passphrase.tooWeak],
    ["a1B!x", "a1B!x", choosingText.passphrase.tooShort],
    [`${STRONG}-`.repeat(30), STRONG, choosingText.passphrase.tooLong],
    [STRONG, `${STRONG}s`, choosingText.passphrase.mismatch],
  ])("refuses %s with the reason", async (passphrase, repeated, reason) => {
    const api = withStatus("empty");
    await showApp(api);
    await type("Passphrase", passphrase);
    await type("Repeat passphrase", repeated);
    await press("Set up Sixtyfour");
    await heard(alertText, reason);
    expect(api.asked).not.toContain("keyring.create");
  });

  it("shows the three steps in order: the passphrase, the key on the phone, the button", async () => {
    await showApp(withStatus("empty"));
    const steps = Array.from(document.querySelectorAll("ol.numbered > li"));
    const titles = steps.map((step) => step.querySelector("h3")?.textContent);
    expect(titles).toEqual([firstRunText.choose, firstRunText.addKey, firstRunText.pin]);
    expect(steps[1]?.textContent).toContain(addText.path);
    expect(steps[2]?.textContent).toContain(firstRunText.howToPin);
  });

  it("says to who had keys here where they may be, and what can be done, beside the ways back in", async () => {
    const api = withStatus("empty");
    await showApp(api);
    const panel = screen.getByText(hadKeysText.title).closest("details");
    expect(panel?.open).toBe(false);
    for (const sentence of [...hadKeysText.reasons, ...hadKeysText.ways])
      expect(panel?.textContent).toContain(sentence);
    expect(screen.getByRole("link", { name: firstRunText.fromVault })).toBeTruthy();
    expect(screen.getByText(firstRunPress.openFile)).toBeTruthy();
  });

  it("creates the keyring with a good one", async () => {
    const api = withStatus("empty");
    await showApp(api);
    expect(document.body.textContent).toContain("Removing the extension deletes them");
    expect(document.body.textContent).toContain("If you forget it, we can't reset it. Neither can WhatsApp.");
    await type("Passphrase", STRONG);
    await type("Repeat passphrase", STRONG);
    await press("Set up Sixtyfour");
    await waitFor(() => expect(api.passphrase).toBe(STRONG));
    expect(screen.getByRole("heading", { name: addText.title })).toBeTruthy();
  });

  it("generates five words into both boxes, and shows them", async () => {
    await showApp(withStatus("empty"));
    await press("Generate a passphrase");
    const box = () => screen.getByLabelText("Passphrase", { exact: true }) as HTMLInputElement;
    await waitFor(() => expect(box().value).toMatch(/^[a-z]+(-[a-z]+){4,}$/));
    expect((screen.getByLabelText("Repeat passphrase") as HTMLInputElement).value).toBe(box().value);
    expect(document.querySelector(".generated")?.textContent).toContain(box().value);
    await type("Passphrase", `${box().value}x`);
    expect(document.querySelector(".generated")).toBeNull();
  });

  it("does not open a file of another kind", async () => {
    const api = withStatus("empty");
    await showApp(api);
    const picker = document.querySelector("input[type=file]");
    if (!picker) throw new Error("no file picker");
    Object.defineProperty(picker, "files", { value: [new File([new Uint8Array([7])], "any.sealed")] });
    fireEvent.change(picker);
    await waitFor(() => expect(alertText()).toBe(errorText["not-a-keyring-file"]));
    expect(api.status).toBe("empty");
  });
});

describe("add", () => {
  const grouped = SAMPLE_KEY.match(/.{4}/g)?.join(" ") ?? "";

  function counts(): (string | null)[] {
    return within(screen.getByRole("list", { name: "Digits in each group" }))
      .getAllByRole("listitem")
      .map((item) => item.textContent);
  }

  it("counts the digits of each group while typing", async () => {
    await showApp(withStatus("unlocked"), "#add");
    await type("64-digit key", grouped.slice(0, 7));
    expect(counts().slice(0, 3)).toEqual(["A1: 4 of 4", "A2: 2 of 4", "A3: 0 of 4"]);
    expect(counts()).toHaveLength(16);
    expect(document.body.textContent).toContain("6 of 64 digits so far.");
  });

  it.each([
    [`o${grouped.slice(1)}`, "Row A, group 1: “o” is not allowed. Did you mean 0?"],
    [grouped.replace(/^((?:\w{4} ){5}\w{3})\w/, "$1"), "Row B, group 2 has 3 characters, not 4."],
    [`${grouped} 1`, "65 digits: 1 too many."],
  ])("names the place of a typo", async (text, sentence) => {
    const api = withStatus("unlocked");
    await showApp(api, "#add");
    await type("64-digit key", text);
    expect(document.querySelector(".verdict.typo")?.textContent).toBe(sentence);
    await press("Save key");
    expect(alertText()).toBe(sentence);
    expect(api.asked).not.toContain("entry.add");
  });

  it("saves a whole key and goes to it", async () => {
    const api = withStatus("unlocked");
    await showApp(api, "#add");
    await type("64-digit key", `64-digit key: ${grouped}`);
    await type("Label", "Mine");
    await press("Save key");
    await waitFor(() => expect(screen.getByRole("heading", { name: "Mine" })).toBeTruthy());
    expect([...api.keys.values()]).toEqual([SAMPLE_KEY]);
    expect(statusText()).toBe("Key saved and verified.");
    await press("Reveal");
    expect(shownDigits()).toBe(SAMPLE_KEY);
  });

  it("recognises a key that is already there", async () => {
    const api = withStatus("unlocked");
    const known = api.put(SAMPLE_KEY, { label: "Mine" });
    await showApp(api, "#add");
    await type("64-digit key", OTHER_KEY);
    expect(document.body.textContent).not.toContain("already saved");
    await type("64-digit key", grouped);
    expect(document.body.textContent).toContain("already saved");
    const link = document.querySelector(".warning a");
    expect(link?.getAttribute("href")).toBe(`#key/${known.id}`);
  });

  it("replaces an old key of the same phone only when told to", async () => {
    const api = withStatus("unlocked");
    const before = api.put(SAMPLE_KEY, { label: "Mine", phoneEnding: "42" });
    await showApp(api, "#add");
    await type("64-digit key", OTHER_KEY);
    expect(screen.queryByRole("checkbox")).toBeNull();
    await type("Phone number ending", "42");
    fireEvent.click(screen.getByRole("checkbox", { name: /This key replaces “Mine”/ }));
    await settle();
    await press("Save key");
    expect(api.entries.find(({ id }) => id === before.id)?.supersededBy).toBe(api.entries[1]?.id);
  });

  it("keeps what was typed while another part is looked at, and drops it on lock", async () => {
    const api = withStatus("unlocked");
    await showApp(api, "#add");
    await type("64-digit key", "0243");
    const box = () => screen.queryByLabelText("64-digit key") as HTMLTextAreaElement | null;
    location.hash = "#settings";
    await waitFor(() => expect(box()).toBeNull());
    location.hash = "#add";
    await waitFor(() => expect(box()?.value).toBe("0243"));
    api.status = "locked";
    api.publish("state");
    await settle();
    expect(statusText()).toBe(lockedText.draftDropped);
    api.status = "unlocked";
    api.publish("state");
    await settle();
    expect(box()?.value).toBe("");
  });
});

describe("keys and settings", () => {
  it("restores a deleted key and names the day it would be erased", async () => {
    const api = withStatus("unlocked");
    api.put(SAMPLE_KEY, { label: "Gone", deletedAtMs: 1, erasedAtMs: Date.UTC(2031, 5, 15) });
    await showApp(api);
    const deleted = screen.getByRole("list", { name: "Deleted keys" });
    expect(deleted.textContent).toMatch(/Will be deleted for good on .*2031/);
    expect(screen.getByRole("list", { name: "Keys" }).textContent).not.toContain("Gone");
    await press("Restore");
    expect(screen.getByRole("list", { name: "Keys" }).textContent).toContain("Gone");
  });

  it.each([
    ["Idle minutes before locking", "0", "Idle minutes before locking: type a whole number from 1 to 60."],
    ["Idle minutes before locking", "61", "Idle minutes before locking: type a whole number from 1 to 60."],
    [
      "Seconds before clipboard clears",
      "14",
      "Seconds before clipboard clears: type a whole number from 15 to 120.",
    ],
    [
      "Seconds before clipboard clears",
      "121",
      "Seconds before clipboard clears: type a whole number from 15 to 120.",
    ],
  ])("refuses %s = %s", async (label, value, reason) => {
    const api = withStatus("unlocked");
    await showApp(api, "#settings");
    await type(label, value);
    await press("Save settings");
    expect(alertText()).toBe(reason);
    expect(api.asked).not.toContain("settings.save");
  });

  it("saves settings, until the browser closes too", async () => {
    const api = withStatus("unlocked");
    await showApp(api, "#settings");
    fireEvent.click(screen.getByRole("checkbox", { name: "Stay unlocked until the browser closes" }));
    await type("Seconds before clipboard clears", "15");
    await press("Save settings");
    expect(api.settings).toEqual({
      autoLockMinutes: null,
      clipboardSeconds: 15,
      fillWarningRead: false,
      reminderAfterMs: null,
    });
  });

  it("changes the passphrase", async () => {
    const api = withStatus("unlocked");
    api.passphrase = "the one before";
    await showApp(api, "#settings");
    expect(screen.getByText(changePassphraseText.hint)).toBeTruthy();
    await type("Current passphrase", "not the one before");
    await type("New passphrase", STRONG);
    await type("Repeat new passphrase", STRONG);
    await press("Change passphrase");
    await heard(alertText, errorText["wrong-passphrase"]);
    await type("Current passphrase", "the one before");
    await press("Change passphrase");
    await heard(statusText, changePassphraseText.changed);
    expect(api.passphrase).toBe(STRONG);
  });
});

describe("shortcuts", () => {
  it.each([
    [{ open: "Alt+A", fill: "Alt+B" }, "Alt+A opens Sixtyfour. Alt+B opens it to fill in a key."],
    [{ open: "Alt+A", fill: "" }, "Alt+A opens Sixtyfour."],
    [{ open: "", fill: "Alt+B" }, "Alt+B opens Sixtyfour to fill in a key."],
    [{ open: "", fill: "" }, "No shortcuts are set."],
  ])("are named as they are set: %o", async (keyboard, sentence) => {
    const api = new FakeApi();
    api.status = "unlocked";
    api.keyboard = keyboard;
    await showApp(api, "#settings");
    expect(
      screen.getByText(`${sentence} You can change shortcuts in your browser's extension settings.`),
    ).toBeTruthy();
  });
});
