/** The picture of the real popup that README.md shows. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import { ROOT } from "../e2e/practice.ts";
import { addKey, button, createKeyring, KEYS, popupOver, shownKey, text } from "../e2e/steps.ts";
import { smallerPng } from "./smaller-png.ts";

const PATH = resolve(ROOT, "docs/pictures/popup.png");
/** The sample of docs/formats.md: it opens nothing. */
const SAMPLE = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";

/** @returns where it lies. */
export async function picture(): Promise<string> {
  const browser = await launchBrowser("chromium", {
    extension: SHIPPED_BUILDS.chromium,
    args: ["--screen-info={1600x1400 devicePixelRatio=2}"],
  });
  try {
    const app = await createKeyring(browser);
    await addKey(app, SAMPLE, "Phone in daily use", "42");
    const popup = await popupOver(browser, app);
    await popup.inChromium().emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await popup.click(text("Phone in daily use", { within: KEYS }));
    await popup.click(button("Reveal"));
    await shownKey(popup);
    await popup.inChromium().mouse.move(0, 0);
    writeFileSync(PATH, smallerPng(Buffer.from(await popup.screenshot())));
    return PATH;
  } finally {
    await browser.close();
  }
}
