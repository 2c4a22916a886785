import { log } from "../../../platform/log.ts";
import { removeUnfinished } from "../../../platform/unfinished-files.ts";
import { startPage } from "../start-page.tsx";
import { App } from "./app-frame.tsx";

startPage(<App />);
// What tabs that have gone left behind; the background does it at its own start, which may be long ago.
removeUnfinished().catch((reason) => log("unfinished-files-stay", reason));
