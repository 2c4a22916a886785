/** Shadow trees as an extension may see them, the closed ones too; and how an editor can be given text. */
import { bare } from "./beside-polyfill.ts";

type FirefoxElement = { openOrClosedShadowRoot?: ShadowRoot | null };

/** The getter itself: a form may have a field of that name. */
const openShadow = Object.getOwnPropertyDescriptor(Element.prototype, "shadowRoot")?.get;

export function shadowOf(element: Element): ShadowRoot | null {
  const open = openShadow?.call(element) as ShadowRoot | null;
  if (open) return open;
  if (__BROWSER__ === "firefox") return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
  return element instanceof HTMLElement ? (bare.dom?.openOrClosedShadowRoot(element) ?? null) : null;
}

/** The data of a paste that a script makes arrives empty in Firefox. */
export const canPaste = __BROWSER__ === "chrome";
