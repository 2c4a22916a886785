/** Recovery sheets of all keys, on paper: a page each, whole, and legible in black and white. */
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { readPaper } from "../../support/paper.ts";
import { addKey, ask, button, createKeyring, expect, launch, test } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEYS = [
  "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799",
  "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0",
] as const;
let browser: Chromium;
let app: Page;
/** Key and fingerprint, in the order of the list. */
let wanted: [hex: string, fingerprint: string][];

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  const plain = await addKey(app, KEYS[0], "Daily phone", "42");
  // The most that can be said of a key, in letters that are as wide as they come.
  const full = await addKey(app, KEYS[1], "W".repeat(100), "8765");
  const { label, phoneEnding } = full;
  await ask(app, "entry.edit", { id: full.id, label, phoneEnding, note: "wide and long\n".repeat(142) });
  const made = await ask(app, "entry.generate", { label: "Archive", phoneEnding: "" });
  const { hex } = await ask(app, "key.reveal", { id: made.id });
  wanted = [
    [KEYS[0], plain.fingerprint],
    [KEYS[1], full.fingerprint],
    [hex, made.fingerprint],
  ];
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
});
test.afterAll(() => browser.close());

async function showSheets(): Promise<void> {
  await app.getByRole("combobox", { name: "Key" }).selectOption("All keys");
  await button(app, "Print recovery sheet").click();
  await expect(app.locator(".sheet")).toHaveCount(3);
}

for (const format of ["A4", "Letter"] as const) {
  test(`three keys on ${format}: three pages, each with its own rows and code`, async () => {
    await showSheets();
    const pages = readPaper(await app.pdf({ format, preferCSSPageSize: false }));
    expect(pages.map(({ digits }) => digits).sort()).toEqual(wanted.map(([hex]) => hex).sort());
    for (const { text, letters, digits, code, lines, isColourless } of pages) {
      const [, fingerprint = ""] = wanted.find(([hex]) => hex === digits) ?? [];
      expect(code).toBe(digits);
      expect(letters).toBe("ABCD");
      expect(text).toContain(fingerprint);
      expect(text).toContain("Not affiliated with WhatsApp or Meta");
      expect(text).not.toMatch(/Settings|Export|In a terminal|Lock\b/);
      expect(lines).toBeGreaterThanOrEqual(3);
      expect(isColourless).toBe(true);
    }
    await button(app, "Close").click();
    await expect(app.locator(".sheet")).toHaveCount(0);
  });
}

test("in the dark too, everything on a sheet is black on white", async () => {
  await showSheets();
  await app.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await app
    .locator(".sheet")
    .evaluateAll((sheets) => [
      ...new Set(
        sheets
          .flatMap((sheet) => [sheet, ...sheet.querySelectorAll("*:not(svg *)")])
          .map((part) => `${getComputedStyle(part).color}, ${getComputedStyle(part).opacity}`),
      ),
    ]);
  expect(colours).toEqual(["rgb(0, 0, 0), 1"]);
  const pages = readPaper(await app.pdf({ format: "A4" }));
  expect(pages.map(({ code }) => code).sort()).toEqual(wanted.map(([hex]) => hex).sort());
  expect(pages.every(({ isColourless }) => isColourless)).toBe(true);
  await app.emulateMedia({ media: null, colorScheme: null });
});

test("the sheets go when another tab comes to the front", async () => {
  // The browser hides no tab of a test: the page is told what it would be told.
  await app.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(app.locator(".sheet")).toHaveCount(0);
});
