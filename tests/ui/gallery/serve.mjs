/** The pages of the gallery, built as for development: the language can be chosen. */
import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { build, preview } from "vite";
import { readerPlugin } from "../../../scripts/build-reader.mjs";
import { sqlitePlugin } from "../../../scripts/build-sqlite.mjs";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Answers with the server, to be closed, and the address that the gallery's pages stand at. */
export async function serveGallery() {
  /** @type {import("vite").InlineConfig} */
  const config = {
    configFile: false,
    root: ROOT,
    publicDir: resolve(ROOT, "public"),
    build: {
      outDir: resolve(ROOT, "dist/test-gallery"),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: ["popup", "app", "vault"].map((page) => resolve(import.meta.dirname, `${page}.html`)),
      },
    },
    preview: { port: 0 },
    plugins: [preact(), readerPlugin()],
    define: { __BROWSER__: '"chrome"', "import.meta.env.DEV": "true" },
    worker: { format: "es", plugins: () => [sqlitePlugin()] },
    logLevel: "error",
  };
  await build(config);
  const server = await preview(config);
  return { server, base: `${server.resolvedUrls?.local[0]}tests/ui/gallery` };
}
