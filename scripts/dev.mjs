// A development server for our pages with Preact's hot replacement: load dist/<browser> unpacked.
// `node scripts/dev.mjs firefox` for Firefox. Background and content scripts are rebuilt on change.
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { setUp } from "./setup.mjs";

await setUp({ browsers: false });
process.chdir(ROOT);
process.env.TARGET = process.argv[2] === "firefox" ? "firefox" : "chrome";
const { createServer } = await import("vite");
const server = await createServer({ configFile: resolve(ROOT, "vite.config.ts") });
await server.listen();
server.printUrls();
console.log(`Load dist/${process.env.TARGET} as an unpacked extension.`);
