/**
 * Every message from every kind of real sender, against the allow table.
 *
 * The content script of a copy of the extension also runs in frames and on other origins: there it does nothing,
 * but its world speaks with the extension's id, as a script of ours in the wrong place would. Nothing else is changed.
 * A sender without any origin cannot be had from a browser: `tests/background/router.test.ts` has it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CDPSession, Frame, Page } from "@playwright/test";
import { pageParsers } from "../../../src/protocol/page-parsers.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { extensionIdOf } from "../../drivers/chromium/chromium-extension.ts";
import { writeScratchExtension } from "../../drivers/scratch-extension.ts";
import { waitFor } from "../../support/wait.ts";
import {
  addKey,
  ask,
  createKeyring,
  EXTENSION,
  expect,
  launch,
  PASSPHRASE,
  POPUP,
  ROOT,
  SITE,
  test,
} from "./setup.ts";

const KEY = "5ec2".repeat(16);
const ELSEWHERE = "https://web.whatsapp.com.example.invalid";
const TOKEN = "0".repeat(32);
const REFUSED = { ok: false, error: { code: "refused-sender" } };
const INTRUDER = resolve(ROOT, "tests/drivers/intruder");

type Message = { protocol: string; version: 1; type: string; payload: unknown };
const message = (protocol: string, type: string, payload: unknown): Message => ({
  protocol: `sixtyfour/${protocol}`,
  version: 1,
  type,
  payload,
});
/** `keyring.lock` last: what comes after it is answered differently. */
const PAGE_TYPES = [...Object.keys(pageParsers).filter((type) => type !== "keyring.lock"), "keyring.lock"];
const MESSAGES: Message[] = [
  message("content", "page.waiting", { form: true, key: false }),
  message("content", "form.report", { lookId: TOKEN, report: { kind: "no-form" } }),
  message("offscreen", "clipboard.cleared", { copyId: TOKEN }),
  ...PAGE_TYPES.map((type) => message("page", type, {})),
];

let browser: Chromium;
let app: Page;
let site: Page;
const copy = mkdtempSync(join(tmpdir(), "sixtyfour-everywhere-"));
const open = writeScratchExtension("chrome", { listensToAll: true });

function copyEverywhere(): void {
  cpSync(EXTENSION, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  Object.assign(manifest.content_scripts[0], {
    matches: ["https://*/*"],
    all_frames: true,
    match_origin_as_fallback: true,
  });
  writeFileSync(path, JSON.stringify(manifest));
}

test.beforeAll(async () => {
  copyEverywhere();
  browser = await launch({ extensions: [copy, INTRUDER, open] });
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone");
  const frames = `<iframe name="same" src="/frame"></iframe><iframe name="blank"></iframe>
    <iframe name="other" src="${ELSEWHERE}/"></iframe><iframe name="opaque" sandbox srcdoc="<p>"></iframe>`;
  await browser.serve(SITE, { "/": `<title>Site</title>${frames}`, "/frame": "<title>Frame</title>" });
  await browser.serve(ELSEWHERE, { "/": "<title>Elsewhere</title>" });
  site = await browser.newPage(`${SITE}/`);
});
test.afterAll(async () => {
  await browser.close();
  for (const directory of [copy, open]) rmSync(directory, { recursive: true });
});

type Send = (message: Message) => Promise<unknown>;

const fromPage =
  (page: Page): Send =>
  (body) =>
    page.evaluate((value) => chrome.runtime.sendMessage(value), body);

/** A frame of another site has a target, and so a session, of its own; the others share their page's. */
async function sessionOf(page: Page, name?: string): Promise<{ session: CDPSession; frameId: string }> {
  const frame = name === undefined ? page.mainFrame() : page.frame({ name });
  if (!frame) throw new Error(`no frame ${name}`);
  const newSession = (of: Page | Frame) => page.context().newCDPSession(of);
  const own = await newSession(frame).catch(() => null);
  const session = own ?? (await newSession(page));
  const { frameTree } = await session.send("Page.getFrameTree");
  const found = own ? frameTree : frameTree.childFrames?.find((child) => child.frame.name === name);
  if (!found) throw new Error(`no frame ${name}`);
  return { session, frameId: found.frame.id };
}

/** From the world of our content script in a frame. */
async function fromContent(page: Page, name?: string): Promise<Send> {
  const { session, frameId } = await sessionOf(page, name);
  const worlds: { id: number; origin: string; frameId: unknown }[] = [];
  session.on("Runtime.executionContextCreated", ({ context: { id, origin, auxData } }) =>
    worlds.push({ id, origin, frameId: auxData?.["frameId"] }),
  );
  await session.send("Runtime.enable");
  const ours = browser.extUrl("").slice(0, -1);
  const { id } = await waitFor(`our world in ${name ?? "the page"}`, () =>
    worlds.find((world) => world.origin === ours && world.frameId === frameId),
  );
  return async (body) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId: id,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage(${JSON.stringify(body)})`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
}

async function unlocked(): Promise<void> {
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
}

/** Sends everything; only messages of this protocol may be anything but refused. */
async function expectTo(send: Send, speaks: "page" | "content" | null): Promise<void> {
  await unlocked();
  for (const body of MESSAGES) {
    const reply = await send(body);
    if (body.protocol === `sixtyfour/${speaks}`) {
      expect(reply, body.type).toHaveProperty("ok");
      expect(reply, body.type).not.toEqual(REFUSED);
    } else expect(reply, body.type).toEqual(REFUSED);
  }
}

test("our popup, our popped-out window and our tab speak for pages, and for nobody else", async () => {
  const popup = await browser.openPopup();
  await expectTo(fromPage(popup.page), "page");
  await popup.close();
  const out = await browser.newPage(browser.extUrl(`${POPUP}?window=1`));
  for (const page of [out, app]) await expectTo(fromPage(page), "page");
  await out.close();
});

test("our script in the site's top frame speaks for content, and for nobody else", async () => {
  await expectTo(await fromContent(site), "content");
});

for (const name of ["same", "blank", "other", "opaque"]) {
  test(`our script in a sub-frame (${name}) is refused everything`, async () => {
    await expectTo(await fromContent(site, name), null);
  });
}

test("our script on another origin is refused everything", async () => {
  const elsewhere = await browser.newPage(`${ELSEWHERE}/`);
  await expectTo(await fromContent(elsewhere), null);
  await elsewhere.close();
});

test("files of ours that are no page of ours are refused everything", async () => {
  for (const path of ["offscreen/offscreen.html", "THIRD-PARTY.txt"]) {
    const page = await browser.newPage(browser.extUrl(path));
    await expectTo(fromPage(page), null);
    await page.close();
  }
});

test("a page of ours does not open in a frame of the site", async () => {
  await site.evaluate((src) => {
    document.body.append(Object.assign(document.createElement("iframe"), { name: "ours", src }));
  }, browser.extUrl(POPUP));
  await waitFor("the frame", () => site.frame({ name: "ours" })?.url().startsWith("chrome-error:"));
});

type Attempt = { reached: boolean };
type Calls = Record<string, (...values: unknown[]) => Promise<Attempt>>;

test("a second extension reaches us by no way, with any message; control: it reaches one that listens", async () => {
  await unlocked();
  const worker = await browser.worker(extensionIdOf(INTRUDER));
  const attempt = (call: string, ...values: unknown[]) =>
    worker.evaluate(([name, rest]) => (globalThis as unknown as Calls)[name]?.(...rest), [
      call,
      values,
    ] as const);
  const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, `${SITE}/`);
  const ways = (id: string, body: unknown) => [
    attempt("tryMessage", id, body),
    attempt("tryPort", id, body),
    attempt("tryFromPage", tabId, id, body),
  ];
  for (const body of MESSAGES) {
    for (const way of await Promise.all(ways(browser.extensionId, body)))
      expect(way).toMatchObject({ reached: false });
  }
  for (const way of await Promise.all(ways(extensionIdOf(open), MESSAGES[0])))
    expect(way).toMatchObject({ reached: true });
  for (const path of ["manifest.json", POPUP, "icons/16.png"])
    expect(await attempt("tryFetch", browser.extUrl(path))).toMatchObject({ reached: false });
  expect(await ask(app, "entry.list", {})).toHaveLength(1);
});
