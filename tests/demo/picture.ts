/** The picture of the real popup that README.md shows. */
import { resolve } from "node:path";
import {
  addKey,
  button,
  createKeyring,
  expect,
  groups,
  launch,
  popupOver,
  ROOT,
} from "../e2e/chromium/setup.ts";

const PATH = resolve(ROOT, "docs/popup.png");
/** The sample of docs/formats.md: it locks nothing. */
const SAMPLE = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";

/** @returns where it lies. */
export async function picture(): Promise<string> {
  const browser = await launch({ args: ["--screen-info={1600x1400 devicePixelRatio=2}"] });
  try {
    const app = await createKeyring(browser);
    await addKey(app, SAMPLE, "Phone in daily use", "42");
    const { page } = await popupOver(browser, app);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.getByRole("list", { name: "Keys" }).getByText("Phone in daily use").click();
    await button(page, "Reveal").click();
    await expect(groups(page)).toHaveCount(16);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: PATH });
    return PATH;
  } finally {
    await browser.close();
  }
}
