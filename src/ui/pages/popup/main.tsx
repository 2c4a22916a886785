import { render } from "preact";
import { createBackgroundApi } from "../../background-api.ts";
import { watchFaults } from "../../features/help/faults.ts";
import { Live } from "../../live.tsx";
import { Boundary } from "../boundary.tsx";
import { Popup } from "./popup-frame.tsx";

const inWindow = new URLSearchParams(location.search).has("window");
document.documentElement.classList.toggle("in-window", inWindow);

const api = createBackgroundApi();
watchFaults(api);
render(
  <Boundary api={api}>
    <Live api={api}>
      <Popup inWindow={inWindow} />
    </Live>
  </Boundary>,
  document.body,
);
