import { stepOfOpener } from "../../../platform/tabs.ts";
import { startPage } from "../start-page.tsx";
import { Popup, type PopupKind } from "./popup-frame.tsx";

const asked = new URLSearchParams(location.search);
const kind: PopupKind = asked.has("passkey") ? "passkey" : asked.has("window") ? "window" : "popup";
document.documentElement.classList.toggle("in-window", kind !== "popup");

startPage(<Popup kind={kind} backTo={stepOfOpener()} />);
