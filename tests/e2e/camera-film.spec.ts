/** A key comes back by the camera: a film of a code plays in it, our decoder reads it in a real worker. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { inputPress, noKeyInCode } from "../../src/ui/text/en/key-inputs.ts";
import { placeText, verifiedText, verifyText } from "../../src/ui/text/en/places.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { drawCode, type Grey, keyPicture, modulesOf, toY4m } from "../support/code-pictures.ts";
import { waitFor } from "../support/wait.ts";
import { keepTracksAndWorkers, tracksOf, waitForNoWorker } from "./kept.ts";
import { ALERT, addKey, button, createKeyring, field, link, STATUS, text, unlock } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "f".repeat(64);
const VIEW = { width: 640, height: 480, scale: 8 };
const FILM = one("chromium", "our own reader, on what a camera shows of a code", "camera-film");
const film = join(tmpdir(), `sixtyfour-film-${process.pid}.y4m`);
/** The panel *Import keys* offers the same ways. */
const CAMERA = button(inputPress.camera, { within: { role: "region", name: verifyText.title } });
let browser: Driver;
let app: Page;

/** What the camera sees from when it is opened next. */
function putBeforeCamera(picture: Grey): void {
  writeFileSync(`${film}.new`, toY4m(picture));
  renameSync(`${film}.new`, film);
}

setUp(async () => {
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
  await app.click(link("Safe places"));
  await keepTracksAndWorkers(app);
});

test.afterAll(() => rmSync(film, { force: true }));

story("the camera reads the key from a code, verifies the place with it, and is off", FILM, async () => {
  putBeforeCamera(keyPicture(KEY, { ...VIEW, turn: 12, blur: 1.5, shade: 0.5 }));
  await app.select(field(verifyText.place), placeText.phone);
  expect(await tracksOf(app)).toEqual([]);
  await app.click(CAMERA);
  await app.expectText(STATUS, verifiedText("phone"));
  expect(await tracksOf(app)).toEqual(["ended"]);
  await app.expectCount("video", 0);
  await app.expectFocus(CAMERA);
  await waitForNoWorker(app);
  await waitFor("no worker in the browser", () => app.inChromium().workers().length === 0);
});

story(
  "a code that holds no key: a sentence, nothing of its text, and the camera goes on until Escape",
  FILM,
  async () => {
    putBeforeCamera(drawCode(modulesOf("https://example.org/follow-me"), { ...VIEW, scale: 10 }));
    await app.click(CAMERA);
    await app.expectShown(text(noKeyInCode));
    expect(await app.evaluate(() => document.documentElement.outerHTML)).not.toContain("example.org");
    expect((await tracksOf(app)).at(-1)).toBe("live");
    // The picture is really shown.
    expect(await app.on("video", (video: HTMLVideoElement) => video.videoWidth)).toBe(640);
    await app.press("Escape");
    await app.expectCount("video", 0);
    expect(new Set(await tracksOf(app))).toEqual(new Set(["ended"]));
    await waitForNoWorker(app);
  },
);

story("another key before the camera is named as that, and verifies nothing", FILM, async () => {
  putBeforeCamera(keyPicture(OTHER, VIEW));
  await app.click(CAMERA);
  await app.expectText(ALERT, verifyText.unknownKey);
  expect(new Set(await tracksOf(app))).toEqual(new Set(["ended"]));
});

story("Close, another tab in front, and the lock of Sixtyfour stop the camera", FILM, async () => {
  putBeforeCamera(keyPicture(KEY, { ...VIEW, scale: 0.5 }));
  const ends = [
    () => app.click(button(inputPress.close)),
    () =>
      app.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        Reflect.deleteProperty(document, "visibilityState");
      }),
    () => app.click(button("Lock")),
  ];
  for (const end of ends) {
    await app.click(CAMERA);
    await expect.poll(async () => (await tracksOf(app)).at(-1)).toBe("live");
    await end();
    await expect.poll(async () => (await tracksOf(app)).at(-1)).toBe("ended");
    await waitForNoWorker(app);
  }
  await unlock(app);
});
