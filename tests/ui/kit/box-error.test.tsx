// @vitest-environment happy-dom
/** What is wrong with a box stands below it, is read with it, and goes with the next letter. */
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { errorText } from "../../../src/ui/text/en/errors.ts";
import { choosing, choosingText } from "../../../src/ui/text/en/passphrase.ts";
import { settingsText, settingTexts } from "../../../src/ui/text/en/settings.ts";
import { capsLockText, press as pressText } from "../../../src/ui/text/en/shared-words.ts";
import { unlockText } from "../../../src/ui/text/en/unlock.ts";
import { FakeApi } from "../fake-api.ts";
import { alertText, press, showApp, type } from "../stage.tsx";
// Loaded later by the page; here it is there already.
import "../../../src/ui/features/keyring/strength.ts";

let api: FakeApi;
const box = (label: string): HTMLInputElement => screen.getByLabelText(label, { exact: true });

/** All texts that are read with the box. */
function describedBy(element: Element): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}

function expectError(label: string, sentence: string): void {
  expect(alertText()).toBe(sentence);
  expect(box(label).getAttribute("aria-invalid")).toBe("true");
  expect(describedBy(box(label))).toContain(sentence);
  expect(document.activeElement).toBe(box(label));
  expect(document.querySelectorAll("[aria-invalid]")).toHaveLength(1);
}

beforeEach(() => {
  api = new FakeApi();
  api.passphrase = "plain wide river stone lamp";
});

describe("the passphrase that unlocks", () => {
  beforeEach(async () => {
    api.status = "locked";
    await showApp(api);
  });

  it("is missing, then wrong, then typed again", async () => {
    await press(pressText.unlock);
    expectError("Passphrase", unlockText.missing);
    await type("Passphrase", "x");
    expect(box("Passphrase").getAttribute("aria-invalid")).toBeNull();
    expect(alertText()).toBe("");
    await press(pressText.unlock);
    expectError("Passphrase", errorText["wrong-passphrase"]);
  });

  it("says that Caps Lock is on, for as long as it is and the letters are dots", async () => {
    const key = (type: "keydown" | "keyup", isOn: boolean) => {
      const event = new KeyboardEvent(type, { key: "A", bubbles: true });
      Object.defineProperty(event, "getModifierState", {
        value: (name: string) => isOn && name === "CapsLock",
      });
      fireEvent(box("Passphrase"), event);
    };
    key("keydown", true);
    expect(describedBy(box("Passphrase"))).toBe(capsLockText);
    await press("Show typed text");
    expect(screen.queryByText(capsLockText)).toBeNull();
    await press("Hide typed text");
    key("keyup", false);
    expect(screen.queryByText(capsLockText)).toBeNull();
  });
});

it("tells a weak new passphrase from one that was repeated wrongly", async () => {
  await showApp(api);
  await type("Passphrase", "short");
  await press("Set up Sixtyfour");
  expectError("Passphrase", choosingText.passphrase.tooShort);
  await type("Passphrase", "plain wide river stone lamp");
  await press("Set up Sixtyfour");
  expectError("Repeat passphrase", choosingText.passphrase.mismatch);
});

describe("in the settings", () => {
  beforeEach(() => {
    api.status = "unlocked";
  });

  it("marks the box of the form that was used, where another asks for the same", async () => {
    api.passkeys = { create: () => Promise.reject(), ask: () => Promise.reject() };
    await showApp(api, "#settings");
    expect(screen.getAllByLabelText(choosing.current, { exact: true })).toHaveLength(2);
    await press("Change passphrase");
    const [invalid, ...others] = document.querySelectorAll("[aria-invalid]");
    expect(others).toEqual([]);
    expect(invalid?.closest("section")?.textContent).toContain("Repeat new passphrase");
  });

  it("marks a number out of range", async () => {
    await showApp(api, "#settings");
    await press("Change passphrase");
    expectError("Current passphrase", choosing.currentMissing);
    const { label, wrong } = settingTexts.autoLockMinutes;
    await type(label, "0");
    await press(settingsText.save);
    expectError(label, wrong({ least: 1, most: 60 }));
    expect(describedBy(box(label))).toContain(settingTexts.autoLockMinutes.hint({ least: 1, most: 60 }));
  });
});
