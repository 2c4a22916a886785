/**
 * A key comes back by picture and typed rows: real decoding, a real worker. What a camera reads:
 * camera-film.spec.ts.
 */
import { deflateSync } from "node:zlib";
import { qrModules } from "../../src/copies/qr/qr-code.ts";
import { keyRows } from "../../src/core/key/key-rows.ts";
import { rowCheck } from "../../src/core/key/row-check.ts";
import type { NamedPlace } from "../../src/core/keyring/verified-places.ts";
import { chosenFileText, foundText, importPress } from "../../src/ui/text/en/imports.ts";
import {
  cameraFailureText,
  cameraText,
  inputPress,
  noKeyInCode,
  pictureProblemText,
  pictureText,
  rowName,
  rowsText,
  uncheckedText,
} from "../../src/ui/text/en/key-inputs.ts";
import { placeText, verifiedText, verifyText, whereText } from "../../src/ui/text/en/places.ts";
import type { Driver } from "../drivers/driver.ts";
import { inBase64, type Page } from "../drivers/page.ts";
import { drawCode, finderPatterns, keyPicture, modulesOf, pngOf, toPng } from "../support/code-pictures.ts";
import { keepTracksAndWorkers, tracksOf, waitForNoWorker, workersOf } from "./kept.ts";
import { ALERT, addKey, button, createKeyring, field, link, STATUS, text } from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OURS = one("chromium", "our own page and decoder, alike in both");
const _BOTH = both("cameras, decoding of pictures and workers are the browser's own");
let browser: Driver;
let app: Page;

/** The panel *Import keys* offers the same ways, and pictures: as a place, a picture is a file. */
const way = (name: string) => button(name, { within: { role: "region", name: verifyText.title } });
const CAMERA = way(inputPress.camera);
const PICTURE = button(inputPress.picture);
const ROWS = way(inputPress.rows);

setUp(async () => {
  browser = await launch({
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    prefs: { "media.navigator.streams.fake": true, "media.navigator.permission.disabled": true },
  });
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Safe places"));
  await keepTracksAndWorkers(app);
});

const place = (at: NamedPlace) => app.select(field(verifyText.place), placeText[at]);
const choose = (bytes: Uint8Array) =>
  app.chooseFiles(button(inputPress.choosePicture), [{ name: "picture", bytes }]);

/** The picture as the file that holds the key. */
async function verifyPicture(name: string, bytes: Uint8Array): Promise<void> {
  await app.chooseFiles(button(chosenFileText.choose), [{ name, bytes }]);
  await app.select(field(whereText.label), whereText.sites.device);
  await app.click(button(whereText.verify));
  await expectVerified("file");
}

async function expectVerified(where: NamedPlace): Promise<void> {
  await app.expectText(STATUS, verifiedText(where));
}

story(
  "a camera that shows no code is shown, and Close and Escape stop it",
  long("the camera's lights only: camera-film.spec.ts reads codes with Chromium's"),
  async () => {
    await place("paper");
    for (const end of [() => app.click(button(inputPress.close)), () => app.press("Escape")]) {
      await app.click(CAMERA);
      await app.expectShown(text(cameraText.looking));
      await app.waitFor(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
      await app.waitFor(() => (document.querySelector("video")?.currentTime ?? 0) > 0.6);
      expect((await tracksOf(app)).at(-1)).toBe("live");
      await end();
      await app.expectCount("video", 0);
      expect((await tracksOf(app)).at(-1)).toBe("ended");
      expect(await app.text(STATUS)).not.toContain(verifiedText("paper"));
    }
  },
);

story(
  "a picture: a photo of 12 million pixels, turned, blurred and unevenly lit",
  long("a large picture; copies/ has turned and blurred ones"),
  async () => {
    const look = { width: 4000, height: 3000, scale: 24, turn: 23, blur: 8, shade: 0.6 };
    await verifyPicture("photo.png", toPng(keyPicture(KEY, look)));
    await waitForNoWorker(app);
  },
);

story("a screenshot of the QR screen, as JPEG, and one that is pasted", OURS, async () => {
  await app.click(button("Show QR code"));
  await app.expectShown("dialog[open] svg.qr");
  const { base64: png } = inBase64({ name: "screen.png", bytes: await app.screenshot() });
  const jpeg = await app.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.6).split(",")[1] ?? "";
  }, png);
  await app.click(button(inputPress.close));
  await verifyPicture("screen.jpg", Buffer.from(jpeg, "base64"));
  await app.click(PICTURE);
  // Again until it is taken: the panel listens a moment after it is shown.
  await app.waitFor((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], "image.jpg", { type: "image/jpeg" }));
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    // Firefox takes none from a script.
    Object.defineProperty(paste, "clipboardData", { value: data });
    return !document.body.dispatchEvent(paste);
  }, jpeg);
  await app.expectSays(foundText(1));
  await app.click(button(importPress.drop));
});

for (const type of ["png", "webp"] as const)
  story(`a code on nothing, transparent where it is not black, as ${type}`, OURS, async () => {
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
    await app.reload(); // and with it the sentence about the last verification
    await keepTracksAndWorkers(app);
    await verifyPicture(`code.${type}`, bytes);
  });

// No two neighbours have the same sentence: one could pass by what the other left on the page.
const SMALL = { width: 600, height: 600, scale: 8 };
const white = toPng({ width: 800, height: 600, data: new Uint8Array(480_000).fill(255) });
/** As many compressed zeros as a picture of 8,000 × 8,000 has. */
const vast = deflateSync(Buffer.alloc(8000 * 8001));
const ADDRESS = toPng(drawCode(modulesOf("https://example.org"), SMALL));
const SCRIPT = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const MORE = long("one more file for a sentence that another one shows");
for (const [what, file, sentence, where] of [
  ["one without a code", white, pictureText.noCode, OURS],
  ["a code with a web address", ADDRESS, noKeyInCode, OURS],
  ["a file that is no picture", Buffer.from("hello"), pictureProblemText["not-a-picture"], OURS],
  ["one that claims 60,000 × 60,000", pngOf(60_000, 60_000, vast), pictureProblemText["too-large"], OURS],
  ["a picture with a script", SCRIPT, pictureProblemText["not-a-picture"], MORE],
  [
    "one that claims 8,000 × 8,000 and is cut short",
    pngOf(8000, 8000, vast.subarray(0, 999)),
    pictureText.noCode,
    MORE,
  ],
  ["one of 51 MB", 51_000_000, pictureProblemText["too-large"], MORE],
] as const)
  story(`${what}: refused with its sentence, and the page goes on`, where, async () => {
    await app.click(PICTURE);
    if (typeof file === "number") await chooseLarge(file);
    else await choose(file);
    await app.expectText(ALERT, sentence);
    expect(await app.text(STATUS)).not.toContain(verifiedText("paper"));
    await app.click(button(inputPress.close));
    await waitForNoWorker(app);
  });

/** Made in the page: no driver sends so much at once. */
function chooseLarge(length: number): Promise<void> {
  return app.on(
    "input[accept]",
    (input: HTMLInputElement, length: number) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(length)], "large.png"));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    length,
  );
}

story(
  "a picture of finder patterns holds the decoder up: its worker is ended without an answer, and the page goes on meanwhile",
  OURS,
  async () => {
    const before = (await workersOf(app)).length;
    await app.click(PICTURE);
    await choose(toPng(finderPatterns(2048)));
    await app.expectText(STATUS, pictureText.reading);
    const turns = await app.evaluate(async () => {
      let turns = 0;
      while (!document.querySelector("[role=alert] p")) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        turns += 1;
      }
      return turns;
    });
    await app.expectText(ALERT, pictureText.noCode);
    // A page that decodes by itself, or waits for the worker, has none.
    expect(turns).toBeGreaterThan(3);
    expect((await workersOf(app)).slice(before)).toEqual([{ hasAnswered: false, isEnded: true }]);
    await app.click(button(inputPress.close));
  },
);

story("a whole sheet that is pasted into one row verifies the paper", OURS, async () => {
  await place("paper");
  await app.click(ROWS);
  const rows = keyRows(KEY).map((groups) => groups.join(" "));
  const lines = rows.map((row, at) => `${"ABCD"[at]} ${row} check ${rowCheck(at, row.replaceAll(" ", ""))}`);
  await app.fill(field(rowName("A")), rows[0]?.replace("579e", "578e") ?? "");
  await app.expectShown(text("All 16 digits, without the check."));
  await browser.writeClipboard(lines.join("\n"));
  await app.bringToFront();
  await app.click(field(rowName("A")));
  await app.press("ControlOrMeta+v");
  await app.expectShown(text(rowsText.allChecked));
  await app.click(button(inputPress.useRows));
  await expectVerified("paper");
  await app.expectCount(field(rowName("A")), 0);
  await app.expectFocus(ROWS);
});

story("the four rows, typed, verify the paper", OURS, async () => {
  await app.reload(); // and with it the sentence about the last verification
  await place("paper");
  await app.click(ROWS);
  for (const [row, groups] of keyRows(KEY).entries())
    await app.fill(field(rowName("ABCD".charAt(row))), groups.join(" "));
  await app.expectShown(text(uncheckedText(["A", "B", "C", "D"])));
  await app.click(button(inputPress.useRows));
  await expectVerified("paper");
});

story("without a camera there is a sentence", MORE, async () => {
  const bare = await launch({ prefs: { "media.navigator.permission.disabled": true } });
  const page = await createKeyring(bare);
  await addKey(page, KEY);
  await page.reload();
  await page.click(link("Safe places"));
  await page.select(field(verifyText.place), placeText.phone);
  await page.click(CAMERA);
  await page.expectText(ALERT, cameraFailureText.none);
  await page.expectCount("video", 0);
  await bare.close();
});
