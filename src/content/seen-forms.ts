/**
 * Forms for the 64 digits that somebody has seen on WhatsApp Web, by their heading as it stands there, a line each.
 *
 * None yet: in 2026 the site asks for a PIN or a code of 40 characters (docs/fill.md). A form that is written down here
 * is known, whatever the language; every sign against it, and every gate, counts all the same.
 */
export const SEEN_HEADINGS: readonly string[] = [];
