/**
 * Memory browsers with an empty keyring that is unlocked, for tests whose subject is not its creation.
 *
 * The product creates the first one of a test file. What it has stored is put into each further browser
 * before its worker starts.
 */
import type { BackgroundOptions } from "../../src/background/compose.ts";
import { createMemoryBrowser, type MemoryBrowser } from "./memory-browser.ts";

/** Of every keyring here. */
export const PASSPHRASE = "plain wide river stone";

let created: Promise<MemoryBrowser> | null = null;

async function create(): Promise<MemoryBrowser> {
  const browser = createMemoryBrowser();
  await browser.get("keyring.create", { passphrase: PASSPHRASE });
  return browser;
}

export async function unlockedBrowser(options: Partial<BackgroundOptions> = {}): Promise<MemoryBrowser> {
  created ??= create();
  const { copies, session, alarms, marks } = await created;
  const browser = createMemoryBrowser(options);
  await browser.background().keyring.ready;
  for (const [place, bytes] of Object.entries(copies))
    browser.copies[place as keyof typeof copies] = bytes?.slice() ?? null;
  for (const [key, value] of session) browser.session.set(key, structuredClone(value));
  for (const [name, alarm] of alarms) browser.alarms.set(name, { ...alarm });
  browser.marks.push(...marks);
  await browser.wake();
  if (browser.background().keyring.state().status !== "unlocked") throw new Error("not unlocked");
  return browser;
}
