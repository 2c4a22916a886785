// @vitest-environment happy-dom
/** The same parts from every page of ours, the current one marked, and the way past them. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { addText } from "../../../../src/ui/text/en/add-key.ts";
import { copyPressName, copyText, press as words } from "../../../../src/ui/text/en/shared-words.ts";
import { skipPress, tabWords, titleText } from "../../../../src/ui/text/en/tab.ts";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { press, settle, showApp, shownDigits, showPopup, statusText } from "../../stage.tsx";

const NAMES = ["Keys", "Backups", "Safe places", "Key vault", "Help", "Settings"];

function withKey(): FakeApi {
  const api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Old phone" });
  return api;
}

const parts = () => within(screen.getByRole("navigation", { name: tabWords.navigation }));
const current = (role: "link" | "button") =>
  parts()
    .getAllByRole(role)
    .filter((part) => part.getAttribute("aria-current") === "page")
    .map((part) => part.textContent);

describe("the tab", () => {
  it("has them in order, each with an icon", async () => {
    await showApp(withKey());
    const links = parts().getAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual(NAMES);
    for (const link of links) expect(link.querySelector("svg[aria-hidden=true] path")).not.toBeNull();
  });

  it.each([
    ["", "Keys", "Keys"],
    ["#add", "Keys", addText.title],
    ["#backups", "Backups", "Backups"],
    ["#places", "Safe places", "Safe places"],
    ["#help", "Help", "Help"],
    ["#settings", "Settings", "Settings"],
  ])("at %s, it marks %s and its title begins with %s", async (hash, part, title) => {
    await showApp(withKey(), hash);
    expect(current("link")).toEqual([part]);
    expect(document.title).toBe(titleText(title));
  });

  it("is never named after a key: browsers keep titles in their history", async () => {
    const api = withKey();
    await showApp(api, `#key/${api.entries[0]?.id}`);
    screen.getByRole("heading", { name: "Old phone" });
    expect(document.title).toBe(titleText("Keys"));
  });

  it("names only itself while it is locked, and leads to the help alone", async () => {
    const api = withKey();
    await showApp(api, "#settings");
    await press(words.lock);
    expect(document.title).toBe("Sixtyfour");
    expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([tabWords.help]);
  });

  it("leads past them to what is shown, without another address", async () => {
    await showApp(withKey(), "#settings");
    await press(skipPress);
    expect(document.activeElement?.tagName).toBe("MAIN");
    expect(location.hash).toBe("#settings");
  });

  it("gives the focus to the key that was left after Back", async () => {
    const api = withKey();
    await showApp(api, `#key/${api.entries[0]?.id}`);
    location.hash = "#";
    fireEvent(window, new Event("hashchange"));
    await settle();
    expect(document.activeElement?.textContent).toBe("Old phone");
  });
});

describe("the popup", () => {
  it("holds the keys itself, and opens every other part in a tab", async () => {
    const api = withKey();
    await showPopup(api);
    expect(current("button")).toEqual(["Keys"]);
    for (const name of NAMES.slice(1)) await press(name);
    expect(api.done).toEqual([
      "openApp #backups",
      "openApp #places",
      "openVault",
      "openApp #help",
      "openApp #settings",
    ]);
  });

  it("copies a key from its row, without showing it", async () => {
    const api = withKey();
    await showPopup(api);
    await press(copyPressName("Old phone"));
    expect(api.asked).toContain("key.copy");
    expect(api.asked).not.toContain("key.reveal");
    expect(statusText()).toContain(copyText.copied);
  });

  it("goes back on Escape, and leaves it to the browser in the list", async () => {
    await showPopup(withKey());
    await press("Old phone");
    expect(shownDigits()).toBe("");
    const atKey = fireEvent.keyDown(document.body, { key: "Escape" });
    await settle();
    expect(atKey).toBe(false);
    expect(current("button")).toEqual(["Keys"]);
    expect(fireEvent.keyDown(document.body, { key: "Escape" })).toBe(true);
  });

  it("leaves Escape to a dialog that is open", async () => {
    await showPopup(withKey());
    await press("Old phone");
    await press(words.delete);
    expect(fireEvent.keyDown(document.body, { key: "Escape" })).toBe(true);
    screen.getByRole("heading", { name: "Old phone" });
  });
});
