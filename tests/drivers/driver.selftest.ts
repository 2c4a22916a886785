/** Shows on a scratch extension what stories rely on, in both browsers alike. */
import { rmSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Driver } from "./driver.ts";
import { launchBrowser } from "./launch.ts";
import type { Page } from "./page.ts";
import { writeScratchExtension } from "./scratch-extension.ts";
import { button, field, text } from "./target.ts";

const SITE = "https://web.whatsapp.com";
const FRAME = "https://frame.invalid";
const HTML = `<!doctype html><title>Targets</title>
  <ul aria-label="Keys"><li>First <a href="#1">Open</a></li><li>Second <a href="#2">Open</a></li></ul>
  <label>Name <input></label> <label for="area">Note</label><textarea id="area"></textarea>
  <label><input type="checkbox"> Agreed</label> <label>Size <select><option>A4</option><option>Letter</option></select></label>
  <input type="file" multiple hidden> <button onclick="document.querySelector('[type=file]').click()">Choose</button>
  <div><button onclick="document.title += ', missed'" id="stays">Stays</button><button onclick="document.title += ', hit'" id="moves">Moves</button></div>
  <div id="drop">Drop here</div> <button hidden>Hidden</button> <output></output>
  <iframe src="${FRAME}/"></iframe>
  <script>
    const say = (text) => { document.querySelector("output").textContent = text; };
    const names = async (files) => say((await Promise.all([...files].map(async (one) => one.name + "=" + await one.text()))).join());
    document.querySelector("[type=file]").onchange = (event) => names(event.target.files);
    document.querySelector("#drop").ondragover = (event) => event.preventDefault();
    document.querySelector("#drop").ondrop = (event) => names(event.dataTransfer.files);
    document.querySelector("input").oninput = (event) => say("trusted " + event.isTrusted);
    document.querySelector("#moves").onpointermove = () => {
      document.querySelector("#moves").after(document.querySelector("#stays"));
    };
    document.querySelector("select").onchange = (event) => say(event.target.value);
  </script>`;
const FILES = [
  { name: "a.txt", bytes: Buffer.from("one") },
  { name: "b.txt", bytes: Buffer.from("two") },
];

for (const name of ["chromium", "firefox"] as const) {
  test.describe(name, () => {
    let extension: string;
    let browser: Driver;
    let tab: Page;

    test.beforeAll(async () => {
      extension = writeScratchExtension(name === "chromium" ? "chrome" : "firefox");
      browser = await launchBrowser(name, { extension });
      await browser.addPreloadScript(() => Object.assign(window, { preloaded: true }));
      await browser.serve(SITE, { "/": HTML });
      await browser.serve(FRAME, { "/": "<!doctype html><p>framed</p>" });
      tab = await browser.newPage(`${SITE}/`);
      await tab.bringToFront();
    });
    test.afterAll(async () => {
      await browser.close();
      rmSync(extension, { recursive: true });
    });

    test("targets: by role, label, text, place, number; hidden ones are there and not shown", async () => {
      const keys = { role: "list", name: "Keys" } as const;
      expect(await tab.texts({ role: "listitem", within: keys })).toEqual(["First Open", "Second Open"]);
      await tab.click({ role: "link", name: "Open", within: { css: "li", holding: "Second" } });
      expect(await tab.url()).toBe(`${SITE}/#2`);
      await tab.click({ role: "link", within: keys, nth: -2 });
      expect(await tab.url()).toBe(`${SITE}/#1`);
      expect(await tab.count(text("Drop here"))).toBe(1);
      expect(await tab.count(text(/^drop HERE$/i))).toBe(1);
      await tab.expectGone("button[hidden]", button("Hidden"), text("nothing like it"));
      expect(await tab.count("button[hidden]")).toBe(1);
    });

    test("fields: filled at once and key by key, with trusted events; checked, selected", async () => {
      await tab.fill(field("Name"), "somebody");
      await tab.expectText("output", "trusted true");
      await tab.fill(field("Name"), "");
      await tab.type(field("Name"), "Else");
      await tab.press("Shift+Home", "Delete", "x");
      await tab.expectValue(field("Name"), "x");
      await tab.fill(field("Note"), "two\nlines");
      await tab.expectValue(field("Note"), "two\nlines");
      await tab.check(field("Agreed"));
      await tab.check(field("Agreed"), false);
      await tab.select(field("Size"), "Letter");
      await tab.expectText("output", "Letter");
    });

    test("a press on what moves away hits that, and nothing else", async () => {
      await tab.click(button("Moves"));
      await tab.waitFor(() => document.title.includes("hit"));
      expect(await tab.evaluate(() => document.title)).toBe("Targets, hit");
    });

    test("files: put into the field, chosen through a button, dropped", async () => {
      await tab.setFiles("[type=file]", FILES.slice(0, 1));
      await tab.expectText("output", /^a.txt=one$/);
      await tab.chooseFiles(button("Choose"), FILES);
      await tab.expectText("output", /^a.txt=one,b.txt=two$/);
      await tab.dropFiles("#drop", FILES.slice(1));
      await tab.expectText("output", /^b.txt=two$/);
    });

    test("functions take and answer JSON, or nothing; frames and pages to come are reached", async () => {
      expect(await tab.evaluate(({ a, b }) => a + b, { a: 1, b: 2 })).toBe(3);
      expect(await tab.evaluate(() => undefined)).toBeUndefined();
      expect(await tab.evaluate((nothing?: string) => nothing === undefined)).toBe(true);
      await expect(tab.evaluate(() => Promise.reject(new Error("as told")))).rejects.toThrow("as told");
      const said = await tab.evaluateInFrames(() => document.querySelector("p")?.textContent ?? "");
      expect(said).toEqual(["", "framed"]);
      expect(await tab.evaluate(() => "preloaded" in window)).toBe(true);
    });

    test("badge, clipboard, idle, menu, the popup and whether it is open", async () => {
      expect(await browser.badgeText(tab)).toBe("7");
      await browser.writeClipboard("64 digits");
      expect(await browser.readClipboard()).toBe("64 digits");
      await tab.bringToFront();
      await browser.reportIdle("idle");
      await browser.chooseMenuEntry(tab, "textarea", { id: "fill", title: "Fill here" });
      const popup = await browser.pressToolbarButton(tab);
      expect(await browser.isPopupOpen()).toBe(true);
      await popup.waitFor(async () => {
        const noted = Object.keys(await chrome.storage.session.get());
        return noted.includes("idle idle") && noted.includes("menu fill");
      });
      await popup.close();
      expect(await browser.isPopupOpen()).toBe(false);
    });

    test("the worker stops, the browser is killed, and comes again", async () => {
      await browser.killWorker();
      expect(await browser.isWorkerRunning()).toBe(false);
      expect(await browser.evaluateInWorker((kept) => Object.assign(globalThis, { kept }).kept, 7)).toBe(7);
      expect(await browser.evaluateInWorker(() => "kept" in globalThis && chrome.runtime.id !== "")).toBe(
        true,
      );
      await browser.killWorker();
      expect(await browser.evaluateInWorker(() => "kept" in globalThis)).toBe(false);
      const page = await browser.newPage(browser.extUrl("popup.html"));
      await page.evaluate(() => chrome.storage.local.set({ kept: 1 }));
      await browser.kill();
      await browser.relaunch();
      const again = await browser.newPage(browser.extUrl("popup.html"), "window");
      expect(await again.evaluate(() => chrome.storage.local.get("kept"))).toEqual({ kept: 1 });
      await again.close();
    });
  });
}
