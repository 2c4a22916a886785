/**
 * Every message from every kind of real sender, against the allow table.
 *
 * The content script of a copy of the add-on also runs in frames and on other origins, with a bridge beside it over
 * which the test speaks as a script of ours in the wrong place would. Nothing else is changed.
 * A sender without any origin cannot be had from a browser: `tests/background/router.test.ts` has it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pageParsers } from "../../../src/protocol/page-parsers.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { readAddOn } from "../../drivers/firefox/firefox-profile.ts";
import { writeScratchExtension } from "../../drivers/scratch-extension.ts";
import { holds, waitFor } from "../../support/wait.ts";
import {
  APP,
  addKey,
  ask,
  createKeyring,
  EXTENSION,
  expect,
  launch,
  PASSPHRASE,
  POPUP,
  popOut,
  ROOT,
  SITE,
  test,
} from "./setup.ts";

const KEY = "5ec2".repeat(16);
const ELSEWHERE = "https://web.whatsapp.com.example.invalid";
const TOKEN = "0".repeat(32);
const REFUSED = { ok: false, error: { code: "refused-sender" } };
const INTRUDER = resolve(ROOT, "tests/drivers/intruder");
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
const PAGE_TYPES = [...Object.keys(pageParsers).filter((type) => type !== "keyring.lock"), "keyring.lock"];
const MESSAGES: Message[] = [
  message("content", "page.waiting", { form: true, key: false }),
  message("content", "form.report", { lookId: TOKEN, report: { kind: "no-form" } }),
  message("offscreen", "clipboard.cleared", { copyId: TOKEN }),
  ...PAGE_TYPES.map((type) => message("page", type, {})),
];

/** Passes on to the add-on what the page asks it to, and hands back the answer. */
const BRIDGE = `addEventListener("message", async ({ data, source }) => {
  if (data.ask) source.postMessage({ answer: await browser.runtime.sendMessage(data.ask) }, "*");
});`;

let firefox: Firefox;
let app: FirefoxPage;
let site: FirefoxPage;
const copy = mkdtempSync(join(tmpdir(), "sixtyfour-everywhere-"));
const open = writeScratchExtension("firefox", { listensToAll: true });

function copyEverywhere(): void {
  cpSync(EXTENSION, copy, { recursive: true });
  writeFileSync(join(copy, "bridge.js"), BRIDGE);
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const [script] = manifest.content_scripts;
  const everywhere = { matches: ["https://*/*"], all_frames: true, match_origin_as_fallback: true };
  manifest.content_scripts = [{ ...script, ...everywhere, js: [...script.js, "bridge.js"] }];
  writeFileSync(path, JSON.stringify(manifest));
}

test.beforeAll(async () => {
  copyEverywhere();
  firefox = await launch({ addOn: copy, others: [INTRUDER, open] });
  app = await createKeyring(firefox);
  await addKey(app, KEY, "My phone");
  await firefox.serve(SITE, SITE_PAGES);
  await firefox.serve(ELSEWHERE, { "/": "<title>Elsewhere</title>" });
  site = await firefox.newPage(`${SITE}/`);
});
test.afterAll(async () => {
  await firefox.close();
  for (const directory of [copy, open]) rmSync(directory, { recursive: true });
});

type Send = (body: Message) => Promise<unknown>;

const fromPage =
  (page: FirefoxPage): Send =>
  (body) =>
    page.evaluate(`browser.runtime.sendMessage(${JSON.stringify(body)})`);

/** @param place - of the window in the page: `window`, or a frame's. */
const fromContent =
  (page: FirefoxPage, place = "window"): Send =>
  (body) =>
    page.evaluate(`new Promise((resolve) => {
      addEventListener("message", function heard({ data }) {
        if (!("answer" in data)) return;
        removeEventListener("message", heard);
        resolve(data.answer);
      });
      ${place}.postMessage({ ask: ${JSON.stringify(body)} }, "*");
    })`);

/** Sends everything; only messages of this protocol may be anything but refused. */
async function expectTo(send: Send, speaks: "page" | "content" | null): Promise<void> {
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
  for (const body of MESSAGES) {
    const reply = await send(body);
    if (body.protocol === `sixtyfour/${speaks}`) {
      expect(reply, body.type).toHaveProperty("ok");
      expect(reply, body.type).not.toEqual(REFUSED);
    } else expect(reply, body.type).toEqual(REFUSED);
  }
}

test("our popup, our popped-out window and our tab speak for pages, and for nobody else", async () => {
  const popup = await firefox.openPopup();
  await expectTo(fromPage(popup), "page");
  await firefox.window.closePopup();
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
  const out = await popOut(firefox);
  for (const page of [out, app]) await expectTo(fromPage(page), "page");
  await out.close();
});

test("our script in the site's top frame speaks for content, and for nobody else", async () => {
  await expectTo(fromContent(site), "content");
});

for (const name of ["same", "blank", "other", "opaque"]) {
  test(`our script in a sub-frame (${name}) is refused everything`, async () => {
    await expectTo(fromContent(site, `document.querySelector("[name=${name}]").contentWindow`), null);
  });
}

test("our script on another origin is refused everything", async () => {
  const elsewhere = await firefox.newPage(`${ELSEWHERE}/`);
  await expectTo(fromContent(elsewhere), null);
  await elsewhere.close();
});

test("a file of ours that is no page of ours is refused everything", async () => {
  const page = await firefox.newPage(firefox.extUrl("THIRD-PARTY.txt"));
  await expectTo(fromPage(page), null);
  await page.close();
});

test("a page of ours does not open in a frame of the site, though the site's own does", async () => {
  const framed = async () => {
    type Tree = { contexts: { children: { url: string }[] }[] };
    const tree = await firefox.bidi.send<Tree>("browsingContext.getTree", { root: site.context });
    return tree.contexts.flatMap(({ children }) => children.map(({ url }) => url));
  };
  for (const url of [firefox.extUrl(POPUP), firefox.extUrl(APP), `${SITE}/frame?late`])
    await site.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { src: "${url}" })), 0`,
    );
  await waitFor("the site's own", async () => (await framed()).includes(`${SITE}/frame?late`));
  await holds(
    "none of ours",
    500,
    async () => !(await framed()).some((url) => url.startsWith("moz-extension:")),
  );
});

type Attempt = { reached: boolean };

test("a second add-on reaches us by no way, with any message; control: it reaches one that listens", async () => {
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
  const intruder = await firefox.newPage(`moz-extension://${readAddOn(INTRUDER).host}/attempts.html`);
  const attempt = (call: string, ...values: unknown[]) =>
    intruder.evaluate<Attempt>(`${call}(...${JSON.stringify(values)})`);
  const tabId = await intruder.evaluate<number>(
    `browser.tabs.query({ url: "${SITE}/" }).then(([tab]) => tab.id)`,
  );
  const ways = (id: string, body: Message) =>
    Promise.all([
      attempt("tryMessage", id, body),
      attempt("tryPort", id, body),
      attempt("tryFromPage", tabId, id, body),
    ]);
  for (const body of MESSAGES) {
    for (const way of await ways(readAddOn(copy).id, body)) expect(way).toMatchObject({ reached: false });
  }
  for (const way of await ways(readAddOn(open).id, message("page", "entry.list", {})))
    expect(way).toMatchObject({ reached: true });
  for (const path of ["manifest.json", POPUP, "icons/16.png"])
    expect(await attempt("tryFetch", firefox.extUrl(path))).toMatchObject({ reached: false });
  expect(await ask(app, "entry.list", {})).toHaveLength(1);
});
