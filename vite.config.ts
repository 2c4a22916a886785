/** Used only when `vite` is run by hand: it builds for Chromium. `scripts/build.mjs` does not read this file. */
import { defineConfig } from "vite";
import { extensionConfig } from "./scripts/extension-config.mjs";

export default defineConfig(({ command }) => extensionConfig({ browser: "chrome", command }));
