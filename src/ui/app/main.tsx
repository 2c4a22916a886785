import { render } from "preact";
import { removeUnfinished } from "../../platform/unfinished-files.ts";
import { createBackgroundApi } from "../background-api.ts";
import { Live } from "../live.tsx";
import { App } from "./app.tsx";

render(<Live api={createBackgroundApi()} page={App} />, document.body);
// What tabs that have gone left behind; the background does it at its own start, which may be long ago.
void removeUnfinished().catch(() => undefined);
