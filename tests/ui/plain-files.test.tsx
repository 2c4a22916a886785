// @vitest-environment happy-dom
/**
 * The reminder of plain-text exports: through sections and a lock, until the user says that they are deleted.
 */
import { act, fireEvent, screen } from "@testing-library/preact";
import { beforeEach, expect, it } from "vitest";
import type { OfferedId } from "../../src/copies/formats/registry.ts";
import { formatText } from "../../src/ui/text/en/export-formats.ts";
import { plainFileLeftText } from "../../src/ui/text/en/places.ts";
import { waitFor } from "../support/wait.ts";
import { FakeApi, SAMPLE_KEY } from "./fake-api.ts";
import { press, settle, showApp, statusText, type } from "./stage.tsx";

const PASSWORD = "correct-horse-battery-staple-sixty";
const FIRST_MS = new Date(2026, 10, 26, 14, 5).getTime();
let api: FakeApi;
let nowMs: number;

beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.passphrase = PASSWORD;
  nowMs = FIRST_MS;
  api.nowMs = () => nowMs;
  api.put(SAMPLE_KEY, { label: "Daily phone", phoneEnding: "42" });
  await showApp(api, "#places");
  await settle();
});

const lines = () => Array.from(document.querySelectorAll(".left-behind p"), (line) => line.textContent);

async function exportAs(format: OfferedId): Promise<void> {
  const before = api.saved.length;
  const box = screen.getByLabelText("Format") as HTMLSelectElement;
  fireEvent.change(box, { target: { value: format } });
  await settle();
  await press("Export");
  if (!format.endsWith("protected") && format !== "kdbx") await press("Export plain text");
  await waitFor(`a file as ${formatText[format].name}`, async () => {
    await settle();
    return api.saved.length > before;
  });
}

async function goTo(hash: string): Promise<void> {
  await act(async () => {
    location.hash = hash;
    window.dispatchEvent(new Event("hashchange"));
  });
  await settle();
}

it("stands above every section and after a lock, one line for each file, until it is deleted", async () => {
  await exportAs("text");
  nowMs += 60_000;
  await exportAs("key-file");
  const both = [plainFileLeftText(FIRST_MS), plainFileLeftText(nowMs)];
  expect(both[0]).toContain(":05");
  expect(both[1]).toContain(":06");
  expect(lines()).toEqual(both);
  for (const hash of ["#help", "#settings", "", "#places"]) {
    await goTo(hash);
    expect(lines(), hash).toEqual(both);
  }
  await press("Lock");
  expect(lines()).toEqual([]);
  await type("Passphrase", PASSWORD);
  await press("Unlock");
  expect(lines()).toEqual(both);
  const [first] = screen.getAllByRole("button", { name: "I deleted it" });
  if (first) fireEvent.click(first);
  await settle();
  expect(lines()).toEqual(both.slice(1));
  expect(statusText()).toContain("Empty the trash too");
  await press("I deleted it");
  expect(document.querySelector(".left-behind")).toBeNull();
});

it("is silent about an encrypted file, and about one that was not written", async () => {
  await type("File password", PASSWORD);
  await type("Repeat file password", PASSWORD);
  await exportAs("bitwarden-protected");
  fireEvent.change(screen.getByLabelText("Format"), { target: { value: "text" } });
  await settle();
  await press("Export");
  await press("Cancel");
  await press("Export");
  api.failing.set("key.reveal", "not-found");
  await press("Export plain text");
  await settle();
  expect(api.saved).toHaveLength(1);
  expect(lines()).toEqual([]);
});
