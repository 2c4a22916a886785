/** Reminders and check-ups, in the section *Safe places* and above the list of keys. */
import type { Reminder } from "../../../core/keyring/place-reminders.ts";
import { dateText } from "./format.ts";
import { placeName } from "./places.ts";

export const reminderPress = {
  verify: "Verify again",
  later: "Remind me in two weeks",
  look: "Open safe places",
};

export const reminderText = {
  title: "Reminders",
  noExport: "No Sixtyfour file holds all your keys yet. Export one: it restores everything.",
  oldExport: "Your Sixtyfour file is older than your newest key. Export it again.",
  postponed: "Sixtyfour will remind you in two weeks.",
};

export function checkUpText(name: string, { place, verifiedAtMs }: Reminder): string {
  return `Check-up: is “${name}” still in this place: ${placeName(place)}? You last verified it on ${dateText(verifiedAtMs)}. Read the key back once more.`;
}

/** The list of keys has no room for more. */
export function shortCheckUpText(name: string): string {
  return `Check-up: verify a place of “${name}” again. The last time was six months ago.`;
}
