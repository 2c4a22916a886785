import { render } from "preact";
import { createBackgroundApi } from "../background-api.ts";
import { Live } from "../live.tsx";
import { App } from "./app.tsx";

render(<Live api={createBackgroundApi()} page={App} />, document.body);
