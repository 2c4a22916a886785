import { LANGUAGES } from "../languages.js";

/** What a page says: the words of its language, or another English wording of the same form. */
export const WORDINGS = [
  (lang) => LANGUAGES[lang],
  // Never says "backup".
  () => ({
    title: "Recover your conversations",
    text: "Your messages and media are locked with a 64-digit key. Type it here to read them on this computer.",
    label: "Your 64-digit key",
    button: "Recover",
  }),
  // A short label; the length stands in the sentence above it.
  () => ({
    title: "Encrypted backup",
    text: "Your last backup was made on 12 May. It opens only with the 64 digits you were given when you set it up.",
    label: "Encryption key",
    button: "Next",
  }),
];
