/**
 * The same words in six layouts, for restore forms and for all others alike: a layout gives none of them
 * away.
 */
import type { Wording } from "./wordings.ts";

const quoted = (text: string) => `"${text.replaceAll('"', "&quot;")}"`;

const boxes = (label: string) =>
  Array.from({ length: 16 }, (_, i) => `<input maxlength=4 aria-label=${quoted(`${label} ${i + 1}`)}>`).join(
    "",
  );

export const LAYOUTS: Record<string, (wording: Wording) => string> = {
  "dialog, one field": ([title, text, label]) =>
    `<div role=dialog><h1>${title}</h1><p>${text}</p><label>${label} <input maxlength=64></label></div>`,
  "dialog, 16 boxes": ([title, text, label]) =>
    `<div role=dialog aria-label=${quoted(title)}><h2>${title}</h2><p>${text}</p><div>${boxes(label)}</div></div>`,
  "dialog beside a chat": ([title, text, label]) =>
    `<main><h1>Anna</h1><div contenteditable=true role=textbox></div></main>
    <div role=dialog aria-labelledby=title><h2 id=title>${title}</h2><p>${text}</p>
    <label for=field>${label}</label><input id=field spellcheck=false></div>`,
  "form, 16 boxes": ([title, text, label]) =>
    `<form><h1>${title}</h1><p>${text}</p><div>${boxes(label)}</div></form>`,
  "form, area": ([title, text, label]) =>
    `<form><h1>${title}</h1><p>${text}</p><textarea maxlength=79 placeholder=${quoted(label)}></textarea></form>`,
  "page, one field": ([title, text, label]) =>
    `<header><h2>WhatsApp</h2></header><section><h2>${title}</h2><div><p>${text}</p></div>
    <div><input autocomplete=off pattern="[0-9a-fA-F]{64}" aria-label=${quoted(label)}></div></section>`,
};
