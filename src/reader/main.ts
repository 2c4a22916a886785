/**
 * The reader: one HTML file that opens a Sixtyfour file without the extension and without a network.
 *
 * `scripts/build-reader.mjs` puts this, the style and the page into `dist/reader/sixtyfour-reader.html`. The
 * keys stay on the page until *Close* is pressed or the tab is closed. Nothing is stored.
 */
import "./older-browsers.ts";
import { dayOf } from "../copies/export-entry.ts";
import type { DatedKeyring } from "../core/keyring/merge-keyrings.ts";
import { type Entry, orderForFill } from "../core/keyring/opened-keyring.ts";
import { MOST_EXPORT_BYTES } from "../core/keyring/storage-budget.ts";
import { deriveKey } from "../core/sealed/derive-key.ts";
import { readKeyringExport } from "../core/sealed/keyring-export.ts";
import { openErrorText, openedKeysText, readerText } from "../ui/text/en/reader.ts";
import { make, showEntry } from "./show-entry.ts";

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`no ${id} in reader.html`);
  return element;
}

const form = byId("open", HTMLFormElement);
const fileBox = byId("file", HTMLInputElement);
const filePasswordBox = byId("file-password", HTMLInputElement);
const showBox = byId("show", HTMLInputElement);
const submit = byId("submit", HTMLButtonElement);
const sayLine = byId("say", HTMLParagraphElement);
const keys = byId("keys", HTMLElement);

const say = (sentence: string) => {
  sayLine.textContent = sentence;
};

/** `navigator.clipboard` needs a secure page. `execCommand` is for browsers that count no file as one. */
async function copy(hex: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(hex);
    say(readerText.copied);
  } catch {
    const box = make("textarea", hex);
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    say(isCopied ? readerText.copied : readerText.notCopied);
  }
}

/** Current keys first, then old keys, then deleted ones. */
function inOrder({ keyring }: DatedKeyring): Entry[] {
  return [...orderForFill(keyring), ...keyring.entries.filter((e) => e.deletedAtMs !== null)];
}

function show(opened: DatedKeyring): void {
  const close = make("button", readerText.close);
  close.type = "button";
  close.addEventListener("click", () => location.reload());
  const articles = inOrder(opened).map((entry) => showEntry(entry, (hex) => void copy(hex)));
  keys.replaceChildren(close, ...articles);
  keys.hidden = false;
  form.hidden = true;
  form.reset();
  say(openedKeysText(articles.length, dayOf(opened.atMs)));
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

async function openFile(file: File): Promise<void> {
  if (file.size > MOST_EXPORT_BYTES) return say(openErrorText["not-a-keyring-file"]);
  const bytes = await bytesOf(file);
  if (!bytes) return say(readerText.unreadable);
  say(readerText.opening);
  const opened = await readKeyringExport(bytes, filePasswordBox.value, deriveKey);
  if (opened.ok) show(opened.value);
  else say(openErrorText[opened.error.code]);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const file = fileBox.files?.[0];
  if (!file) return;
  submit.disabled = true;
  try {
    await openFile(file);
  } catch {
    // WebAssembly throws if the system has no memory left.
    say(readerText.notOpened);
  } finally {
    submit.disabled = false;
  }
});

showBox.addEventListener("change", () => {
  filePasswordBox.type = showBox.checked ? "text" : "password";
});
