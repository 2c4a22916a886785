// @vitest-environment happy-dom
import { screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/core/errors.ts";
import { FILL_OUTCOMES, REFUSALS } from "../../src/protocol/content.ts";
import type { StorageNotice } from "../../src/protocol/page.ts";
import { errorText, noticeText } from "../../src/ui/text/en/errors.ts";
import { lookText, outcomeText, refusedText } from "../../src/ui/text/en/page-acts.ts";
import { generateText, press as label, originText } from "../../src/ui/text/en/shared-words.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, press, settle, shownDigits, showPopup, statusText, type } from "./stage.tsx";

function unlocked(): FakeApi {
  const api = new FakeApi();
  api.status = "unlocked";
  return api;
}

describe("popup by status", () => {
  it("sends an empty profile to the tab", async () => {
    const api = new FakeApi();
    await showPopup(api);
    await press("Set up Sixtyfour");
    expect(api.done).toEqual(["openApp "]);
  });

  it.each(["damaged", "unsupported-version"] as const)("sends a %s keyring to the tab", async (status) => {
    const api = new FakeApi();
    api.status = status;
    await showPopup(api);
    expect(screen.queryByLabelText("Passphrase")).toBeNull();
    await press("Open the full tab");
    expect(api.done).toEqual(["openApp "]);
  });

  it("says that a passphrase is wrong, and unlocks with the right one", async () => {
    const api = new FakeApi();
    api.status = "locked";
    api.passphrase = "the right passphrase";
    await showPopup(api);
    await type("Passphrase", "the wrong passphrase");
    await press("Unlock");
    expect(alertText()).toBe(errorText["wrong-passphrase"]);
    expect(screen.queryByRole("button", { name: "Lock" })).toBeNull();
    await type("Passphrase", "the right passphrase");
    await press("Unlock");
    expect(alertText()).toBe("");
    expect(screen.getByRole("button", { name: "Lock" })).toBeTruthy();
  });

  it("says what went wrong while reading the state, and tries again", async () => {
    const api = unlocked();
    api.failing.set("keyring.state", "internal");
    await showPopup(api);
    expect(document.body.textContent).toContain(errorText.internal);
    await press("Try again");
    expect(screen.getByRole("list", { name: "Keys" })).toBeTruthy();
  });

  it("locks when the background says so", async () => {
    const api = unlocked();
    api.put(SAMPLE_KEY, { label: "Mine" });
    await showPopup(api);
    expect(document.body.textContent).toContain("Mine");
    api.status = "locked";
    api.publish("state");
    await settle();
    expect(screen.getByLabelText("Passphrase")).toBeTruthy();
    expect(document.body.textContent).not.toContain("Mine");
  });

  it("hides Pop out in its own window", async () => {
    await showPopup(unlocked(), "window");
    expect(screen.queryByRole("button", { name: "Pop out" })).toBeNull();
    expect(screen.getByRole("button", { name: "Lock" })).toBeTruthy();
  });
});

describe("popup list", () => {
  it("shows what is known of each key, earlier ones apart, deleted ones not at all", async () => {
    const api = unlocked();
    const current = api.put(SAMPLE_KEY, { label: "Mine", phoneEnding: "42" });
    api.put(OTHER_KEY, { label: "Before", supersededBy: current.id, origin: "generated", safe: true });
    api.put("1".repeat(64), { label: "Gone", deletedAtMs: 1, erasedAtMs: 2 });
    await showPopup(api);
    const keys = screen.getByRole("list", { name: "Keys" });
    expect(within(keys).getAllByRole("listitem")).toHaveLength(1);
    for (const part of ["Mine", "Phone ending in 42", "From WhatsApp", current.keyId])
      expect(keys.textContent).toContain(part);
    expect(keys.textContent).toContain("Only in this browser");
    const earlier = screen.getByRole("list", { name: "Old keys" });
    expect(earlier.textContent).toContain("Before");
    expect(earlier.textContent).not.toContain("Only in this browser");
    expect(document.body.textContent).not.toContain("Gone");
  });

  it("generates with one press and shows the digits that were stored", async () => {
    const api = unlocked();
    await showPopup(api);
    await press("Generate a key");
    expect(api.asked.indexOf("entry.generate")).toBeLessThan(api.asked.indexOf("key.reveal"));
    expect(shownDigits()).toBe([...api.keys.values()][0]);
    expect(document.body.textContent).toContain(
      "This key is for your own files. It won't open WhatsApp backups.",
    );
    expect(document.querySelector(".warning.amber")?.textContent).toContain(
      "If you lose this key, nobody can ever open what it encrypted.",
    );
  });

  it("shows no digit of a key that was not stored", async () => {
    const api = unlocked();
    await showPopup(api);
    api.failing.set("entry.generate", "not-stored");
    await press("Generate a key");
    expect(alertText()).toBe(errorText["not-stored"]);
    expect(api.asked).not.toContain("key.reveal");
  });

  it("names WhatsApp's key first, and says what a generated one is for before it is made", async () => {
    const api = unlocked();
    await showPopup(api);
    const add = screen.getByRole("button", { name: label.add });
    const generate = screen.getByRole("button", { name: label.generate, description: generateText.what });
    expect(add.compareDocumentPosition(generate) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(add.className).toBe("primary");
    expect(generate.className).not.toBe("primary");
    await press(label.generate);
    await press(label.back);
    expect(screen.getByRole("list", { name: "Keys" }).textContent).toContain(originText.generated);
    expect(document.activeElement?.textContent).toMatch(/^Key /);
  });

  it("opens the tab for adding and for settings", async () => {
    const api = unlocked();
    await showPopup(api);
    for (const name of ["Add my WhatsApp key", "Settings", "Pop out"]) await press(name);
    expect(api.done).toEqual(["openApp #add", "openApp #settings", "popOut"]);
  });
});

describe("sentences", () => {
  it("has one for every error and outcome", () => {
    expect(Object.keys(errorText).sort()).toEqual([...ERROR_CODES].sort());
    expect(Object.keys(outcomeText).sort()).toEqual([...FILL_OUTCOMES].sort());
  });

  it("never says two things alike, and leaves nothing unsaid", () => {
    const refusals = REFUSALS.map((why) => refusedText({ kind: "refused", why, chosen: true }));
    const texts = [errorText, outcomeText, lookText, noticeText].flatMap((said) => Object.values(said));
    const sentences = [...texts, ...refusals];
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/\S/);
  });

  it.each(Object.entries(noticeText))("says the storage notice %s as a status", async (notice, sentence) => {
    const api = unlocked();
    api.notices = [notice as StorageNotice];
    await showPopup(api);
    expect(statusText()).toBe(sentence);
  });
});
