/** The cases that are tried in both browsers. Addresses are practice pages of tests/pages. */

export const ORIGIN = "https://web.whatsapp.com";

/** Not a key of anybody: every digit stands out when it lands in the wrong place. */
export const KEY = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";

/** Address, boxes, digits per box, several lines. */
export const FORMS = [
  ["single", 1, 64, false],
  ["textarea", 1, 64, true],
  ["boxes16", 16, 4, false],
  ["boxes16?maxlength=no", 16, 4, false],
  ["boxes64", 64, 1, false],
  ["boxes64?maxlength=no", 64, 1, false],
  ["late", 1, 64, false],
  ["rerender", 16, 4, false],
  ["rerender?boxes=64", 64, 1, false],
  ["rerender?boxes=1", 1, 64, false],
  ["plain", 1, 64, false],
  ["swap?how=manual", 1, 64, false],
  ["hostile", 1, 64, false],
  ["before-input", 1, 64, false],
  ["before-input?puts=no", 1, 64, false],
  ["own-label", 1, 64, false],
  ["own-label?how=late", 1, 64, false],
  ["own-label?how=solid", 1, 64, false],
  ["sideways", 64, 1, false],
  ["sideways?how=smooth", 64, 1, false],
] as const;

/** Which of them `npm test` tries, and what each stands for. */
export const FORM_CAUSES = {
  single: "one field of a component",
  textarea: "several lines",
  boxes16: "boxes of four",
  "boxes64?maxlength=no": "boxes of one that do not say so",
  rerender: "elements that are put up anew with each box",
  plain: "no framework",
  hostile: "prototypes of the page's own",
  "own-label": "a field that is transparent without the focus",
  "own-label?how=solid": "a field that is in sight under its own label",
  sideways: "boxes that are scrolled out of view",
  "before-input": "a page that puts in itself what is typed",
};

/** Ways to hide a form, of the page `hidden`. */
export const UNSEEN = [
  "opacity",
  "opacity-above",
  "clip",
  "offscreen",
  "display",
  "visibility",
  "filter",
  "mask",
  "tiny",
  "speck",
  "rolled",
  "covered",
  "veiled",
  "popover",
  "modal",
  "inert",
  "aria-hidden",
  "readonly",
  "disabled",
];

/** Which of them `npm test` tries, and what each stands for. */
export const UNSEEN_CAUSES = {
  "opacity-above": "a style of what is around it",
  clip: "a shape that cuts it off",
  offscreen: "a place outside the page",
  visibility: "what the browser does not draw",
  tiny: "nothing to see of it",
  covered: "something in front",
  modal: "a dialog in front",
  "aria-hidden": "hidden from readers",
  disabled: "no field to type into",
};

/** Fields that are never offered, of the page `negatives`. */
export const NEGATIVES = [
  "phone-number",
  "phone-text",
  "link-code",
  "password",
  "backup-password",
  "pdf-password",
  "otp",
  "one-time-code",
  "40-characters",
  "api-token",
  "hash",
  "create-key",
  "create-boxes",
  "name-beside-key",
  "name-of-this-key",
  "already-filled",
  "maxlength",
  "address",
  "honeypot",
  "search",
  "app-lock",
  "username-key",
  "checksum",
  "file-hash",
  "private-key",
  "messenger-recovery-key",
  "licence-key",
  "wifi-key",
  "message-about-the-key",
  "field-beside-messages",
  "chat",
];
