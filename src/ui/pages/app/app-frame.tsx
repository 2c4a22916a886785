import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../../../core/keyring/opened-keyring.ts";
import { type Draft, EMPTY_DRAFT } from "../../features/add/add-key.tsx";
import { BackupsView } from "../../features/backups/backups-view.tsx";
import type { BackupFile } from "../../features/backups/model.ts";
import type { DroppedFiles } from "../../features/backups/use-backups.ts";
import { CopiesView } from "../../features/copies/copies-view.tsx";
import { HelpView } from "../../features/help/help-view.tsx";
import { FirstRun } from "../../features/keyring/first-run.tsx";
import { Damaged, Locked, Newer } from "../../features/keyring/not-opening.tsx";
import { PlainFilesLeft, PlainFilesProvider } from "../../features/keyring/plain-files.tsx";
import { SettingsView } from "../../features/settings/settings-view.tsx";
import { Brand } from "../../kit/brand.tsx";
import { PlaceLink } from "../../kit/place-link.tsx";
import { useSay } from "../../kit/say.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import type { PageProps } from "../../live.tsx";
import { hashes, type Route, useRoute, VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

import { KeysView } from "./keys-view.tsx";

function Navigation({ route: { name } }: { route: Route }) {
  const { press, tabWords, words } = useText();
  return (
    <nav aria-label={tabWords.navigation}>
      <PlaceLink
        href={hashes.keys}
        text={words.keys}
        current={name === "keys" || name === "add" || name === "key"}
      />
      <PlaceLink href={hashes.copies} text={tabWords.copies} current={name === "copies"} />
      <PlaceLink href={hashes.backups} text={tabWords.backups} current={name === "backups"} />
      <a href={VAULT_PAGE}>{tabWords.vault}</a>
      <PlaceLink href={hashes.help} text={tabWords.help} current={name === "help"} />
      <PlaceLink href={hashes.settings} text={press.settings} current={name === "settings"} />
    </nav>
  );
}

type PlaceProps = { route: Route; draft: Draft; onDraft: (draft: Draft) => void };
type UnlockedProps = PageProps & { settings: Settings; list: DroppedFiles };

function Place({ state, api, settings, list, route, draft, onDraft }: UnlockedProps & PlaceProps) {
  if (route.name === "settings") return <SettingsView api={api} settings={settings} />;
  if (route.name === "copies") return <CopiesView api={api} entries={state.entries} settings={settings} />;
  if (route.name === "backups") return <BackupsView api={api} entries={state.entries} list={list} />;
  if (route.name === "help") return <HelpView api={api} entries={state.entries} files={list.files} />;
  return (
    <KeysView
      api={api}
      entries={state.entries}
      settings={settings}
      route={route}
      draft={draft}
      onDraft={onDraft}
    />
  );
}

function Unlocked(props: UnlockedProps) {
  const { lockedText, press } = useText();
  const { api } = props;
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
      <PlainFilesLeft />
      <Place {...props} route={route} draft={draft} onDraft={setDraft} />
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
  // Here, so that dropped files are still listed after a lock, and plain-text exports still reminded of.
  const [files, setFiles] = useState<BackupFile[]>([]);
  const { status, settings } = state.keyring;
  return (
    <PlainFilesProvider>
      {status === "unlocked" && settings !== null ? (
        <Unlocked state={state} settings={settings} api={api} list={{ files, setFiles }} />
      ) : (
        <>
          <header class="bar">
            <Brand />
          </header>
          <Shut state={state} api={api} />
        </>
      )}
    </PlainFilesProvider>
  );
}
