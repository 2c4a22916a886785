// `_locales/en/messages.json`, made of src/ui/text/en/manifest.ts, where every sentence stands.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";

const MESSAGES = "_locales/en/messages.json";

async function renderMessages() {
  /** @type {{ manifestText: Record<string, string> }} */
  const { manifestText } = await importTypeScript(resolve(ROOT, "src/ui/text/en/manifest.ts"));
  const messages = Object.entries(manifestText).map(([name, message]) => [name, { message }]);
  return `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`;
}

/**
 * Puts them into a package.
 *
 * @returns {import("vite").Plugin}
 */
export function messagesPlugin() {
  return {
    name: "sixtyfour-messages",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: MESSAGES, source: await renderMessages() });
    },
  };
}

/**
 * Writes them beside a manifest that a development server has written.
 *
 * @param {string} folder
 */
export async function writeMessages(folder) {
  const path = resolve(folder, MESSAGES);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await renderMessages());
}
