/** Where a key may be filled at all. The background checks the sender's origin, or the tab's, again. */
import { isSiteOrigin } from "../../core/sites.ts";

/** A frame can be laid under something else by the page around it, so no frame is ever filled. */
function isTopFrame(): boolean {
  return window === window.top;
}

/** A page that the browser renders ahead of a click has not been seen by anyone. */
export function isPrerendered(): boolean {
  return "prerendering" in document && document.prerendering === true;
}

/** The exact scheme, host and port; `about:blank` and sandboxed documents have the origin "null". */
export function isRestorePage(): boolean {
  return isSiteOrigin(location.origin) && isTopFrame();
}

/** A page whose host the user types: what goes to it must not be read on the way. */
export function isOtherPage(): boolean {
  const { origin, protocol, hostname } = location;
  const isSafe = protocol === "https:" || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return isSafe && origin !== "null" && !isSiteOrigin(origin) && isTopFrame();
}
