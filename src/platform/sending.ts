/**
 * The user's consent to what the vault's page sends.
 *
 * In Firefox the browser itself keeps it: the manifest names `authenticationInfo` as optional data, which is
 * asked for in a dialog of the browser's and can be withdrawn in about:addons. Source: extensionworkshop.com,
 * "Firefox built-in consent for data collection and transmission". Chromium has no such thing: there the
 * press in our page is the consent.
 */
import type { Permissions } from "webextension-polyfill";
import { browser } from "./browser.ts";

const SENT: Permissions.Permissions = { data_collection: ["authenticationInfo"] };

/** Whether anything may be sent now. */
export async function maySend(): Promise<boolean> {
  return __BROWSER__ === "chrome" || browser.permissions.contains(SENT);
}

/** Asks for the consent; only within a user's act. */
export async function askToSend(): Promise<boolean> {
  return __BROWSER__ === "chrome" || browser.permissions.request(SENT);
}

/** Calls back when a permission was given or withdrawn, perhaps this one; returns the way to stop. */
export function onSendingChange(listener: () => void): () => void {
  if (__BROWSER__ === "chrome") return () => undefined;
  const { onAdded, onRemoved } = browser.permissions;
  const heard = () => listener();
  onAdded.addListener(heard);
  onRemoved.addListener(heard);
  return () => {
    onAdded.removeListener(heard);
    onRemoved.removeListener(heard);
  };
}
