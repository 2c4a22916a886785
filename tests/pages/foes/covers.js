/** What lies over a page, in the styles of every layer that lets clicks through. */
import { make } from "../plain-form.js";

export const style = (element, styles) => Object.assign(element.style, styles);

export function put(styles, parent = document.body) {
  const element = parent.appendChild(make("div"));
  style(element, { pointerEvents: "none", ...styles });
  return element;
}

export const WHOLE = { position: "fixed", inset: "0" };
export const SHEET = { ...WHOLE, background: "Canvas" };

export function rule(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

export const above = ({ outer }, zIndex, position = "relative") => style(outer, { position, zIndex });

export function showVeil(styles) {
  const layer = put({ ...SHEET, border: "0", width: "100%", height: "100%", ...styles });
  layer.popover = "manual";
  layer.showPopover();
  return layer;
}

const NAMESPACE = "http://www.w3.org/2000/svg";
export const drawn = (name, attributes, ...children) => {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
export const idle = (id, parent) => {
  const element = put({}, parent);
  element.id = id;
  return element;
};
export const CLEAR = "pointer-events: none; background: Canvas";
export const SPECK = { position: "fixed", right: "0", bottom: "0", zIndex: "9" };
