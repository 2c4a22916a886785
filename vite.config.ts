import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import webExtension from "vite-plugin-web-extension";
import { readerPlugin } from "./scripts/build-reader.mjs";
import { createStrictLogger } from "./scripts/strict-logger.mjs";

const here = import.meta.dirname;
// Through the environment: the extension plugin runs inner builds that read this file again.
const browser = process.env["TARGET"] === "firefox" ? "firefox" : "chrome";

/** A development server needs what a product page must never have: a network and styles set by script. */
function relaxForDevelopment(policy: string): string {
  return policy
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline' http://localhost:*")
    .replace("font-src 'self'", "font-src 'self' http://localhost:*")
    .replace("connect-src https:", "connect-src https: ws://localhost:*");
}

export default defineConfig(({ command }) => ({
  ...(command === "build" && { customLogger: createStrictLogger() }),
  root: resolve(here, "src"),
  publicDir: resolve(here, "public"),
  define: { __BROWSER__: JSON.stringify(browser) },
  server: { port: 5173, strictPort: true },
  build: {
    outDir: resolve(here, "dist", browser),
    emptyOutDir: true,
    // scripts/build.mjs moves them out of the package.
    sourcemap: "hidden",
    // The page policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    target: browser === "chrome" ? "chrome140" : "firefox142",
    // The polyfill would name a network in every page.
    modulePreload: { polyfill: false },
  },
  plugins: [
    preact(),
    readerPlugin(),
    webExtension({
      manifest: resolve(here, "manifest.json"),
      browser,
      additionalInputs: [
        "ui/pages/vault/vault.html",
        "content/looking.ts",
        "content/other-page.ts",
        ...(browser === "chrome" ? ["offscreen/offscreen.html"] : []),
      ],
      // It would fetch a schema from the network at each build; `web-ext lint` does this job offline.
      skipManifestValidation: true,
      disableAutoLaunch: true,
      printSummary: false,
      // Otherwise the inner builds print their own lists.
      htmlViteConfig: { logLevel: "warn" },
      scriptViteConfig: { logLevel: "warn" },
      transformManifest(manifest) {
        if (command === "serve") {
          const policy = manifest.content_security_policy as { extension_pages: string };
          policy.extension_pages = relaxForDevelopment(policy.extension_pages);
        }
        return manifest;
      },
    }),
  ],
}));
