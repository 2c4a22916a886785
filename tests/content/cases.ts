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
] as const;

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
