/** The built reader in Firefox, opened from disk as a person would. */
import { rmSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openErrorText, openedKeysText, readerPage, readerText } from "../../src/ui/text/en/reader.ts";
import { Firefox } from "../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../drivers/firefox/firefox-page.ts";
import { writeScratchExtension } from "../drivers/scratch-extension.ts";
import { pause, waitFor } from "../support/wait.ts";
import {
  PASSPHRASE,
  READ_SHOWN,
  READER_URL,
  SHOWN,
  startListening,
  tryNetwork,
  writeFiles,
} from "./opened-file.ts";

/** The driver wants an add-on; what this one does is of no matter here. */
let addOn: string;
let firefox: Firefox;
let page: FirefoxPage;
let files: Awaited<ReturnType<typeof writeFiles>>;
const requests: string[] = [];

test.beforeAll(async () => {
  files = await writeFiles();
  addOn = writeScratchExtension("firefox");
  firefox = await Firefox.launch({ addOn });
  firefox.bidi.on("network.beforeRequestSent", (params) => {
    const { context, request } = params as { context: string; request: { url: string } };
    if (context === page?.context) requests.push(request.url);
  });
});
test.afterAll(async () => {
  await firefox?.close();
  files?.remove();
  rmSync(addOn, { recursive: true, force: true });
});
test.beforeEach(async () => {
  page = await firefox.newPage();
  await page.bringToFront();
  requests.length = 0;
  await page.goto(READER_URL);
});
test.afterEach(() => page.close());

async function open(path: string, filePassword: string): Promise<void> {
  const element = await page.find("#file");
  await firefox.bidi.send("input.setFiles", { context: page.context, element, files: [path] });
  await page.fill("#file-password", filePassword);
  await page.click({ role: "button", name: readerPage.open });
}

const says = (start: string) => waitFor(start, async () => (await page.text("#say")).startsWith(start));

test("every key is shown in rows with checks and Key ID, and nothing was asked of a network", async () => {
  await open(files.whole, PASSPHRASE);
  await says(openedKeysText(3, "2026-11-23"));
  expect(await page.evaluate(READ_SHOWN)).toEqual(SHOWN);
  expect(await page.value("#file-password")).toBe("");
  expect(requests.filter((url) => url !== READER_URL)).toEqual([]);
});

test("Copy takes the 64 digits; Close takes the keys off the page", async () => {
  await open(files.whole, PASSPHRASE);
  await says("3 keys");
  await page.click("article button");
  await says(readerText.copied);
  const digits = SHOWN[0]?.rows.map((row) => row.slice(1, 5).join("")).join("") ?? "none";
  expect(await firefox.window.readClipboard()).toBe(digits);
  await page.click({ role: "button", name: readerText.close });
  await page.waitForGone("article");
  expect(await page.evaluate("document.documentElement.textContent")).not.toContain(digits.slice(0, 4));
});

test("what does not open gets a sentence, and the next try works", async () => {
  await open(files.whole, "another file password");
  await says(openErrorText["wrong-passphrase"]);
  await open(files.cut, PASSPHRASE);
  await says(openErrorText.damaged);
  await open(files.other, PASSPHRASE);
  await says(openErrorText["not-a-keyring-file"]);
  expect(await page.has("article")).toBe(false);
  await open(files.whole, PASSPHRASE);
  await says("3 keys");
});

test("its policy lets no script of the page reach anything", async () => {
  const server = await startListening();
  try {
    expect(await page.evaluate(tryNetwork(server.url))).toBe("refused");
    await pause(500);
    expect(server.heard).toEqual([]);
    // The listener hears what is sent without the policy.
    await page.goto("about:blank");
    await page.evaluate(`fetch("${server.url}/heard", { mode: "no-cors" }).then(() => 1)`);
    expect(server.heard).toEqual(["/heard"]);
  } finally {
    server.stop();
  }
});
