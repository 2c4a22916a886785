/**
 * Attributes that keep the browser's hands off a secret. Set as attributes, not as properties: some of the
 * properties of these names are booleans, for which the text "off" means on.
 */
const TYPED: Record<string, string> = {
  autocomplete: "off",
  spellcheck: "false",
  autocorrect: "off",
  autocapitalize: "off",
  writingsuggestions: "false",
};

const KEY_REGION: Record<string, string> = { dir: "ltr", translate: "no", spellcheck: "false" };

function setAll(element: Element | null, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
}

/** For every box that takes text: no session restore, no spell-check service, no suggestions. */
export function markTyped(element: Element | null): void {
  setAll(element, TYPED);
}

export function markKeyRegion(element: Element | null): void {
  setAll(element, KEY_REGION);
}
