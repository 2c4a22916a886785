// @vitest-environment happy-dom
import { screen } from "@testing-library/preact";
import { expect, it, vi } from "vitest";
import { helpText } from "../../../../src/ui/text/en/help.ts";
import { reportPress, reportText } from "../../../../src/ui/text/en/report.ts";
import { situations } from "../../../../src/ui/text/en/situations.ts";
import { whatsAppMessages } from "../../../../src/ui/text/en/whatsapp-messages.ts";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";

const topics = [...whatsAppMessages, ...situations];

async function showHelp(): Promise<FakeApi> {
  const api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Spare handset", note: "from the spare handset", phoneEnding: "9931" });
  await showApp(api, "#help");
  await settle();
  return api;
}

const report = () => screen.getByLabelText(helpText.reportLabel) as HTMLTextAreaElement;
const messages = () => Array.from(document.querySelectorAll("summary"), (summary) => summary.textContent);

it("shows the report, read only, without what is private", async () => {
  const api = await showHelp();
  expect(screen.getByRole("heading", { name: "Help" })).toBe(document.activeElement);
  expect(report().readOnly).toBe(true);
  expect(report().value).toContain(`key ID: ${api.entries[0]?.keyId}`);
  expect(report().value).toContain("extension: 0.1.0");
  expect(document.body.textContent).not.toMatch(/handset|9931/);
  expect(report().value).not.toMatch(/handset|9931|0243/);
  expect(screen.getByRole("link", { name: "Help" }).getAttribute("aria-current")).toBe("page");
  expect(screen.getByRole("link", { name: "Keys" }).getAttribute("aria-current")).toBeNull();
});

it("copies exactly that, and says so to whoever clears the clipboard", async () => {
  const api = await showHelp();
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await press(reportPress.copy);
  expect(write.mock.calls).toEqual([[report().value]]);
  expect(api.asked).toContain("clipboard.taken");
  expect(api.asked).not.toContain("key.reveal");
  expect(statusText()).toBe(reportText.copied);
});

it("says when the browser refuses the clipboard", async () => {
  const api = await showHelp();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("no"));
  await press(reportPress.copy);
  expect(alertText()).toContain("did not allow Sixtyfour to use the clipboard");
  expect(api.asked).not.toContain("clipboard.taken");
});

it("searches the topics, counts them aloud, and shows the nearest and all where none fits", async () => {
  await showHelp();
  expect(messages()).toEqual(topics.map(({ gist }) => gist));
  await type(helpText.filter, "prf");
  expect(messages()).toEqual(["This passkey cannot protect a backup"]);
  expect(screen.getByText("1 topic").getAttribute("aria-live")).toBe("polite");
  await type(helpText.filter, "attempts zebra quagga okapi");
  expect(screen.getByText(helpText.nearest)).toBeTruthy();
  expect(messages()).toHaveLength(topics.length);
  expect(messages().indexOf("Wrong password, few attempts left")).toBeLessThan(3);
  await type(helpText.filter, "zebra");
  expect(screen.getByText(helpText.none)).toBeTruthy();
  expect(screen.getByRole("heading", { name: helpText.all })).toBeTruthy();
  expect(messages()).toEqual(topics.map(({ gist }) => gist));
});

it("says of each what it means, with and without the key, and what is gone where something is", async () => {
  await showHelp();
  for (const box of document.querySelectorAll("details")) {
    const { gone } = topics.find(({ gist }) => gist === box.querySelector("summary")?.textContent) ?? {};
    expect(box.open).toBe(false);
    expect(Array.from(box.querySelectorAll("dt"), (term) => term.textContent)).toEqual([
      "What it means",
      "With the key",
      "Without the key",
      ...(gone === null ? [] : ["This is gone"]),
    ]);
  }
});

async function goTo(hash: string): Promise<void> {
  location.hash = hash;
  window.dispatchEvent(new Event("hashchange"));
  await settle();
}

it.each(["empty", "locked", "damaged"] as const)("is there without keys: %s", async (status) => {
  const api = new FakeApi();
  api.status = status;
  await showApp(api);
  expect(screen.getByRole("link", { name: "Help" }).getAttribute("href")).toBe("#help");
  await goTo("#help");
  await type(helpText.filter, "stolen");
  expect(messages()).toContain("Phone lost, stolen, broken or reset");
  expect(report().value).toContain("keys: 0");
});

it("keeps what is typed on the first run, and the focus comes back to its first box", async () => {
  await showApp(new FakeApi());
  const box = screen.getByLabelText<HTMLInputElement>("Passphrase");
  expect(box).toBe(document.activeElement);
  await type("Passphrase", "typed before");
  await goTo("#help");
  expect(screen.getByRole("heading", { name: "Help" })).toBe(document.activeElement);
  await goTo("");
  expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("typed before");
  expect(screen.getByLabelText("Passphrase")).toBe(document.activeElement);
});
