/** Draws one scene, named in the query: `gallery.html?scene=popup-list`. */
import { render } from "preact";
import { App } from "../../../src/ui/pages/app/app-frame.tsx";
import { Popup } from "../../../src/ui/pages/popup/popup-frame.tsx";
import { Vault } from "../../../src/ui/pages/vault/vault-frame.tsx";
import { WholePage } from "../../../src/ui/pages/whole-page.tsx";
import { scenes } from "./scenes.ts";

const query = new URLSearchParams(location.search);
const scene = scenes[query.get("scene") ?? ""];
if (!scene) throw new Error("no such scene");
const inWindow = query.has("window");
const kind = scene.kind ?? (inWindow ? "window" : "popup");
document.documentElement.classList.toggle("in-window", kind !== "popup");

const api = scene.api();
location.hash = scene.hash?.(api) ?? "";

const pages = { popup: () => <Popup kind={kind} />, app: () => <App />, vault: () => <Vault /> };
render(<WholePage api={api}>{pages[scene.page]()}</WholePage>, document.body);
