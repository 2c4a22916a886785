/** Until a fill, a page cannot tell by anything it can record whether our script is in it, and has looked at it. */
import { rmSync } from "node:fs";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { writeScratchExtension } from "../../drivers/scratch-extension.ts";
import { waitFor } from "../../support/wait.ts";
import { comparable, recordTraces, TRACED_PAGES, type Traces } from "../traces.ts";
import {
  addKey,
  button,
  createKeyring,
  expect,
  expectText,
  launch,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  test,
  waitForFill,
} from "./setup.ts";

const KEY = "5e0c7d19".repeat(8);
/** Another add-on that has a popup and no script in pages. Ours without access is none: its button grants access. */
const other = writeScratchExtension("firefox", { listensToAll: true });
let withUs: Firefox;
let without: Firefox;

test.beforeAll(async () => {
  withUs = await launch();
  await addKey(await createKeyring(withUs), KEY);
  without = await launch({ addOn: other });
  const recorder = { functionDeclaration: recordTraces.toString() };
  for (const { bidi } of [withUs, without]) await bidi.send("script.addPreloadScript", recorder);
});
test.afterAll(async () => {
  await withUs?.close();
  await without?.close();
  rmSync(other, { recursive: true, force: true });
});

const tracesOf = (tab: FirefoxPage) => tab.evaluate<Traces>("readTraces()");

/** Our script has come to a conclusion, with a popup above it that is closed again; elsewhere as much goes on. */
async function lookedAt(firefox: Firefox, name: string): Promise<Traces> {
  const tab = await openPractice(firefox, name);
  const isOurs = firefox === withUs;
  const hasForm = isOurs && name !== "chat";
  if (hasForm) await waitFor("the badge", async () => (await firefox.window.badgeText()) === "64");
  const popup = await popupOver(firefox, tab);
  await popup.find(button(isOurs ? "Lock" : "Save key"));
  if (hasForm) await waitForFill(popup);
  await firefox.window.closePopup();
  await tab.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))");
  const traces = await tracesOf(tab);
  await tab.close();
  return traces;
}

for (const name of TRACED_PAGES) {
  test(`looked at with the popup over it, ${name} records what it does without us`, async () => {
    const plain = await lookedAt(without, name);
    expect(plain.events).toContain("DOMContentLoaded #document");
    expect(comparable(await lookedAt(withUs, name))).toEqual(comparable(plain));
  });
}

test("control: the recording does tell of a fill, by events, the value's attribute and nothing more", async () => {
  const tab = await openPractice(withUs, "plain");
  const popup = await popupOver(withUs, tab);
  await waitForFill(popup);
  const before = await tracesOf(tab);
  await pressFill(popup);
  await expectText(popup, STATUS, "Filled.");
  const after = await tracesOf(tab);
  const isNew = (change: string) => !before.changes.includes(change);
  expect(after.changes.filter(isNew).sort()).toEqual([
    "attributes BUTTON disabled   ",
    "attributes INPUT autocomplete off  ",
  ]);
  expect(after.events.slice(before.events.length)).toContain("input INPUT");
  expect(JSON.stringify(after)).not.toContain(KEY.slice(0, 16));
  await withUs.window.closePopup();
  await tab.close();
});
