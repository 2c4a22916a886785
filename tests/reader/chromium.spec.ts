/** The built reader in Chromium, opened from disk as a person would. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { knownPlaceText } from "../../src/ui/text/en/places.ts";
import { openErrorText, openedKeysText, readerPage, readerText } from "../../src/ui/text/en/reader.ts";
import { NOW_MS } from "../support/keyrings.ts";
import { pause } from "../support/wait.ts";
import {
  PASSPHRASE,
  READ_SHOWN,
  READER_URL,
  SHOWN,
  startListening,
  tryNetwork,
  writeFiles,
} from "./opened-file.ts";

let browser: Browser;
let page: Page;
let files: Awaited<ReturnType<typeof writeFiles>>;
let requests: string[];

test.beforeAll(async () => {
  files = await writeFiles();
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
test.afterAll(async () => {
  await browser?.close();
  files?.remove();
});
test.beforeEach(async () => {
  page = await browser.newPage({ permissions: ["clipboard-read"] });
  requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(READER_URL);
});
test.afterEach(() => page.close());

async function open(path: string, filePassword: string): Promise<void> {
  await page.getByLabel(readerPage.file).setInputFiles(path);
  await page.getByLabel(readerPage.filePassword).fill(filePassword);
  await page.getByRole("button", { name: readerPage.open }).click();
}

test("every key is shown in rows with checks and Key ID, and nothing was asked of a network", async () => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => faults.push(message.text()));
  await open(files.whole, PASSPHRASE);
  await expect(page.getByRole("status")).toHaveText(openedKeysText(3, "2026-11-23"));
  expect(await page.evaluate(READ_SHOWN)).toEqual(SHOWN);
  await expect(page.getByRole("article").first()).toContainText(
    knownPlaceText({ place: "bitwarden", verifiedAtMs: NOW_MS }, () => "2026-11-23"),
  );
  await expect(page.getByRole("article").nth(1)).toContainText(readerText.replaced);
  await expect(page.getByRole("article").nth(2)).toContainText(readerText.deleted);
  await expect(page.getByLabel(readerPage.filePassword)).toHaveValue("");
  await expect(page.getByRole("button", { name: readerPage.open })).toBeHidden();
  expect(requests).toEqual([READER_URL]);
  expect(faults).toEqual([]);
});

test("Copy takes the 64 digits; Close takes the keys off the page", async () => {
  await open(files.whole, PASSPHRASE);
  await page.getByRole("button", { name: /^Copy .*Pixel 8/ }).click();
  await expect(page.getByRole("status")).toHaveText(readerText.copied);
  const digits = SHOWN[0]?.rows.map((row) => row.slice(1, 5).join("")).join("");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(digits);
  await page.getByRole("button", { name: readerText.close }).click();
  await expect(page.getByRole("button", { name: readerPage.open })).toBeVisible();
  expect(await page.evaluate("document.documentElement.textContent")).not.toContain(digits?.slice(0, 4));
});

test("what does not open gets a sentence, and the next try works", async () => {
  await open(files.whole, "another file password");
  await expect(page.getByRole("status")).toHaveText(openErrorText["wrong-passphrase"]);
  await open(files.cut, PASSPHRASE);
  await expect(page.getByRole("status")).toHaveText(openErrorText.damaged);
  await open(files.other, PASSPHRASE);
  await expect(page.getByRole("status")).toHaveText(openErrorText["not-a-keyring-file"]);
  await expect(page.getByRole("article")).toHaveCount(0);
  await open(files.whole, PASSPHRASE);
  await expect(page.getByRole("article")).toHaveCount(3);
});

test("its policy lets no script of the page reach anything; without the policy the same script does", async () => {
  const server = await startListening();
  try {
    expect(await page.evaluate(tryNetwork(server.url))).toBe("refused");
    await pause(500);
    expect(server.heard).toEqual([]);
    const bare = readFileSync(new URL(READER_URL), "utf8").replace(/<meta http-equiv[^>]*>/, "");
    const control = await browser.newPage();
    await control.setContent(bare);
    await control.evaluate(tryNetwork(server.url)).catch(() => "gone with the form");
    await expect.poll(() => server.heard.length).toBeGreaterThan(2);
    await control.close();
  } finally {
    server.stop();
  }
});

test("another script in the file does not run", async () => {
  const altered = readFileSync(new URL(READER_URL), "utf8").replace(
    "</body>",
    "<script>window.ran = 1</script></body>",
  );
  const ranIn = async (html: string) => {
    const other = await browser.newPage();
    await other.setContent(html);
    const ran = await other.evaluate("window.ran ?? null");
    await other.close();
    return ran;
  };
  expect(await ranIn(altered)).toBeNull();
  expect(await ranIn(altered.replace(/<meta http-equiv[^>]*>/, ""))).toBe(1);
});
