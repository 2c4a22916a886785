/** What the built manifest says of this extension. */
import { native as browser } from "./native.ts";

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
