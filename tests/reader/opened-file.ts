/** What both browsers are shown: a Sixtyfour file on disk, and a server that must hear nothing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILT_READER } from "../../scripts/build-reader.mjs";
import { formatBackupKey, keyIdOf } from "../../src/core/key/backup-key.ts";
import { keyRows } from "../../src/core/key/key-rows.ts";
import { rowCheck } from "../../src/core/key/row-check.ts";
import { deriveKey } from "../../src/core/sealed/derive-key.ts";
import { writeKeyringExport } from "../../src/core/sealed/keyring-export.ts";
import { exportFileName } from "../../src/core/sealed/keyring-file.ts";
import { entryName } from "../../src/ui/text/en/shared-words.ts";
import { HEX, keyringOf, NOW_MS, OTHER_HEX } from "../support/keyrings.ts";

export const READER_URL = pathToFileURL(BUILT_READER).href;
export const PASSPHRASE = "plain wide river störe";
const KEYRING = keyringOf([
  { hex: OTHER_HEX, id: "a".repeat(32), supersededBy: "b".repeat(32), createdAtMs: 1 },
  {
    hex: HEX,
    id: "b".repeat(32),
    label: '<img src="x"> Pixel 8',
    phoneEnding: "34",
    note: "in the drawer",
    places: [{ place: "bitwarden", verifiedAtMs: NOW_MS, goneAtMs: null }],
  },
  { hex: "1".repeat(64), label: "gone", deletedAtMs: NOW_MS },
]);

/** What each key must be shown as, in order: current, replaced, deleted. */
export const SHOWN = [1, 0, 2].map((i) => {
  const entry = KEYRING.entries[i];
  if (!entry) throw new RangeError("no such entry");
  const rows = keyRows(formatBackupKey(entry.key)).map((groups, row) => {
    return ["ABCD".charAt(row), ...groups, rowCheck(row, groups.join(""))];
  });
  const print = keyIdOf(entry.key);
  return { name: entryName({ label: entry.label, keyId: print }), rows, keyId: print };
});

/** In the page: the same as {@link SHOWN}, off the elements. */
export const READ_SHOWN = `[...document.querySelectorAll("article")].map((article) => ({
  name: article.querySelector("h2").textContent,
  rows: [...article.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
  keyId: article.querySelector("dd").textContent,
}))`;

export async function writeFiles() {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-reader-"));
  const written = await writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, PASSPHRASE, deriveKey);
  if (!written.ok) throw new Error(written.error.code);
  const put = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return {
    whole: put(exportFileName(NOW_MS), written.value),
    cut: put("cut.sixtyfour", written.value.subarray(0, -1)),
    other: put("other.txt", "hello"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Counts who comes. */
export async function startListening() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end("ok");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, heard, stop };
}

/**
 * In the page: every way to a network that a script of its own would have. Answers with what a `fetch` came
 * to.
 */
export const tryNetwork = (url: string): string => `(async () => {
  const element = (tag, attributes) => document.head.append(Object.assign(document.createElement(tag), attributes));
  element("img", { src: "${url}/img" });
  element("script", { src: "${url}/script" });
  element("link", { rel: "stylesheet", href: "${url}/style" });
  element("iframe", { src: "${url}/frame" });
  try { navigator.sendBeacon("${url}/beacon", "x"); } catch {}
  try { new WebSocket("${url.replace("http", "ws")}/socket"); } catch {}
  try { new Worker("${url}/worker"); } catch {}
  const form = Object.assign(document.createElement("form"), { action: "${url}/form", method: "post" });
  document.body.append(form);
  try { form.submit(); } catch {}
  return fetch("${url}/fetch").then(() => "answered", () => "refused");
})()`;
