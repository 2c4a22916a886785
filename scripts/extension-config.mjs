// The one configuration of the extension: for both browsers, as it is shipped and for tests, to build and to
// develop. `vite.config.ts` gives it to a `vite` typed by hand.
import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import webExtension from "vite-plugin-web-extension";
import { readerPlugin } from "./build-reader.mjs";
import { sqlitePlugin } from "./build-sqlite.mjs";
import { exchangeDerivation } from "./exchange-derivation.mjs";
import { messagesPlugin, writeMessages } from "./locale-messages.mjs";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";
import { createStrictLogger } from "./strict-logger.mjs";

/**
 * A development server needs what a product page must never have: a network and styles set by script.
 *
 * @param {string} policy
 */
function relaxForDevelopment(policy) {
  return policy
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline' http://localhost:*")
    .replace("font-src 'self'", "font-src 'self' http://localhost:*")
    .replace("connect-src https:", "connect-src https: ws://localhost:*");
}

/**
 * What the whole and each of its parts is built by.
 *
 * @param {Browser} browser
 * @param {boolean} isForTests
 * @param {"build" | "serve"} command
 * @returns {import("vite").UserConfig}
 */
function sharedConfig(browser, isForTests, command) {
  return {
    // A package has one form, whatever the caller's environment says.
    ...(command === "build" && { mode: "production" }),
    root: resolve(ROOT, "src"),
    publicDir: resolve(ROOT, "public"),
    define: { __BROWSER__: JSON.stringify(browser) },
    build: {
      outDir: resolve(ROOT, "dist", isForTests ? `test-${browser}` : browser),
      emptyOutDir: true,
      // scripts/build.mjs moves them out of the package.
      sourcemap: "hidden",
      // The page policy allows no data: fonts or scripts.
      assetsInlineLimit: 0,
      target: browser === "chrome" ? "chrome140" : "firefox142",
      // The polyfill would name a network in every page.
      modulePreload: { polyfill: false },
    },
    // Only a worker has SQLite.
    worker: { plugins: () => [sqlitePlugin()] },
    plugins: [preact(), readerPlugin(), ...(isForTests ? [exchangeDerivation()] : [])],
  };
}

/**
 * The manifest names the sites nowhere itself: our script runs in their pages, and may be told to.
 *
 * @param {{ host_permissions?: string[], content_scripts?: { matches: string[] }[] }} manifest - is changed.
 * @param {string[]} patterns
 */
export function addSites(manifest, patterns) {
  manifest.host_permissions = patterns;
  for (const script of manifest.content_scripts ?? []) script.matches = patterns;
}

/** @typedef {"chrome" | "firefox"} Browser */

/**
 * @param {object} wanted
 * @param {Browser} wanted.browser
 * @param {boolean} [wanted.isForTests] - with a cheap key derivation; never shipped.
 * @param {"build" | "serve"} [wanted.command]
 * @returns {import("vite").UserConfig}
 */
export function extensionConfig({ browser, isForTests = false, command = "build" }) {
  if (command === "build") process.env.NODE_ENV = "production";
  const shared = sharedConfig(browser, isForTests, command);
  const strict = { customLogger: createStrictLogger() };
  /**
   * The extension plugin builds each script apart, and all pages. Told so, it looks for no file.
   *
   * @returns {import("vite").InlineConfig}
   */
  const part = () => ({
    ...sharedConfig(browser, isForTests, command),
    ...strict,
    configFile: false,
    // Otherwise the inner builds print their own lists.
    logLevel: "warn",
  });
  return {
    ...shared,
    ...(command === "build" && strict),
    server: { port: 5173, strictPort: true },
    plugins: [
      ...(shared.plugins ?? []),
      messagesPlugin(),
      webExtension({
        manifest: resolve(ROOT, "manifest.json"),
        browser,
        additionalInputs: [
          "ui/pages/vault/vault.html",
          "ui/first-theme.ts",
          "content/looking.ts",
          "content/other-page.ts",
          ...(browser === "chrome" ? ["offscreen/offscreen.html"] : []),
        ],
        // It would fetch a schema from the network at each build; `web-ext lint` does this job offline.
        skipManifestValidation: true,
        disableAutoLaunch: true,
        printSummary: false,
        htmlViteConfig: part(),
        scriptViteConfig: part(),
        // Called by a development server alone, which emits no files.
        onBundleReady: () => writeMessages(resolve(ROOT, "dist", browser)),
        async transformManifest(manifest) {
          const { sitePatterns } = await importTypeScript(resolve(ROOT, "src/core/sites.ts"));
          addSites(manifest, sitePatterns());
          if (command === "serve") {
            const policy = /** @type {{ extension_pages: string }} */ (manifest.content_security_policy);
            policy.extension_pages = relaxForDevelopment(policy.extension_pages);
          }
          return manifest;
        },
      }),
    ],
  };
}
