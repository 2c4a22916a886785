import { render } from "preact";
import { createBackgroundApi } from "../background-api.ts";
import { Live, type PageProps } from "../live.tsx";
import { Popup } from "./popup.tsx";

const inWindow = new URLSearchParams(location.search).has("window");
document.documentElement.classList.toggle("in-window", inWindow);

function Page(props: PageProps) {
  return <Popup {...props} inWindow={inWindow} />;
}

render(<Live api={createBackgroundApi()} page={Page} />, document.body);
