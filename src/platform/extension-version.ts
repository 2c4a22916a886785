/** What the built manifest says of this extension. */
import { browser } from "./browser.ts";

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
