// `node scripts/picture.mjs`: builds, and takes README's picture of the real popup, docs/pictures/popup.png.
import { relative, resolve } from "node:path";
import { buildAll } from "./build.mjs";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";
import { setUp } from "./setup.mjs";

await setUp({ browsers: true });
await buildAll(["chrome"]);
/** @type {{ picture(): Promise<string> }} */
const { picture } = await importTypeScript(resolve(ROOT, "tests/demo/picture.ts"));
console.log(relative(ROOT, await picture()));
process.exit(0);
