/** What the background has said of itself, for every part of a page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Settings } from "../core/keyring/settings.ts";
import type { EntrySummary, KeyringState } from "../protocol/page.ts";

/** `entries` is empty unless the keyring is unlocked. */
export type PageState = { keyring: KeyringState; entries: EntrySummary[] };

const StateContext = createContext<PageState | null>(null);

export const PageStateProvider = StateContext.Provider;

export function usePageState(): PageState {
  const state = useContext(StateContext);
  if (state === null) throw new Error("no page above");
  return state;
}

export function useEntries(): EntrySummary[] {
  return usePageState().entries;
}

/** For what is drawn only while the keyring is unlocked. */
export function useSettings(): Settings {
  const { settings } = usePageState().keyring;
  if (settings === null) throw new Error("not unlocked");
  return settings;
}
