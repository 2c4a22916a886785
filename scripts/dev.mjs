// A development server for our pages with Preact's hot replacement: load dist/<browser> unpacked.
// `node scripts/dev.mjs firefox` for Firefox. Background and content scripts are rebuilt on change.
import { setUp } from "./setup.mjs";

await setUp({ browsers: false });
const browser = process.argv[2] === "firefox" ? "firefox" : "chrome";
const { createServer } = await import("vite");
const { extensionConfig } = await import("./extension-config.mjs");
const server = await createServer({ ...extensionConfig({ browser, command: "serve" }), configFile: false });
await server.listen();
server.printUrls();
console.log(`Load dist/${browser} as an unpacked extension.`);
