/** What the page of the key vault says about the state of a vault entry. */

import { MOST_ATTEMPTS } from "../../../protocol/vault/wire.ts";
import { countText, dateText } from "./format.ts";
import { vaultWords, waitText } from "./vault.ts";

export function triesLeftText(status: { attemptsLeft: number; retryAfterSeconds: number }): string {
  const attempts = countText(status.attemptsLeft, "attempt", "attempts");
  return status.retryAfterSeconds > 0
    ? `${attempts} left of ${MOST_ATTEMPTS}, the next in ${waitText(status.retryAfterSeconds)}`
    : `${attempts} left of ${MOST_ATTEMPTS}`;
}

export const statusWords = {
  tries: "Attempts",
  verified: "Last verified",
  never: "Not yet",
  devices: vaultWords.devices,
  notChecked: "Not checked yet",
  failedSince: "Failed since the last success",
  failedEver: "Failed in total",
  stored: "Stored",
};

/** What follows the start of a device's key. `lastSeenAtMs`: when the vault last heard of it. */
export function deviceText(isOwn: boolean, { addedAtMs, lastSeenAtMs }: DeviceTimes): string {
  const times = `added on ${dateText(addedAtMs)}, last seen on ${dateText(lastSeenAtMs)}`;
  return isOwn ? `(this browser), ${times}` : times;
}

type DeviceTimes = { addedAtMs: number; lastSeenAtMs: number };

/** @param device - the start of its key. */
export const revokeName = (device: string): string => `Revoke ${device}`;
