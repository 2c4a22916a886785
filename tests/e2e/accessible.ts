/**
 * What every view of ours keeps: axe's rules in light and dark, no more width than there is, and the
 * browser's hands off what is typed. For stories that ask for `axe` and `media-emulation`.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page as PlaywrightPage } from "@playwright/test";
import type { Page } from "../drivers/page.ts";
import { expect } from "./story.ts";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** 1280 pixels at 400 %, as WCAG 2.2 asks in 1.4.10. */
const NARROW = { width: 320, height: 568 };

type Run = { runOnly: string[] };
type Axe = { run(options: Run): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** Once for each page that was loaded: to bring axe into it costs more than all its rules. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in globalThis)) return;
  // In legacy mode axe opens no page of its own: the popup would close. It comes with the first rule that it
  // runs.
  const axe = new AxeBuilder({ page: page.inChromium() }).setLegacyMode();
  await axe.withRules(["document-title"]).analyze();
}

/** The rules that are broken, and where. @param runOnly - tags or rules. */
export async function axeFaults(page: Page, runOnly = AXE_TAGS): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    },
    { runOnly },
  );
}

/** What the boxes for text lack, and how many there are. */
export const typedBoxes = (page: Page) =>
  page.evaluate(() => {
    const wanted = {
      autocomplete: "off",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      writingsuggestions: "false",
    };
    const boxes = [...document.querySelectorAll("input, textarea, [contenteditable]")].filter(
      (box) => !["checkbox", "radio", "file"].includes(box.getAttribute("type") ?? ""),
    );
    const lacks = boxes.flatMap((box) =>
      Object.entries(wanted)
        .filter(([name, value]) => box.getAttribute(name) !== value)
        .map(([name]) => `${box.outerHTML}: ${name}`),
    );
    return { count: boxes.length, lacks };
  });

export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const show = (page: PlaywrightPage, colorScheme: "light" | "dark") =>
  page.emulateMedia({ colorScheme, reducedMotion: "reduce" });

/** @param boxes - how many boxes for text this view has. */
export async function check(page: Page, boxes: number): Promise<void> {
  // First, and asked again: what an act has opened may not be drawn yet.
  await expect.poll(() => typedBoxes(page)).toEqual({ count: boxes, lacks: [] });
  await show(page.inChromium(), "light");
  expect(await axeFaults(page)).toEqual([]);
  await show(page.inChromium(), "dark");
  expect(await axeFaults(page, ["color-contrast"]), "dark").toEqual([]);
  expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
}

/** A view of a full tab, or of the popped-out popup; the real popup has a width of its own. */
export async function checkPage(page: Page, boxes: number): Promise<void> {
  await check(page, boxes);
  const chromium = page.inChromium();
  const before = chromium.viewportSize();
  await chromium.setViewportSize(NARROW);
  expect(await overflow(page), "wider than the window").toBe(0);
  if (before) await chromium.setViewportSize(before);
}
