/** Saving the encrypted keys to a file as they are stored, with what was set aside. */
import { isOne, numberText } from "./format.ts";

export const encryptedKeysText = {
  title: "Your encrypted keys",
  hint: "This file holds your keys as they are stored: encrypted. It opens in another Sixtyfour with your current passphrase. The file is only as safe as that passphrase.",
  saved: "Your encrypted keys were sent to the browser's downloads.",
  nothing: "There was no data to save.",
  asideHint:
    "Keys that you set aside, and stored versions that did not open, stay in this browser unchanged. Each is saved to its own file. Changing the passphrase removes older versions of these keys.",
  nothingAside: "Nothing was set aside, so nothing was saved.",
};

export const encryptedKeysPress = {
  save: "Save your encrypted keys",
  saveBytes: "Save the encrypted data",
  saveEverything: "Save all stored data",
  saveAside: "Save data set aside",
};

export function filesSavedText(count: number): string {
  return isOne(count)
    ? "One file was sent to the browser's downloads."
    : `${numberText(count)} files were sent to the browser's downloads. The browser may first ask you to allow several files.`;
}
