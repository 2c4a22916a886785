import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../../protocol/page.ts";
import { Brand } from "../components/brand.tsx";
import { useSay } from "../components/say.tsx";
import { useLatest } from "../components/use-latest.ts";
import type { PageProps } from "../live.tsx";
import { lockedText, tabWords } from "../text/app.ts";
import { press, words } from "../text.ts";
import { type Draft, EMPTY_DRAFT } from "./add-key.tsx";
import { FirstRun } from "./first-run.tsx";
import { KeysView } from "./keys-view.tsx";
import { Damaged, Locked, Newer } from "./not-opening.tsx";
import { PlaceLink } from "./place-link.tsx";
import { SettingsView } from "./settings.tsx";
import { hashes, type Route, useRoute } from "./use-route.ts";

function Navigation({ route }: { route: Route }) {
  const inSettings = route.name === "settings";
  return (
    <nav aria-label={tabWords.navigation}>
      <PlaceLink href={hashes.keys} text={words.keys} current={!inSettings} />
      <PlaceLink href={hashes.settings} text={press.settings} current={inSettings} />
    </nav>
  );
}

function Unlocked({ state, api, settings }: PageProps & { settings: Settings }) {
  const route = useRoute();
  const say = useSay();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const latest = useLatest(draft);
  // It goes when the keyring locks, and with it what was typed.
  useEffect(
    () => () => {
      if (latest.current.text !== "") say.status(lockedText.dropped);
    },
    [say, latest],
  );
  return (
    <>
      <header class="bar">
        <Brand />
        <Navigation route={route} />
        <button type="button" class="quiet" onClick={() => api.ask("keyring.lock", {})}>
          {press.lock}
        </button>
      </header>
      {route.name === "settings" ? (
        <SettingsView api={api} settings={settings} />
      ) : (
        <KeysView api={api} entries={state.entries} route={route} draft={draft} onDraft={setDraft} />
      )}
    </>
  );
}

function Shut({ state, api }: PageProps) {
  switch (state.keyring.status) {
    case "empty":
      return <FirstRun api={api} />;
    case "damaged":
      return <Damaged api={api} />;
    case "unsupported-version":
      return <Newer api={api} />;
    default:
      return <Locked api={api} />;
  }
}

export function App({ state, api }: PageProps) {
  const { status, settings } = state.keyring;
  if (status === "unlocked" && settings !== null)
    return <Unlocked state={state} settings={settings} api={api} />;
  return (
    <>
      <header class="bar">
        <Brand />
      </header>
      <Shut state={state} api={api} />
    </>
  );
}
