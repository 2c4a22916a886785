/** How a story names what it means on a page, the way a user would: by role and name, by label, by text. */

/** Narrows the matches: below another target, by a text that they hold, by number (-1: the last). */
type Where = { within?: Target; holding?: string | RegExp; nth?: number };

/**
 * A CSS selector · a role with its exact accessible name (hidden elements have none) · the exact text of a
 * field's label · a text that an element holds and no child of it alone.
 */
export type Target =
  | string
  | (({ css: string } | Role | { label: string } | { text: string | RegExp }) & Where);
type Role = { role: AriaRole; name?: string };

/** Those that the product's pages have; more may join. */
type AriaRole =
  | "alert"
  | "article"
  | "button"
  | "cell"
  | "checkbox"
  | "columnheader"
  | "combobox"
  | "dialog"
  | "group"
  | "heading"
  | "image"
  | "link"
  | "list"
  | "listitem"
  | "navigation"
  | "radio"
  | "region"
  | "row"
  | "spinbutton"
  | "status"
  | "table"
  | "textbox";

export const button = (name: string, where: Where = {}): Target => ({ role: "button", name, ...where });
export const link = (name: string, where: Where = {}): Target => ({ role: "link", name, ...where });
export const field = (label: string, where: Where = {}): Target => ({ label, ...where });
export const text = (value: string | RegExp, where: Where = {}): Target => ({ text: value, ...where });

/** Strings are looked for as they stand, as parts. */
export function patternOf(wanted: string | RegExp): RegExp {
  return typeof wanted === "string" ? new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")) : wanted;
}

export function describeTarget(target: Target): string {
  return typeof target === "string"
    ? target
    : JSON.stringify(target, (_, it) => (it instanceof RegExp ? String(it) : it));
}
