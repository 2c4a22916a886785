/** What the user is reminded of, in the tab and in the popup. */
import type { Reminder } from "../../../core/keyring/place-reminders.ts";
import { dateText } from "./format.ts";
import { placeName } from "./places.ts";

export const reminderPress = {
  verify: "Prove it again",
  later: "Ask again in two weeks",
  look: "Look at the copies",
};

export const reminderText = {
  title: "Reminders",
  noExport: "No exported keyring holds all your keys yet: one file from which everything comes back.",
  oldExport: "The exported keyring is older than your newest key. Write it again.",
  postponed: "It will be asked again in two weeks.",
};

export function checkUpText(name: string, { place, verifiedAtMs }: Reminder): string {
  return `Is “${name}” still in this place: ${placeName(place)}? It was last proven on ${dateText(verifiedAtMs)}. Copies get lost unseen: read it back once more.`;
}

/** The popup has no room for more. */
export function shortCheckUpText(name: string): string {
  return `Half a year has passed: prove a copy of “${name}” again.`;
}
