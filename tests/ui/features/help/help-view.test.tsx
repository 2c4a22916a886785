// @vitest-environment happy-dom
import { screen } from "@testing-library/preact";
import { expect, it, vi } from "vitest";
import { helpText } from "../../../../src/ui/text/en/help.ts";
import { reportPress, reportText } from "../../../../src/ui/text/en/report.ts";
import { whatsAppMessages } from "../../../../src/ui/text/en/whatsapp-messages.ts";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";

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

it("filters the messages, counts them aloud, and says when there is none", async () => {
  await showHelp();
  expect(messages()).toEqual(whatsAppMessages.map(({ gist }) => gist));
  await type(helpText.filter, "Attempts left");
  expect(messages()).toEqual(["Wrong password, few attempts left"]);
  expect(screen.getByText("1 message").getAttribute("aria-live")).toBe("polite");
  await type(helpText.filter, "zebra");
  expect(messages()).toEqual([]);
  expect(screen.getByText(helpText.none)).toBeTruthy();
});

it("says of each what it means, with and without the key, and what is gone where something is", async () => {
  await showHelp();
  for (const box of document.querySelectorAll("details")) {
    const { gone } =
      whatsAppMessages.find(({ gist }) => gist === box.querySelector("summary")?.textContent) ?? {};
    expect(box.open).toBe(false);
    expect(Array.from(box.querySelectorAll("dt"), (term) => term.textContent)).toEqual([
      "What it means",
      "With the key",
      "Without the key",
      ...(gone === null ? [] : ["This is gone"]),
    ]);
  }
});
