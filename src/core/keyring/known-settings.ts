/** Settings that this program writes itself, in bounds of its own: they take their room from no other. */
import { areEarlierStates } from "./earlier-states.ts";
import { arePasskeyNames } from "./passkey-names.ts";
import { SETTINGS } from "./settings.ts";

const isKnown = ([name, value]: [string, unknown]): boolean =>
  Object.hasOwn(SETTINGS, name) || areEarlierStates(name, value) || arePasskeyNames(name, value);

/** All other settings: from a newer program, or with values that this program cannot read. */
export function unknownSettings(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter((setting) => !isKnown(setting)));
}
