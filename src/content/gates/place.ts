/** Where a key may be filled at all. The background checks the sender's origin, or the tab's, again. */
import { isSiteOrigin } from "../../core/sites.ts";

/** No frame is ever filled, because the page around it can cover it with something else. */
function isTopFrame(): boolean {
  return window === window.top;
}

/** A page that the browser renders before the user opens it has not been seen by anyone. */
export function isPrerendered(): boolean {
  return "prerendering" in document && document.prerendering === true;
}

/** The exact scheme, host and port; `about:blank` and sandboxed documents have the origin "null". */
export function isRestorePage(): boolean {
  return isSiteOrigin(location.origin) && isTopFrame();
}

/** Can a page whose host the user has typed be filled? Nobody on the network may read what goes to it. */
export function isOtherPage(): boolean {
  const { origin, protocol, hostname } = location;
  const isSafe = protocol === "https:" || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return isSafe && origin !== "null" && !isSiteOrigin(origin) && isTopFrame();
}
