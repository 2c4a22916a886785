/** Restore forms built with published component libraries: the application's own state holds the key after a fill. */
import { LIBRARY_PAGES } from "../pages/libraries/catalogue.mjs";
import { appState, expect, fill, find, KEY, test } from "./isolated-world.ts";

for (const { name, boxes, digitsPerBox, multiline } of LIBRARY_PAGES.filter((one) => !one.closed)) {
  test(`${name}: found and filled`, async ({ page, open, probe }) => {
    await open(`lib-${name}`);
    await page.locator("[data-ready]").waitFor();
    const world = await probe();
    expect(await find(world)).toMatchObject({ kind: "form", shape: { boxes, digitsPerBox, multiline } });

    expect(await fill(world)).toBe("filled");

    // Some take a value over only after a pause.
    await expect.poll(async () => (await appState(page)).key).toBe(KEY);
    await expect(page.getByRole("button", { name: "Restore" })).toBeEnabled();
    expect((await appState(page)).events).not.toContain("submitted");
  });
}
