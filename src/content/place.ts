/** Where a key may be filled at all. The background checks the sender's origin again. */
import { RESTORE_ORIGIN } from "../protocol/content.ts";

/** The exact scheme, host and port; `about:blank` and sandboxed documents have the origin "null". */
function hasRestoreOrigin(): boolean {
  return location.origin === RESTORE_ORIGIN;
}

/** A frame can be laid under something else by the page around it, so no frame is ever filled. */
function isTopFrame(): boolean {
  return window === window.top;
}

export function isRestorePage(): boolean {
  return hasRestoreOrigin() && isTopFrame();
}

/** A page that the browser renders ahead of a click has not been seen by anyone. */
export function isPrerendered(): boolean {
  return "prerendering" in document && document.prerendering === true;
}
