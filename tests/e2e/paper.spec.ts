/** Recovery sheets of all keys, on paper: a page each, whole, and legible in black and white. */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { readPaper } from "../support/paper.ts";
import { addKey, ask, button, createKeyring, field, link } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEYS = [
  "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799",
  "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0",
] as const;
let browser: Driver;
let app: Page;
/** In the order of the list. */
let wanted: { hex: string; keyId: string }[];

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEYS[0], "Daily phone", "42");
  // The most that can be said of a key, in letters that are as wide as they come.
  const { id } = await addKey(app, KEYS[1], "W".repeat(100), "8765");
  await ask(app, "entry.edit", { id, field: "note", from: "", to: "wide and long\n".repeat(142) });
  await ask(app, "entry.generate", { label: "Archive", phoneEnding: "" });
  wanted = [];
  for (const { id, keyId } of await ask(app, "entry.list", {}))
    wanted.push({ ...(await ask(app, "key.reveal", { id })), keyId });
  await app.reload();
  await app.click(link("Safe places"));
});

async function showSheets(): Promise<void> {
  await app.select(field("Key"), "All keys");
  await app.click(button("Print recovery sheet"));
  await app.expectCount(".sheet", 3);
}

for (const [paper, where] of [
  ["A4", one("chromium", "what a page holds is measured by the style sheet, in millimetres")],
  ["Letter", long("the same sheets on other paper, which is shorter")],
] as const)
  story(`three keys on ${paper}: three pages, each with its own rows and code`, where, async () => {
    await showSheets();
    const pages = readPaper(Buffer.from(await app.print(paper)));
    expect(pages.map(({ digits }) => digits)).toEqual(wanted.map(({ hex }) => hex));
    for (const [at, { text, letters, digits, code, lines, isColourless }] of pages.entries()) {
      expect(code).toBe(digits);
      expect(letters).toBe("ABCD");
      expect(text).toContain(wanted[at]?.keyId);
      expect(text).toContain("Not affiliated with WhatsApp or Meta");
      expect(text).not.toMatch(/Settings|Export|In a terminal|Lock\b/);
      expect(lines).toBeGreaterThanOrEqual(3);
      expect(isColourless).toBe(true);
    }
    await app.click(button("Close"));
    await app.expectCount(".sheet", 0);
  });

story(
  "in the dark too, everything on a sheet is black on white",
  one("chromium", "our own style sheet", "media-emulation"),
  async () => {
    await showSheets();
    await app.inChromium().emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await app.onAll(".sheet", (sheets) => [
      ...new Set(
        sheets
          .flatMap((sheet) => [sheet, ...sheet.querySelectorAll("*:not(svg *)")])
          .map((part) => `${getComputedStyle(part).color}, ${getComputedStyle(part).opacity}`),
      ),
    ]);
    expect(colours).toEqual(["rgb(0, 0, 0), 1"]);
    const pages = readPaper(Buffer.from(await app.print("A4")));
    expect(pages.map(({ code }) => code)).toEqual(wanted.map(({ hex }) => hex));
    expect(pages.every(({ isColourless }) => isColourless)).toBe(true);
    await app.inChromium().emulateMedia({ media: null, colorScheme: null });
    await app.click(button("Close"));
  },
);

story(
  "the sheets go when another tab comes to the front",
  one("chromium", "our own page, told by an event that both browsers have"),
  async () => {
    await showSheets();
    // No headless browser hides a tab of a test: the page is told what it would be told.
    await app.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await app.expectCount(".sheet", 0);
  },
);
