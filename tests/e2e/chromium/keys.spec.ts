import type { Page } from "@playwright/test";
import { type Chromium, setFocusEmulation } from "../../drivers/chromium/chromium.ts";
import { button, createKeyring, expect, generate, groups, launch, shownKey, test, textBox } from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
});
test.afterAll(() => browser.close());

const keyList = (page: Page) => page.getByRole("list", { name: "Keys", exact: true });

async function openKey(page: Page, label: string): Promise<void> {
  await page.bringToFront();
  await keyList(page).getByRole("link", { name: label }).click();
  await expect(page.getByRole("heading", { name: label })).toBeVisible();
}

/** As a screen reader says them: digit by digit. */
const groupsOfRow = (row: number) =>
  (KEY.slice(row * 16, row * 16 + 16).match(/.{4}/g) ?? []).map((group) => [...group].join(" "));

test("generate: one click in the popup, sealed before the first digit is shown", async () => {
  const popup = await browser.openPopup();
  const key = await generate(popup.page);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  await expect(
    popup.page.getByText("If you lose this key, nobody can open what it locked, for good."),
  ).toBeVisible();
  await expect(popup.page.getByText(/locks files with Sixtyfour/)).toBeVisible();
  await textBox(popup.page, "Label").fill("For the archive");
  await button(popup.page, "Save").click();
  await expect(popup.page.getByRole("status")).toContainText("Saved");
  await popup.close();
  await expect(app.getByRole("list", { name: "Keys" })).toContainText("For the archive");
});

test("add: counts per group, names the place of a slip, recognises a key that is there", async () => {
  await button(app, "Add a key").click();
  const box = textBox(app, "64-digit key");
  await box.fill(`O${KEY.slice(1)}`);
  await expect(app.getByText(/Row A, group 1.*did you mean 0/i)).toBeVisible();
  await box.fill(KEY.match(/.{4}/g)?.with(5, "eb5").join(" ") ?? "");
  await expect(app.getByText(/Row B, group 2 has 3 characters/)).toBeVisible();
  await box.fill(`64-digit key:\n${KEY.toUpperCase().match(/.{16}/g)?.join("\n")}`);
  await textBox(app, "Label").fill("Old phone");
  await button(app, "Save key").click();
  await button(app, "Reveal").click();
  expect(await shownKey(app)).toBe(KEY);
  await button(app, "Add a key").click();
  await textBox(app, "64-digit key").fill(KEY);
  await expect(app.getByText(/already/i).first()).toBeVisible();
});

test("see: hidden until asked for; each group and each row check can be heard", async () => {
  await openKey(app, "Old phone");
  await expect(groups(app)).toHaveCount(0);
  await expect(app.getByRole("region", { name: "64-digit key" })).not.toHaveText(/[0-9a-f]/i);
  await button(app, "Reveal").click();
  await expect(app.getByRole("region", { name: "64-digit key" })).toMatchAriaSnapshot(
    ["A", "B", "C", "D"]
      .map(
        (row, at) =>
          `- group "Row ${row}":\n${groupsOfRow(at)
            .map((name) => `  - img "${name}"`)
            .join("\n")}`,
      )
      .join("\n"),
  );
  for (const name of ["A check: 3 5", "B check: j k", "C check: x k", "D check: 4 d"]) {
    await expect(app.getByRole("img", { name: `Row ${name}`, exact: true })).toBeVisible();
  }
  await button(app, "Hide").click();
  await expect(groups(app)).toHaveCount(0);
});

test("see: hidden again after 30 s", async () => {
  const tab = await browser.newPage(app.url());
  await tab.clock.install();
  await button(tab, "Reveal").click();
  await expect(groups(tab)).toHaveCount(16);
  // The page starts its timer after it has drawn, by the same clock.
  await tab.clock.runFor(1_000);
  await tab.clock.fastForward(28_000);
  await expect(groups(tab)).toHaveCount(16);
  await tab.clock.fastForward(2_500);
  await expect(groups(tab)).toHaveCount(0);
  await tab.close();
});

test("see: hidden when the user looks elsewhere", async () => {
  const tab = await browser.newPage(app.url());
  await tab.bringToFront();
  await button(tab, "Reveal").click();
  await expect(groups(tab)).toHaveCount(16);
  await setFocusEmulation(tab, false);
  await app.bringToFront();
  await expect(groups(tab)).toHaveCount(0);
  await tab.close();
});

test("rename and note are kept", async () => {
  await openKey(app, "Old phone");
  await textBox(app, "Label").fill("My first phone");
  await textBox(app, "Phone number ending").fill("42");
  await textBox(app, "Note").fill("Bought in spring.");
  await button(app, "Save").click();
  await expect(app.getByRole("status")).toContainText("Saved");
  await browser.stopWorker();
  await app.reload();
  await expect(textBox(app, "Note")).toHaveValue("Bought in spring.");
  await expect(keyList(app)).toContainText("My first phone");
  await expect(keyList(app)).toContainText("Phone ending in 42");
});

test("delete asks, says what it means, and can be taken back", async () => {
  const deleted = app.getByRole("list", { name: "Deleted keys" });
  await openKey(app, "My first phone");
  await button(app, "Delete").click();
  const dialog = app.getByRole("dialog", { name: "Delete this key?" });
  await expect(dialog).toContainText("within 30 days");
  await expect(dialog).toContainText("gone for good");
  await button(app, "Cancel").click();
  await expect(keyList(app)).toContainText("My first phone");
  await button(app, "Delete").click();
  await button(app, "Delete key").click();
  await expect(app.getByRole("status")).toContainText("You can restore it until");
  await expect(keyList(app)).not.toContainText("My first phone");
  await expect(deleted).toContainText("My first phone");
  await deleted.getByRole("button", { name: "Restore" }).click();
  await openKey(app, "My first phone");
  await button(app, "Reveal").click();
  expect(await shownKey(app)).toBe(KEY);
});

test("a key that another replaces stays as an earlier one", async () => {
  await button(app, "Add a key").click();
  await textBox(app, "64-digit key").fill("ab".repeat(32));
  await textBox(app, "Label").fill("My second phone");
  await textBox(app, "Phone number ending").fill("42");
  await app.getByLabel("This key replaces “My first phone”, which stays as an earlier key").check();
  await button(app, "Save key").click();
  await expect(keyList(app)).toContainText("My second phone");
  await expect(keyList(app)).not.toContainText("My first phone");
  const earlier = app.getByRole("list", { name: "Earlier keys" });
  await earlier.getByText("My first phone").click();
  await expect(app.getByText(/It still opens what it locked/)).toBeVisible();
  await button(app, "Reveal").click();
  expect(await shownKey(app)).toBe(KEY);
});

test("the settings name the shortcuts as they are", async () => {
  await app.getByRole("link", { name: "Settings" }).click();
  await expect(
    app.getByText("Alt+Shift+6 opens Sixtyfour, Alt+Shift+4 opens it at the fill step."),
  ).toBeVisible();
});
