/**
 * Forms for the 64 digits that somebody has seen on WhatsApp Web, a line each.
 *
 * None yet: in 2026 the site asks for a PIN or a code of 40 characters (docs/fill.md). A form that is written
 * down here is known, whatever the language; every sign against it, and every gate, counts all the same.
 */
export type SeenForm = {
  /** As it stands there, or a part of it. */
  heading: string;
  /** What a single field is called there, or a part of it; left out where it has no name. */
  field?: string;
};

export const SEEN_FORMS: readonly SeenForm[] = [];
