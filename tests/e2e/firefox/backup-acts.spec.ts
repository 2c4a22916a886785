/** In Firefox many opened backups come as one ZIP, and a key as a file: through real downloads. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { makeBackup, makeDatabase, makeMedia } from "../../support/backup-files.ts";
import { waitFor } from "../../support/wait.ts";
import {
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

const KEY = randomBytes(32);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(50_000)]);

let firefox: Firefox;
let app: FirefoxPage;
const downloads = mkdtempSync(join(tmpdir(), "sixtyfour-acts-"));

test.beforeAll(async () => {
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": downloads } });
  app = await createKeyring(firefox);
  await addKey(app, KEY.toString("hex"), "Old phone");
  await app.click(link("Backups"));
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(downloads, { recursive: true, force: true });
});

/** A download that is whole: no part of it lies beside it. */
async function downloaded(name: string): Promise<Buffer> {
  await waitFor(name, () => {
    const there = readdirSync(downloads);
    return there.includes(name) && !there.some((other) => other.endsWith(".part"));
  });
  return readFileSync(join(downloads, name));
}

/** Gives files to the drop area as if they were dropped, or to the whole page. */
async function drop(on: string, files: Record<string, Uint8Array>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  await app.on(
    on,
    `(area) => {
      const data = new DataTransfer();
      for (const [name, bytes] of ${JSON.stringify(given)})
        data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
      area.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
    }`,
  );
}

const countOf = (text: string) =>
  app.evaluate<number>(
    `[...document.querySelectorAll("td")].filter((cell) => cell.textContent.includes(${JSON.stringify(text)})).length`,
  );

test("several backups come as one ZIP with a list of sums, named by what is inside", async () => {
  const { name, media, metadataName, metadata } = makeMedia(KEY, JPEG, '{"name":"sea.jpg"}');
  const databases = [makeDatabase(2), makeDatabase(400)];
  await drop(".drop", {
    "one.db.crypt15": makeBackup(KEY, { payload: databases[0] as Uint8Array }),
    "two.db.crypt15": makeBackup(KEY, { payload: databases[1] as Uint8Array }),
    [name]: media,
    [metadataName]: metadata,
  });
  await waitFor("four rows", async () => (await app.all("tbody tr")).length === 4);
  await waitFor("the rows described", async () => (await countOf("cloud backup")) === 2);
  await app.click(button("Prove"));
  await waitFor("four proofs", async () => (await countOf("Right key")) === 4);
  await app.click(button("Open"));
  await expectShown(app, "This browser lets no page write into a folder");
  await app.click(button("Open into one ZIP"));
  await expectText(app, STATUS, "All 4 files opened");
  const zip = unzipSync(await downloaded("opened-backups.zip"));
  const expected: Record<string, Uint8Array> = {
    "one.db": databases[0] as Uint8Array,
    "two.db": databases[1] as Uint8Array,
    "sea.jpg": JPEG,
    [`${metadataName}.json`]: Buffer.from('{"name":"sea.jpg"}'),
  };
  const { "SHA256SUMS.txt": sums, ...files } = zip;
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  const lines = Object.entries(expected).map(([path, bytes]) => {
    expect(Buffer.compare(files[path] ?? Buffer.alloc(0), bytes), path).toBe(0);
    return `${createHash("sha256").update(bytes).digest("hex")}  ${path}`;
  });
  expect(
    Buffer.from(sums ?? [])
      .toString()
      .trimEnd()
      .split("\n")
      .sort(),
  ).toEqual(lines.sort());
});

test("the ZIP alone stays in the private store, for its download", async () => {
  const left = await app.evaluate<number>(`(async () => {
    const inside = await (await navigator.storage.getDirectory()).getDirectoryHandle("unfinished");
    let count = 0;
    for await (const _ of inside.keys()) count += 1;
    return count;
  })()`);
  expect(left).toBe(1);
});

test("a key goes out as encrypted_backup.key, and comes in when it is dropped", async () => {
  await app.click(link("Keys"));
  await app.click(`a[href^="#key/"]`);
  await app.click(button("Save encrypted_backup.key"));
  await app.click("dialog button.danger");
  const file = await downloaded("encrypted_backup.key");
  expect(file).toHaveLength(59);
  expect(file.subarray(27).equals(KEY)).toBe(true);
  await app.click(button("Add a key"));
  await drop("textarea", { "encrypted_backup.key": file });
  await waitFor("the digits", () =>
    app.on(field("64-digit key"), `(box) => box.value === ${JSON.stringify(KEY.toString("hex"))}`),
  );
  await expectShown(app, "already in the keyring");
});
