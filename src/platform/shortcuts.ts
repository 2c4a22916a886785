/** The extension's shortcuts as they are now: users and browsers change them. */
import { browser } from "./browser.ts";

/** As the browser writes them; empty when there is none. */
export type Shortcuts = { open: string; fill: string };

export async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const of = (name: string): string => commands.find((command) => command.name === name)?.shortcut ?? "";
  return { open: of("_execute_action"), fill: of("fill") };
}
