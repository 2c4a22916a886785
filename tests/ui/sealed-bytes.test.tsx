// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import {
  encryptedKeysPress,
  encryptedKeysText,
  filesSavedText,
} from "../../src/ui/text/en/encrypted-keys.ts";
import { errorText, noticeText } from "../../src/ui/text/en/errors.ts";
import { damagedText, setAsideText, storageText } from "../../src/ui/text/en/storage-trouble.ts";
import { unlockText } from "../../src/ui/text/en/unlock.ts";
import { FakeApi } from "./fake-api.ts";
import { alertText, press, settle, showApp, statusText } from "./stage.tsx";

const SAVE_ONE = "Save the encrypted data";
const SAVE_EVERYTHING = "Save all stored data";
const SAVE_ASIDE = "Save data set aside";

const IN_USE = new Uint8Array([1, 2, 3]);
const BEFORE = new Uint8Array([4, 5]);
const BROKEN = new Uint8Array([6]);

function keyring(status: FakeApi["status"], aside: Uint8Array[] = []): FakeApi {
  const api = new FakeApi();
  api.status = status;
  api.sealed = IN_USE;
  api.aside = aside;
  return api;
}

function setAsides(api: FakeApi): number {
  return api.asked.filter((name) => name === "keyring.set-aside").length;
}

describe.each([
  { status: "locked", button: "Set these keys aside", consequence: setAsideText.confirm.consequence },
  {
    status: "unsupported-version",
    button: "Set these keys aside",
    consequence: setAsideText.confirm.consequence,
  },
  { status: "damaged", button: "Set aside and start over", consequence: damagedText.confirm.consequence },
] as const)("a keyring that is $status", ({ status, button, consequence }) => {
  it("is saved as it is", async () => {
    const api = keyring(status);
    await showApp(api);
    await press(SAVE_ONE);
    expect(api.saved).toEqual([{ name: "sixtyfour-keyring.sealed", bytes: IN_USE }]);
    expect(statusText()).toBe(encryptedKeysText.saved);
  });

  it("is set aside only after the consequence was shown", async () => {
    const api = keyring(status);
    await showApp(api);
    await press(button);
    expect(screen.getByRole("dialog").textContent).toContain(consequence);
    await press("Cancel");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(setAsides(api)).toBe(0);
    await press(button);
    await press("Set them aside");
    expect(setAsides(api)).toBe(1);
    expect(api.aside).toEqual([IN_USE]);
    expect(statusText()).toBe(setAsideText.done);
    for (const name of ["Set up Sixtyfour", "Open a saved file"])
      expect(screen.getByRole("button", { name })).toBeTruthy();
  });

  it("stays when the browser could not keep it", async () => {
    const api = keyring(status);
    await showApp(api);
    api.failing.set("keyring.set-aside", "not-stored");
    await press(button);
    await press("Set them aside");
    expect(alertText()).toBe(errorText["not-stored"]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: button })).toBeTruthy();
  });
});

describe("a forgotten passphrase", () => {
  it("is said to be past help before the button that gives the keyring up", async () => {
    await showApp(keyring("locked"));
    const sentence = screen.getByText(unlockText.forgotten);
    const button = screen.getByRole("button", { name: "Set these keys aside" });
    expect(sentence.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("and all else for who cannot unlock is folded away behind one question", async () => {
    await showApp(keyring("locked"));
    const panel = screen.getByText(unlockText.cannot).closest("details");
    expect(panel?.open).toBe(false);
    for (const name of [encryptedKeysPress.saveBytes, "Set these keys aside"])
      expect(panel?.contains(screen.getByRole("button", { name }))).toBe(true);
    for (const way of unlockText.ways) expect(panel?.textContent).toContain(way);
    expect(panel?.contains(screen.getByRole("button", { name: "Unlock" }))).toBe(false);
  });

  it("can be remembered: nothing offers to give up a keyring that is open", async () => {
    const api = keyring("locked");
    await showApp(api);
    expect(screen.queryByText(unlockText.forgotten)).not.toBeNull();
    api.status = "unlocked";
    api.publish("state");
    await settle();
    expect(screen.queryByRole("button", { name: /aside/ })).toBeNull();
  });
});

describe("saving everything", () => {
  it.each(["damaged", "unsupported-version"] as const)("makes a file of each run, %s", async (status) => {
    const api = keyring(status, [BEFORE, BROKEN]);
    await showApp(api);
    await press(SAVE_EVERYTHING);
    expect(api.saved).toEqual([
      { name: "sixtyfour-keyring-1.sealed", bytes: IN_USE },
      { name: "sixtyfour-keyring-2.sealed", bytes: BEFORE },
      { name: "sixtyfour-keyring-3.sealed", bytes: BROKEN },
    ]);
    expect(statusText()).toBe(filesSavedText(3));
  });

  it("says that no bytes could be read", async () => {
    const api = keyring("damaged");
    api.sealed = new Uint8Array();
    await showApp(api);
    await press(SAVE_EVERYTHING);
    expect(api.saved).toEqual([]);
    expect(alertText()).toBe(encryptedKeysText.nothing);
  });

  it("is not offered where the keyring only waits for its passphrase, or for its first", async () => {
    const api = keyring("locked", [BROKEN]);
    await showApp(api);
    expect(screen.queryByRole("button", { name: SAVE_ONE })).not.toBeNull();
    expect(screen.queryByRole("button", { name: SAVE_EVERYTHING })).toBeNull();
    api.status = "empty";
    api.publish("state");
    await settle();
    expect(screen.queryByRole("button", { name: "Set up Sixtyfour" })).not.toBeNull();
    expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
  });
});

describe("saving what was set aside", () => {
  it("leaves out the keyring in use", async () => {
    const api = keyring("unlocked", [BEFORE, BROKEN]);
    await showApp(api, "#settings");
    await press(SAVE_ASIDE);
    expect(api.saved).toEqual([
      { name: "sixtyfour-keyring-1.sealed", bytes: BEFORE },
      { name: "sixtyfour-keyring-2.sealed", bytes: BROKEN },
    ]);
    expect(statusText()).toBe(filesSavedText(2));
  });

  it("says that there is nothing", async () => {
    const api = keyring("unlocked");
    await showApp(api, "#settings");
    await press(SAVE_ASIDE);
    expect(api.asked).toContain("keyring.export-all");
    expect(api.saved).toEqual([]);
    expect(statusText()).toBe(encryptedKeysText.nothingAside);
  });

  it("says what went wrong", async () => {
    const api = keyring("unlocked", [BROKEN]);
    await showApp(api, "#settings");
    api.failing.set("keyring.export-all", "internal");
    await press(SAVE_ASIDE);
    expect(api.saved).toEqual([]);
    expect(alertText()).toBe(errorText.internal);
  });
});

describe("a stored copy that cannot be read", () => {
  it("offers to save the keys: sealed at once, or exported", async () => {
    const api = keyring("unlocked");
    await showApp(api);
    expect(screen.queryByRole("region", { name: storageText.title })).toBeNull();
    api.notices = ["copy-unreadable"];
    api.publish("state");
    await settle();
    expect(statusText()).toContain(noticeText["copy-unreadable"]);
    const trouble = within(screen.getByRole("region", { name: storageText.title }));
    fireEvent.click(trouble.getByRole("button", { name: encryptedKeysPress.save }));
    await settle();
    expect(api.saved).toEqual([{ name: "sixtyfour-keyring.sealed", bytes: IN_USE }]);
    expect(trouble.getByRole("link", { name: storageText.export }).getAttribute("href")).toBe("#places");
  });
});
