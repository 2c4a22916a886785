/** What people may write about a key. */

export const LONGEST_LABEL = 100;
export const LONGEST_NOTE = 2000;

/** Last digits of a phone number, 0 to 4 of them. */
export function isPhoneEnding(text: string): boolean {
  return /^[0-9]{0,4}$/.test(text);
}
