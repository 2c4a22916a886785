/** *Add my WhatsApp key*. The boxes for its digits are in `key-inputs.ts`. */

export const addText = {
  title: "Add my WhatsApp key",
  where: "WhatsApp shows the key once, on your phone, when you turn on encrypted backups:",
  path: "Settings › Chats › Chat backup › End-to-end encrypted backup",
  hint: "Type it, paste it, or drop it here as text. Spaces and dashes do not matter.",
  groups: "Digits in each group",
  whole: "All 64 digits are there.",
  there: "This key is already saved.",
  needed: "Type all 64 digits first.",
  save: "Save key",
  saved: "Key saved and verified.",
  restore: "This key is among your deleted keys. Restore it there.",
};

export function replacesText(name: string): string {
  return `This key replaces “${name}”, which stays as an old key`;
}
