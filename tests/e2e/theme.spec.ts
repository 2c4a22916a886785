/** The theme holds where nothing is unlocked, and before anything of a page is painted. */

import { settingsText, themeText } from "../../src/ui/text/en/settings.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { button, createKeyring, field, link, POPUP } from "./steps.ts";
import { both, expect, launch, setUp, story } from "./story.ts";

const BOTH = both("the style of a page, its storage and the order of its scripts are the browser's own");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
});

/** What the browser draws by, and whether the theme stood before the page's own script ran. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const scripts = [...document.querySelectorAll("head script")];
    const style = getComputedStyle(document.documentElement);
    return {
      scheme: style.colorScheme,
      paper: style.backgroundColor,
      first: scripts[0]?.getAttribute("src") ?? "",
      isBlocking: scripts[0]?.matches("[type], [async], [defer]") === false,
    };
  });

story("chosen once, it holds in every page, also locked, whatever the system says", BOTH, async () => {
  await app.click(link("Settings"));
  await app.expectShown({ role: "heading", name: settingsText.title });
  await app.select(field(themeText.theme), themeText.names.light);
  const light = await drawn(app);
  await app.select(field(themeText.theme), themeText.names.dark);
  const dark = await drawn(app);
  expect([light.scheme, dark.scheme]).toEqual(["light", "dark"]);
  expect(light.paper).not.toBe(dark.paper);
  await app.click(button("Lock"));
  await app.reload();
  await app.expectShown(button("Unlock"));
  expect(await drawn(app)).toEqual(dark);
  const popup = await browser.newPage(`${browser.extUrl(POPUP)}?window=1`);
  await popup.expectShown(button("Unlock"));
  expect(await drawn(popup)).toEqual(dark);
  expect(dark).toMatchObject({ first: "/ui/first-theme.js", isBlocking: true });
  await popup.close();
});

story("text has the size that the tokens say: 15 pixels, in the tab and in the popup", BOTH, async () => {
  const size = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontSize);
  const popup = await browser.newPage(`${browser.extUrl(POPUP)}?window=1`);
  await popup.expectShown(button("Unlock"));
  expect([await size(app), await size(popup)]).toEqual(["15px", "15px"]);
});
