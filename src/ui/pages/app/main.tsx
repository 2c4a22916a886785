import { render } from "preact";
import { log } from "../../../platform/log.ts";
import { removeUnfinished } from "../../../platform/unfinished-files.ts";
import { createBackgroundApi } from "../../background-api.ts";
import { watchFaults } from "../../features/help/faults.ts";
import { Live } from "../../live.tsx";
import { Boundary } from "../boundary.tsx";
import { App } from "./app-frame.tsx";

const api = createBackgroundApi();
watchFaults(api);
render(
  <Boundary api={api}>
    <Live api={api}>
      <App />
    </Live>
  </Boundary>,
  document.body,
);
// What tabs that have gone left behind; the background does it at its own start, which may be long ago.
removeUnfinished().catch((reason) => log("unfinished-files-stay", reason));
