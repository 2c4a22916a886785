// `npm start`: installs what is missing, builds, and runs the main job in a real Chromium.
import { resolve } from "node:path";
import { buildAll } from "./build.mjs";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";
import { setUp } from "./setup.mjs";

await setUp({ browsers: true });
await buildAll(["chrome"]);
const { writePages } = await import("../tests/pages/build.mjs");
await writePages({ libraries: "none" });
/** @type {{ demo(): Promise<boolean> }} */
const { demo } = await importTypeScript(resolve(ROOT, "tests/demo/demo.ts"));
process.exit((await demo()) ? 0 : 1);
