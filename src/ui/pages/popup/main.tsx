import { render } from "preact";
import { createBackgroundApi } from "../../background-api.ts";
import { watchFaults } from "../../features/help/faults.ts";
import { Live, type PageProps } from "../../live.tsx";
import { Boundary } from "../boundary.tsx";
import { Popup } from "./popup-frame.tsx";

const inWindow = new URLSearchParams(location.search).has("window");
document.documentElement.classList.toggle("in-window", inWindow);

function Page(props: PageProps) {
  return <Popup {...props} inWindow={inWindow} />;
}

const api = createBackgroundApi();
watchFaults(api);
render(
  <Boundary api={api}>
    <Live api={api} page={Page} />
  </Boundary>,
  document.body,
);
