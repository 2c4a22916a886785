import { startPage } from "../start-page.tsx";
import { Popup } from "./popup-frame.tsx";

const inWindow = new URLSearchParams(location.search).has("window");
document.documentElement.classList.toggle("in-window", inWindow);

startPage(<Popup inWindow={inWindow} />);
