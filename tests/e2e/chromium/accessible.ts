/** What every view of ours keeps: axe's rules in light and dark, no more width than there is, and the browser's hands off. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./setup.ts";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** 1280 pixels at 400 %, as WCAG 2.2 asks in 1.4.10. */
const NARROW = 320;

/** The rules that are broken, and where. In legacy mode axe opens no page of its own: the popup would close. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(AXE_TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
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

/** @param boxes - how many boxes for text this view has. */
export async function check(page: Page, boxes: number): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await axeFaults(page, ["color-contrast"]), "dark").toEqual([]);
  expect(await typedBoxes(page)).toEqual({ count: boxes, lacks: [] });
  expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
}

/** A view of a full tab, or of the popped-out popup; the real popup has a width of its own. */
export async function checkPage(page: Page, boxes: number): Promise<void> {
  await check(page, boxes);
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: 568 });
  expect(await overflow(page), "wider than the window").toBe(0);
  if (before) await page.setViewportSize(before);
}
