/** What is said about passkeys: in *Settings*, while unlocking, and after a new keyring key. */
import { dateText, isolated, paragraph } from "./format.ts";

export const passkeyText = {
  title: "Passkeys",
  hint: "A passkey unlocks Sixtyfour with your fingerprint, face, PIN or security key. Your passphrase still does too.",
  notHere:
    "Firefox ties passkeys to a website, and no website may ask for yours, so Sixtyfour offers none here.",
  name: "Name of passkey",
  asksEach: "Each change asks every passkey here once. One that does not answer is removed.",
  add: "Add a passkey",
  remove: "Remove",
  unlock: "Unlock with passkey",
  asking: "Waiting for your passkey …",
  checking: "Checking your passphrase …",
  askingEach: "Waiting for each of your passkeys …",
  storing: "Saving …",
  added: "Passkey added.",
  removed: "Passkey removed.",
  unnamed: "Passkey",
  windowDone: "Sixtyfour is unlocked. You can close this window.",
};

/** As its owner has named it. */
export const passkeyName = (name: string): string => (name === "" ? passkeyText.unnamed : isolated(name));

/** Names a button for those who do not see what it stands beside. */
export const removePasskeyName = (name: string): string => `Remove passkey ${name}`;

export const passkeySince = (atMs: number): string => `added on ${dateText(atMs)}`;

const listed = (names: readonly string[]): string => names.map(passkeyName).join(", ");

/** @param names - of passkeys that gave no answer. */
export function withDropped(done: string, names: readonly string[]): string {
  if (names.length === 0) return done;
  return paragraph(done, `No answer came from: ${listed(names)}. Add it again to unlock with it.`);
}

/** Where the browser has no way to ask them. */
export function withDroppedHere(done: string, names: readonly string[]): string {
  if (names.length === 0) return done;
  return paragraph(
    done,
    `Firefox cannot ask passkeys, so these no longer unlock Sixtyfour: ${listed(names)}.`,
  );
}

/** Why no passkey gave an answer. */
export const passkeyFailed = {
  "not-answered": "No passkey answered. You cancelled, it took too long, or this device has none.",
  "already-there": "This device already has a passkey for Sixtyfour. Nothing was changed.",
  "no-authenticator": "This device or key cannot check who you are. Set up a PIN for it.",
  "no-prf": "This passkey cannot encrypt, so it cannot unlock Sixtyfour. Try another.",
  busy: "Sixtyfour already waits for a passkey. Answer or cancel that first.",
  failed: "The browser could not use a passkey.",
};

/** The same while unlocking, where there is another way. */
export const passkeyUnlockFailed = (code: keyof typeof passkeyFailed): string =>
  paragraph(passkeyFailed[code], "Use your passphrase.");
