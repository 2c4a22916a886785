/** A key comes back by camera, picture and typed rows: a film as camera, real decoding, a real worker. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { qrModules } from "../../../src/copies/qr-code.ts";
import { keyRows } from "../../../src/core/key-rows.ts";
import { rowCheck } from "../../../src/core/row-check.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import {
  drawCode,
  finderPatterns,
  type Grey,
  keyPicture,
  modulesOf,
  pngOf,
  toPng,
  toY4m,
} from "../../support/code-pictures.ts";
import { waitFor } from "../../support/wait.ts";
import { addKey, button, createKeyring, expect, launch, test, textBox, unlock } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "f".repeat(64);
const CAMERA = "Read a QR code with the camera";
const PICTURE = "Read a QR code from a picture";
const VIEW = { width: 640, height: 480, scale: 8 };
const film = join(tmpdir(), `sixtyfour-film-${process.pid}.y4m`);
let browser: Chromium;
let app: Page;

/** What the camera sees from when it is opened next. */
function putBeforeCamera(picture: Grey): void {
  writeFileSync(`${film}.new`, toY4m(picture));
  renameSync(`${film}.new`, film);
}

test.beforeAll(async () => {
  putBeforeCamera({ width: 640, height: 480, data: new Uint8Array(640 * 480).fill(128) });
  browser = await launch({
    args: [
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
  await keepTracks();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(film, { force: true });
});

/** The page's camera tracks, kept where the test finds them after the page has let them go. */
async function keepTracks(): Promise<void> {
  await app.evaluate(() => {
    const kept: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (what) => {
      const stream = await open(what);
      kept.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { kept });
  });
}
const tracks = () =>
  app.evaluate(() =>
    (window as unknown as { kept: MediaStreamTrack[] }).kept.map(({ readyState }) => readyState),
  );

const place = (name: string) =>
  app.getByRole("combobox", { name: "Where this copy is" }).selectOption({ label: name });
/** *Back in* offers the same ways. */
const way = (page: Page, name: string) =>
  page.getByRole("region", { name: "Prove a copy" }).getByRole("button", { name, exact: true });
const status = () => app.getByRole("status");
const alert = () => app.getByRole("alert");
const noWorker = () => waitFor("no worker", () => app.workers().length === 0);

async function choose(name: string, buffer: Buffer): Promise<void> {
  const choosing = app.waitForEvent("filechooser");
  await button(app, "Choose the picture").click();
  await (await choosing).setFiles({ name, mimeType: "", buffer });
}

test("the camera reads the key from a code, proves the copy with it, and is off", async () => {
  putBeforeCamera(keyPicture(KEY, { ...VIEW, turn: 12, blur: 1.5, shade: 0.5 }));
  await place("The phone");
  expect(await tracks()).toEqual([]);
  await way(app, CAMERA).click();
  await expect(status()).toContainText("Proven: The phone holds this very key.");
  expect(await tracks()).toEqual(["ended"]);
  await expect(app.locator("video")).toHaveCount(0);
  await expect(way(app, CAMERA)).toBeFocused();
  await noWorker();
});

test("a code that holds no key: a sentence, nothing of its text, and the camera goes on until Escape", async () => {
  putBeforeCamera(drawCode(modulesOf("https://example.org/follow-me"), { ...VIEW, scale: 10 }));
  await way(app, CAMERA).click();
  await expect(app.getByText("That code holds no 64-digit key.")).toBeVisible();
  expect(await app.content()).not.toContain("example.org");
  expect(await tracks()).toEqual(["ended", "live"]);
  // The picture is really shown.
  expect(await app.locator("video").evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(640);
  await app.keyboard.press("Escape");
  await expect(app.locator("video")).toHaveCount(0);
  expect(await tracks()).toEqual(["ended", "ended"]);
  await noWorker();
});

test("another key before the camera is named as that, and proves nothing", async () => {
  putBeforeCamera(keyPicture(OTHER, VIEW));
  await way(app, CAMERA).click();
  await expect(alert()).toContainText("none that is kept here");
  expect(await tracks()).toEqual(["ended", "ended", "ended"]);
});

test("Close, another tab in front, and the keyring's lock stop the camera", async () => {
  putBeforeCamera(keyPicture(KEY, { ...VIEW, scale: 0.5 }));
  const ways = [
    () => button(app, "Close").click(),
    async () => {
      await app.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        Reflect.deleteProperty(document, "visibilityState");
      });
    },
    () => button(app, "Lock").click(),
  ];
  for (const end of ways) {
    await way(app, CAMERA).click();
    await expect.poll(async () => (await tracks()).at(-1)).toBe("live");
    await end();
    await expect.poll(async () => (await tracks()).at(-1)).toBe("ended");
    await noWorker();
  }
  await unlock(app);
  await place("Paper");
});

test("a picture: a photo of 12 million pixels, turned, blurred and unevenly lit", async () => {
  await way(app, PICTURE).click();
  const look = { width: 4000, height: 3000, scale: 24, turn: 23, blur: 8, shade: 0.6 };
  await choose("photo", toPng(keyPicture(KEY, look)));
  await expect(status()).toContainText("Proven: Paper holds this very key.", { timeout: 20_000 });
  await expect(button(app, "Choose the picture")).toHaveCount(0);
  await noWorker();
});

test("a screenshot of the QR screen, as JPEG, and one that is pasted", async () => {
  await button(app, "Show QR code").click();
  await expect(app.locator("dialog[open] svg.qr")).toBeVisible();
  const jpeg = await app.screenshot({ type: "jpeg", quality: 60 });
  await button(app, "Close").click();
  await place("Elsewhere");
  await way(app, PICTURE).click();
  await choose("screen.jpg", jpeg);
  await expect(status()).toContainText("Proven: Elsewhere holds this very key.");
  await place("The phone");
  await way(app, PICTURE).click();
  await app.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "image.jpg", { type: "image/jpeg" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, jpeg.toString("base64"));
  await expect(status()).toContainText("Proven: The phone holds this very key.");
});

for (const [type, where] of [
  ["png", "Bitwarden"],
  ["webp", "1Password"],
] as const)
  test(`a code on nothing, transparent where it is not black, as ${type}`, async () => {
    const picture = await app.evaluate(
      ({ modules, mime }) => {
        const scale = 6;
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = (modules.length + 8) * scale;
        const context = canvas.getContext("2d");
        for (const [y, row] of modules.entries())
          for (const [x, isBlack] of row.entries())
            if (isBlack) context?.fillRect((x + 4) * scale, (y + 4) * scale, scale, scale);
        return canvas.toDataURL(mime, 0.8).split(",")[1] ?? "";
      },
      { modules: qrModules(KEY), mime: `image/${type}` },
    );
    const bytes = Buffer.from(picture, "base64");
    expect(bytes.toString("latin1", 0, 16)).toContain(type.toUpperCase());
    await place(where);
    await way(app, PICTURE).click();
    await choose("code", bytes);
    await expect(status()).toContainText(`Proven: ${where} holds this very key.`);
  });

// No two neighbours have the same sentence: one could pass by what the other left on the page.
const SMALL = { width: 600, height: 600, scale: 8 };
const white = toPng({ width: 800, height: 600, data: new Uint8Array(480_000).fill(255) });
/** As many compressed zeros as a picture of 8,000 × 8,000 has. */
const vast = deflateSync(Buffer.alloc(8000 * 8001));
for (const [what, file, sentence] of [
  ["one without a code", white, "No QR code was found in this picture."],
  [
    "a code with a web address",
    toPng(drawCode(modulesOf("https://example.org"), SMALL)),
    "holds no 64-digit key",
  ],
  ["a file that is no picture", Buffer.from("hello"), "This is no picture in PNG, JPEG or WebP"],
  ["one that claims 60,000 × 60,000", pngOf(60_000, 60_000, vast), "This picture is too large."],
  ["a picture with a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "This is no picture"],
  ["one that claims 8,000 × 8,000 and is cut short", pngOf(8000, 8000, vast.subarray(0, 999)), "No QR code"],
  ["one of 51 MB", Buffer.concat([white, Buffer.alloc(51_000_000)]), "This picture is too large."],
] as const)
  test(`${what}: refused with its sentence, and the page goes on`, async () => {
    // Playwright sends no more than 50 MB at once.
    if (file.length > 50_000_000) {
      await way(app, PICTURE).click();
      await app.locator("input[accept]").evaluate((input: HTMLInputElement, length) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(length)], "large.png"));
        input.files = files.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }, file.length);
    } else {
      await way(app, PICTURE).click();
      await choose("file", file);
    }
    await expect(alert()).toContainText(sentence);
    await expect(status()).not.toContainText("Proven");
    await button(app, "Close").click();
    await noWorker();
  });

test("a picture of finder patterns holds the decoder up: its worker is ended in time, and the page answers", async () => {
  const png = toPng(finderPatterns(2048));
  await way(app, PICTURE).click();
  await choose("finders.png", png);
  const worker = await waitFor("the worker", () => app.workers()[0]);
  const startedMs = Date.now();
  const longestGapMs = app.evaluate(async () => {
    let [longest, last] = [0, performance.now()];
    while (!document.querySelector("[role=alert] p")) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  await worker.waitForEvent("close");
  expect(Date.now() - startedMs).toBeLessThan(15_000); // alone it takes half a minute
  await expect(alert()).toContainText("No QR code was found");
  expect(await longestGapMs).toBeLessThan(3000);
  await button(app, "Close").click();
});

test("a whole sheet that is pasted into one row proves the paper", async () => {
  await place("Paper");
  await way(app, "Type all rows").click();
  const rows = keyRows(KEY).map((groups) => groups.join(" "));
  const lines = rows.map((row, at) => `${"ABCD"[at]} ${row} check ${rowCheck(at, row.replaceAll(" ", ""))}`);
  await textBox(app, "Row A").fill(rows[0]?.replace("579e", "578e") ?? "");
  await expect(app.getByText("16 digits, without the check.")).toBeVisible();
  await textBox(app, "Row A").evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, lines.join("\n"));
  await expect(app.getByText("All four rows are whole, and their checks agree.")).toBeVisible();
  await button(app, "Use these rows").click();
  await expect(status()).toContainText("Proven: Paper holds this very key.");
  await expect(textBox(app, "Row A")).toHaveCount(0);
  await expect(way(app, "Type all rows")).toBeFocused();
});

test("without a camera there is a sentence", async () => {
  const bare = await launch();
  const page = await createKeyring(bare);
  await addKey(page, KEY);
  await page.goto(`${page.url().split("#")[0]}#copies`);
  await page.reload();
  await way(page, CAMERA).click();
  await expect(page.getByRole("alert")).toContainText("No camera was found.");
  await expect(page.locator("video")).toHaveCount(0);
  await bare.close();
});
