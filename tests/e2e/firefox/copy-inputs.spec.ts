/** Camera, picture and typed rows in Firefox: its made-up camera shows no code; pictures are really decoded. */
import { keyRows } from "../../../src/core/key-rows.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import { type FirefoxPage, KEYS } from "../../drivers/firefox/firefox-page.ts";
import { finderPatterns, keyPicture, pngOf, toPng } from "../../support/code-pictures.ts";
import {
  ALERT,
  addKey,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  field,
  launch,
  link,
  STATUS,
  test,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const CAMERA = button("Read a QR code with the camera");
const PICTURE = button("Read a QR code from a picture");
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch({
    prefs: { "media.navigator.streams.fake": true, "media.navigator.permission.disabled": true },
  });
  app = await createKeyring(firefox);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Copies"));
  await app.find(CAMERA);
  await app.evaluate(`(() => {
    window.kept = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (what) => {
      const stream = await open(what);
      window.kept.push(...stream.getTracks());
      return stream;
    };
  })()`);
});
test.afterAll(() => firefox.close());

const tracks = () => app.evaluate<string[]>("window.kept.map(({ readyState }) => readyState)");

async function choosePlace(value: string): Promise<void> {
  const change = 'new Event("change", { bubbles: true })';
  await app.on(
    field("Where this copy is"),
    `(box) => { box.value = ${JSON.stringify(value)}; box.dispatchEvent(${change}); }`,
  );
}

/** Put together in the page: Firefox's process for add-ons may not read the test's files. */
async function choosePicture(png: Buffer): Promise<void> {
  await app.on(
    "input[accept]",
    `(input) => {
      const bytes = Uint8Array.from(atob("${png.toString("base64")}"), (letter) => letter.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], "picture"));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
  );
}

for (const [way, end] of [
  ["Close", () => app.click(button("Close"))],
  ["Escape", () => app.press(KEYS.Escape)],
] as const)
  test(`the camera opens, is shown, sees no code, and ${way} stops it`, async () => {
    await app.click(CAMERA);
    await expectShown(app, "Hold the code in front of the camera");
    await app.waitFor("document.querySelector('video')?.videoWidth > 0");
    await app.waitFor("document.querySelector('video')?.currentTime > 0.6");
    expect((await tracks()).at(-1)).toBe("live");
    await end();
    await app.waitForGone("video");
    expect((await tracks()).at(-1)).toBe("ended");
    expect(await app.text(STATUS)).not.toContain("Proven");
  });

test("a photo of the code, turned, blurred and unevenly lit, proves the copy", async () => {
  await choosePlace("phone");
  await app.click(PICTURE);
  const look = { width: 4000, height: 3000, scale: 24, turn: 23, blur: 8, shade: 0.6 };
  await choosePicture(toPng(keyPicture(KEY, look)));
  await expectText(app, STATUS, "Proven: The phone holds this very key.");
  await app.waitForGone("input[accept]");
});

test("no code, a vast claim, and finder patterns that hold the decoder up: each has its sentence, in time", async () => {
  await app.click(PICTURE);
  await choosePicture(toPng({ width: 400, height: 300, data: new Uint8Array(120_000).fill(200) }));
  await expectText(app, ALERT, "No QR code was found in this picture.");
  await choosePicture(pngOf(60_000, 60_000, Buffer.alloc(100)));
  await expectText(app, ALERT, "This picture is too large.");
  const png = toPng(finderPatterns(2048));
  const startedMs = Date.now();
  await choosePicture(png);
  await expectText(app, STATUS, "Looking for a QR code");
  await expectText(app, ALERT, "No QR code was found in this picture.");
  expect(Date.now() - startedMs).toBeLessThan(15_000);
  await app.click(button("Close"));
});

test("the four rows, typed, prove the paper", async () => {
  await choosePlace("paper");
  await app.click(button("Type all rows"));
  for (const [row, groups] of keyRows(KEY).entries())
    await app.fill(field(`Row ${"ABCD"[row]}`), groups.join(" "));
  await expectShown(app, "Without its check a slip in any of them is not noticed.");
  await app.click(button("Use these rows"));
  await expectText(app, STATUS, "Proven: Paper holds this very key.");
});
