/**
 * Takes pictures of every view and runs axe on each: `node tests/ui/gallery/pictures.mjs [part of a name]`.
 * Pictures go to demo/gallery (ignored by git). Light and dark at 100 %, dark at 200 %, light at 320 px wide.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import preact from "@preact/preset-vite";
import { chromium } from "playwright";
import { createServer } from "vite";
import { readerPlugin } from "../../../scripts/build-reader.mjs";

const root = resolve(import.meta.dirname, "../../..");
const out = resolve(root, "demo/gallery");
const wanted = process.argv[2] ?? "";
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SAMPLE = "0243 579e 34ac b5f6 0905 5458 b1eb 501b 28fa 3a1d 82b6 865a c8cb 3381 056c 8799";

const press = (name) => (page) => page.getByRole("button", { name, exact: true }).click();
const type = (label, text) => (page) => page.getByLabel(label, { exact: true }).fill(text);
const open = (name) => (page) => page.getByRole("list", { name: "Keys" }).getByText(name).click();

const sample = (name) => resolve(root, "tests/vectors", name);
const BACKUPS = ["msgstore-2026-level9.db.crypt15", "neg-midbyte-flipped.db.crypt15", "backups.json"].map(
  sample,
);
const choose = (page) => page.getByLabel("Choose files").setInputFiles(BACKUPS);
const until = (text) => (page) => page.getByText(text).first().waitFor();
const only = (name) => (page) => page.getByLabel(`Select ${name}`).uncheck();

/** A popped-out window, as the narrow picture is, has no leave to fill another page and says so. */
async function tryHost(page) {
  await until(/^(?:Type the page's host|Press the toolbar button)/)(page);
  const host = page.getByLabel("Type the page's host to allow one fill", { exact: true });
  if ((await host.count()) === 0) return;
  await host.fill("xn--viewer");
  await page.waitForTimeout(800);
  await press("Fill this page once")(page);
}

const importer = (page) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Back in" }) })
    .locator("input[type=file]");

const takeIn = (page) => {
  const keys = [SAMPLE, SAMPLE.replace("0", "1"), SAMPLE.replace("0", "2")];
  const rows = keys.map((key, at) => `Phone ${at + 1},${key},Fingerprint: 0000000${at}`);
  const text = ["title,password,notes", ...rows].join("\n");
  return importer(page).setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
};

/** Views that are reached by an act: scene, then steps. */
const acts = {
  "popup-wrong-passphrase": ["popup-locked", type("Passphrase", "wrong"), press("Unlock")],
  "popup-generated": ["popup-list", press("Generate a key")],
  "popup-key": ["popup-list", open("Phone in daily use")],
  "popup-key-copied": ["popup-list", open("Phone in daily use"), press("Reveal"), press("Copy")],
  "popup-key-safe": ["popup-list", open("Archive disk")],
  "popup-delete": ["popup-list", open("Archive disk"), press("Delete")],
  "popup-fill-ready": ["popup-fill", (page) => page.waitForTimeout(800)],
  "popup-other": ["popup-other-form", open("Phone in daily use"), press("Fill on another page"), tryHost],
  "popup-other-no-leave": ["popup-list", open("Phone in daily use"), press("Fill on another page")],
  "popup-other-not-safe": ["popup-other-unsafe", open("Phone in daily use"), press("Fill on another page")],
  "popup-filled": ["popup-fill", (page) => page.waitForTimeout(800), press("Fill on this page")],
  "app-first-run-weak": ["app-first-run", type("Passphrase", "password1"), press("Create keyring")],
  "app-first-run-generated": [
    "app-first-run",
    press("Generate a passphrase"),
    (page) => page.waitForTimeout(800),
  ],
  "app-key-revealed": ["app-key", press("Reveal")],
  "app-delete": ["app-key", press("Delete")],
  "app-add-wrong": ["app-add", type("64-digit key", `O${SAMPLE.slice(1)}`)],
  "app-add-short": ["app-add", type("64-digit key", SAMPLE.slice(0, 31))],
  "app-add-there": ["app-add", type("64-digit key", SAMPLE)],
  "app-add-new": [
    "app-add",
    type("64-digit key", SAMPLE.replace("0", "1")),
    type("Phone number ending", "42"),
  ],
  "app-locked-set-aside": ["app-locked", press("Set this keyring aside")],
  "app-newer-set-aside": ["app-newer", press("Set this keyring aside")],
  "app-backups-described": ["app-backups", choose, until("Not a backup")],
  "app-backups-proven": ["app-backups", choose, until("Not a backup"), press("Prove"), until("Done.")],
  "app-backups-checked": ["app-backups", choose, until("Not a backup"), press("Check whole"), until("Done.")],
  "app-backups-open": [
    "app-backups",
    choose,
    until("Not a backup"),
    press("Prove"),
    until("Done."),
    press("Open"),
  ],
  "app-backups-lock": ["app-backups", press("Lock a file")],
  "app-backups-repair": [
    "app-backups",
    choose,
    until("Not a backup"),
    only("neg-midbyte-flipped.db.crypt15"),
    press("Repair"),
    type("What you have of the key", SAMPLE.replace("0", "1")),
    press("Search"),
    until("one digit was wrong"),
  ],
  "app-copies-qr": ["app-copies", press("Show QR code"), until("Copy, not Search")],
  "app-copies-read": ["app-copies", press("Read along"), press("Next group")],
  "app-copies-sheet": ["app-copies", press("Print recovery sheet"), until("Where to keep it")],
  "app-copies-import": ["app-copies", takeIn, until("keys were found")],
  "app-copies-import-wrong": ["app-copies", (page) => importer(page).setInputFiles(sample("backups.json"))],
  "app-copies-keyring": [
    "app-copies",
    (page) => page.getByLabel("Format").selectOption("keyring-export"),
    type("Password of the file", "plain wide river"),
  ],
  "app-copies-all": ["app-copies", (page) => page.getByLabel("Key", { exact: true }).selectOption("all")],
  "app-copies-rows": [
    "app-copies",
    (page) => page.getByRole("button", { name: "Type all rows" }).last().click(),
  ],
  "app-first-run-restore": [
    "app-first-run",
    (page) =>
      page
        .locator("input[type=file]")
        .setInputFiles({ name: "a.sixtyfour", mimeType: "", buffer: Buffer.from("64EXPORT") }),
    until("Restore everything"),
  ],
  "app-copies-terminal": ["app-copies", (page) => page.getByText("In a terminal").click()],
  "app-copies-keepassxc-cli": [
    "app-copies",
    (page) => page.getByText("In a terminal").click(),
    (page) => page.getByLabel("Program").selectOption("keepassxc-cli"),
    type("Path of the database", "~/Passwords.kdbx"),
    press("Copy the key"),
  ],
  "app-copies-all-sheets": [
    "app-copies",
    (page) => page.getByLabel("Key", { exact: true }).selectOption("all"),
    press("Print recovery sheet"),
    until("Where to keep it"),
  ],
  "app-copies-plain-file": [
    "app-copies",
    (page) => page.getByLabel("Format").selectOption("text"),
    press("Export"),
    press("Write plain text"),
    until("saved to your downloads"),
  ],
  "app-help-message": [
    "app-help",
    type("Filter messages", "attempts"),
    (page) => page.getByText("Too many attempts").click(),
  ],
  "app-help-none": ["app-help", type("Filter messages", "nothing like it")],
  "app-help-copied": ["app-help", press("Copy report"), until("clipboard")],
  "app-set-aside": ["app-damaged", press("Set aside and start afresh")],
};

const views = [
  { suffix: "light", colorScheme: "light", zoom: 1 },
  { suffix: "dark", colorScheme: "dark", zoom: 1 },
  { suffix: "200", colorScheme: "dark", zoom: 2 },
  { suffix: "320", colorScheme: "light", width: 320, zoom: 1 },
];

function viewport(page, { zoom, width }) {
  if (page === "popup") return { width: width ?? 380, height: Math.round((zoom === 1 ? 560 : 600) / zoom) };
  return { width: width ?? Math.round(1100 / zoom), height: Math.round(760 / zoom) };
}

async function draw(browser, base, name, view) {
  const [scene, ...steps] = acts[name] ?? [name];
  const kind = scene.split("-")[0];
  const context = await browser.newContext({
    viewport: viewport(kind, view),
    deviceScaleFactor: view.zoom,
    colorScheme: view.colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(4000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const inWindow = view.width === undefined ? "" : "&window=1";
  await page.goto(`${base}/tests/ui/gallery/${kind}.html?scene=${scene}${inWindow}`);
  await page.locator("main").waitFor();
  for (const step of steps) await step(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: resolve(out, `${name}.${view.suffix}.png`), fullPage: kind === "app" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${wide} px too wide`);
  if (view.zoom === 1) {
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  }
  await context.close();
  return faults;
}

mkdirSync(out, { recursive: true });
const server = await createServer({
  configFile: false,
  root,
  publicDir: resolve(root, "public"),
  cacheDir: "/tmp/sixtyfour-gallery-cache",
  plugins: [preact(), readerPlugin()],
  define: { __BROWSER__: '"chrome"' },
  server: { port: 0, hmr: false },
  logLevel: "error",
});
await server.listen();
const base = `http://localhost:${server.httpServer.address().port}`;
const { scenes } = await server.ssrLoadModule("/tests/ui/gallery/scenes.ts");
const names = [...Object.keys(scenes), ...Object.keys(acts)].filter((name) => name.includes(wanted));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
let failed = 0;
for (const name of names)
  for (const view of views) {
    const faults = await draw(browser, base, name, view).catch((error) => [String(error)]);
    for (const fault of faults) console.log(`${name}.${view.suffix}: ${fault}`);
    failed += faults.length;
  }
await browser.close();
await server.close();
console.log(`${names.length} views, ${names.length * views.length} pictures, ${failed} faults`);
process.exitCode = failed === 0 ? 0 : 1;
