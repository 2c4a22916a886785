/** For a `vite` typed by hand, which looks for this file: Chromium's. `scripts/build.mjs` needs it not. */
import { defineConfig } from "vite";
import { extensionConfig } from "./scripts/extension-config.mjs";

export default defineConfig(({ command }) => extensionConfig({ browser: "chrome", command }));
