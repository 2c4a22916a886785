/**
 * Every message from every kind of real sender, against the allow table.
 *
 * The content script of a copy of the extension also runs in frames and on other origins, with a bridge
 * beside it over which the test speaks as a script of ours in the wrong place would. Nothing else is changed.
 * A sender without any origin cannot be had from a browser: `tests/background/router.test.ts` has it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "@playwright/test";
import { mayAsk, PAGE_REQUESTS, pageRequests } from "../../src/protocol/page-requests.ts";
import type { Driver } from "../drivers/driver.ts";
import { TEST_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { writeScratchExtension } from "../drivers/scratch-extension.ts";
import { holds, waitFor } from "../support/wait.ts";
import { PASSPHRASE, ROOT, SITE } from "./practice.ts";
import { APP, addKey, ask, createKeyring, POPUP, popOut } from "./steps.ts";
import { both, browserName, expect, launch, one, setUp, story } from "./story.ts";

const VAULT = "ui/pages/vault/vault.html";
const KEY = "5ec2".repeat(16);
const ELSEWHERE = "https://web.whatsapp.com.example.invalid";
const TOKEN = "0".repeat(32);
const REFUSED = { ok: false, error: { code: "refused-sender" } };
const INTRUDER = resolve(ROOT, "tests/drivers/intruder");
const BOTH = both("who sent a message is what the browser says of it");
const OTHERS = one(
  "chromium",
  "one more of those that are refused; a frame and a second extension are in both",
);
const SITE_PAGES = {
  "/": `<title>Site</title><iframe name="same" src="/frame"></iframe><iframe name="blank"></iframe>
    <iframe name="other" src="${ELSEWHERE}/"></iframe><iframe name="opaque" sandbox srcdoc="<p>"></iframe>`,
  "/frame": "<title>Frame</title>",
};

type Message = { protocol: string; version: 1; type: string; payload: unknown };
const message = (protocol: string, type: string, payload: unknown): Message => ({
  protocol: `sixtyfour/${protocol}`,
  version: 1,
  type,
  payload,
});
/** `keyring.lock` last: what comes after it is answered differently. */
const PAGE_TYPES = [
  ...PAGE_REQUESTS.map(({ type }) => type).filter((type) => type !== "keyring.lock"),
  "keyring.lock",
];
const MESSAGES: Message[] = [
  message("content", "page.waiting", { form: true, key: false }),
  message("content", "form.report", { lookId: TOKEN, report: { kind: "no-form" } }),
  message("offscreen", "clipboard.cleared", { copyId: TOKEN }),
  ...PAGE_TYPES.map((type) => message("page", type, {})),
];

/**
 * In the world of our content script: passes on to the extension what the page asks it to, and hands back the
 * answer.
 */
const BRIDGE = `addEventListener("message", async ({ data, source }) => {
  if (data.knock) source.postMessage({ isThere: true }, "*");
  if (data.ask) source.postMessage({ answer: await chrome.runtime.sendMessage(data.ask) }, "*");
});`;

let browser: Driver;
let app: Page;
let site: Page;
let copy: string;
let open: string;

function copyEverywhere(): string {
  const directory = mkdtempSync(join(tmpdir(), "sixtyfour-everywhere-"));
  cpSync(TEST_BUILDS[browserName()], directory, { recursive: true });
  writeFileSync(join(directory, "bridge.js"), BRIDGE);
  const path = join(directory, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const [script] = manifest.content_scripts;
  const everywhere = { matches: ["https://*/*"], all_frames: true, match_origin_as_fallback: true };
  manifest.content_scripts = [{ ...script, ...everywhere, js: [...script.js, "bridge.js"] }];
  writeFileSync(path, JSON.stringify(manifest));
  return directory;
}

setUp(async () => {
  copy = copyEverywhere();
  open = writeScratchExtension(browserName() === "chromium" ? "chrome" : "firefox", { listensToAll: true });
  browser = await launch({ extension: copy, others: [INTRUDER, open] });
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone");
  await browser.serve(SITE, SITE_PAGES);
  await browser.serve(ELSEWHERE, { "/": "<title>Elsewhere</title>" });
  site = await browser.newPage(`${SITE}/`);
});
test.afterAll(() => {
  for (const directory of [copy, open]) rmSync(directory, { recursive: true, force: true });
});

type Send = (body: Message) => Promise<unknown>;

const fromPage =
  (page: Page): Send =>
  (body) =>
    page.evaluate((it) => chrome.runtime.sendMessage<unknown, unknown>(it), body);

/** @param frame - by name; without it from the page itself. */
const fromContent =
  (page: Page, frame: string | null = null): Send =>
  (body) =>
    page.evaluate(
      (given) => {
        const element = document.querySelector<HTMLIFrameElement>(`iframe[name="${given.frame}"]`);
        const place = given.frame === null ? window : element?.contentWindow;
        return new Promise<unknown>((resolve) => {
          let isAsked = false;
          const knocking = setInterval(() => place?.postMessage({ knock: true }, "*"), 20);
          addEventListener("message", function heard({ data }) {
            if (data.isThere && !isAsked) {
              isAsked = true;
              clearInterval(knocking);
              place?.postMessage({ ask: given.body }, "*");
            }
            if (!("answer" in data)) return;
            removeEventListener("message", heard);
            resolve(data.answer);
          });
        });
      },
      { frame, body },
    );

const unlocked = () => ask(app, "keyring.unlock", { passphrase: PASSPHRASE });

type Speaker = "page" | "vault-page" | "content" | null;

/** The vault page is refused most of what other pages may ask, and they what is the vault's. */
function isSpokenBy(speaker: Speaker, { protocol, type }: Message): boolean {
  const asked = pageRequests.find(type);
  if (speaker === "content" || speaker === null) return protocol === `sixtyfour/${speaker}`;
  return protocol === "sixtyfour/page" && asked !== undefined && mayAsk(speaker, asked);
}

/** Sends everything; only what this speaker may say may be anything but refused. */
async function expectTo(send: Send, speaks: Speaker): Promise<void> {
  await unlocked();
  for (const body of MESSAGES) {
    const reply = await send(body);
    if (isSpokenBy(speaks, body)) {
      expect(reply, body.type).toHaveProperty("ok");
      expect(reply, body.type).not.toEqual(REFUSED);
    } else expect(reply, body.type).toEqual(REFUSED);
  }
}

story("our popup, our popped-out window and our tab speak for pages, and for nobody else", BOTH, async () => {
  const popup = await browser.openPopup();
  await expectTo(fromPage(popup), "page");
  await popup.close();
  await unlocked();
  const out = await popOut(browser);
  for (const page of [out, app]) await expectTo(fromPage(page), "page");
  await out.close();
});

story("our vault page asks for what it needs, and is refused all else", BOTH, async () => {
  const vault = await browser.newPage(browser.extUrl(VAULT));
  await expectTo(fromPage(vault), "vault-page");
  for (const type of ["keyring.write-export", "passphrase.change", "entry.delete", "fill.run"])
    expect(await fromPage(vault)(message("page", type, {})), type).toEqual(REFUSED);
  await vault.close();
});

story("our script in the site's top frame speaks for content, and for nobody else", BOTH, async () => {
  await expectTo(fromContent(site), "content");
});

for (const [name, where] of [
  ["same", OTHERS],
  ["other", BOTH],
  ["blank", one("chromium", "a frame of the site's own origin as well")],
  ["opaque", one("chromium", "a frame of another origin as well")],
] as const) {
  story(`our script in a sub-frame (${name}) is refused everything`, where, async () => {
    await expectTo(fromContent(site, name), null);
  });
}

story("our script on another origin is refused everything", OTHERS, async () => {
  const elsewhere = await browser.newPage(`${ELSEWHERE}/`);
  await expectTo(fromContent(elsewhere), null);
  await elsewhere.close();
});

for (const [path, where] of [
  ["THIRD-PARTY.txt", OTHERS],
  ["offscreen/offscreen.html", one("chromium", "the other has none", "offscreen-document")],
] as const) {
  story(`a file of ours that is no page of ours (${path}) is refused everything`, where, async () => {
    const page = await browser.newPage(browser.extUrl(path));
    await expectTo(fromPage(page), null);
    await page.close();
  });
}

story("a page of ours does not open in a frame of the site, though the site's own does", BOTH, async () => {
  const own = `${SITE}/frame?late`;
  const addresses = () => site.evaluateInFrames(() => location.href);
  for (const src of [browser.extUrl(POPUP), browser.extUrl(APP), own])
    await site.evaluate((address) => {
      document.body.append(Object.assign(document.createElement("iframe"), { src: address }));
    }, src);
  await waitFor("the site's own", async () => (await addresses()).includes(own));
  await holds("none of ours", 500, async () =>
    (await addresses()).every((address) => !address.startsWith(browser.extUrl(""))),
  );
});

type Attempt = { reached: boolean };
type Attempts = Record<string, (...given: unknown[]) => Promise<Attempt>>;

story(
  "a second extension reaches us by no way, with any message; control: it reaches one that listens",
  BOTH,
  async () => {
    await unlocked();
    const intruder = await browser.newPage(`${browser.identify(INTRUDER).origin}/attempts.html`);
    const attempt = (call: string, ...given: unknown[]) =>
      intruder.evaluate(async (it) => (globalThis as unknown as Attempts)[it.call]?.(...it.given), {
        call,
        given,
      });
    const tabId = await intruder.evaluate(
      async (url) => (await chrome.tabs.query({ url }))[0]?.id,
      `${SITE}/`,
    );
    const ways = (directory: string, body: Message) => {
      const { id } = browser.identify(directory);
      return Promise.all([
        attempt("tryMessage", id, body),
        attempt("tryPort", id, body),
        attempt("tryFromPage", tabId, id, body),
      ]);
    };
    for (const body of MESSAGES)
      for (const way of await ways(copy, body)) expect(way).toMatchObject({ reached: false });
    for (const way of await ways(open, message("page", "entry.list", {})))
      expect(way).toMatchObject({ reached: true });
    for (const path of ["manifest.json", POPUP, "icons/16.png"])
      expect(await attempt("tryFetch", browser.extUrl(path))).toMatchObject({ reached: false });
    expect(await ask(app, "entry.list", {})).toHaveLength(1);
  },
);
