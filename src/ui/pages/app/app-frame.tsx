import { useEffect, useRef, useState } from "preact/hooks";
import { DraftProvider } from "../../features/add/draft.tsx";
import type { BackupFile } from "../../features/backups/backup-file.ts";
import { BackupsView } from "../../features/backups/backups-view.tsx";
import type { DroppedFiles } from "../../features/backups/use-backups.ts";
import { PlacesView } from "../../features/copies/places-view.tsx";
import { HelpView } from "../../features/help/help-view.tsx";
import { InsidePanel } from "../../features/inside/inside-panel.tsx";
import { FirstRun } from "../../features/keyring/first-run.tsx";
import { Damaged, Locked, Newer } from "../../features/keyring/not-opening.tsx";
import { PlainFilesLeft, PlainFilesProvider } from "../../features/keyring/plain-files.tsx";
import { StorageTrouble } from "../../features/keyring/storage-trouble.tsx";
import type { MayPrompt } from "../../features/keyring/unlock-ways.tsx";
import { SettingsView } from "../../features/settings/settings-view.tsx";
import { Bar } from "../../kit/bar.tsx";
import { KeptView } from "../../kit/kept-view.tsx";
import { useTitle } from "../../kit/use-title.ts";
import { ViewLink } from "../../kit/view-link.tsx";
import { usePageState } from "../../page-state.ts";
import { hashes, type Route, useRoute } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { useUseWatch } from "../../use-watch.ts";
import { PARTS, type PartName } from "../shell/parts.ts";
import { Rail } from "../shell/rail.tsx";
import { KeysView } from "./keys-view.tsx";

/** The part that a route is in. */
function partOf({ name }: Route): PartName {
  return name === "add" || name === "key" ? "keys" : name;
}

function CurrentView({ route, list }: { route: Route; list: DroppedFiles }) {
  switch (route.name) {
    case "backups":
      return null;
    case "settings":
      return <SettingsView />;
    case "places":
      return <PlacesView />;
    case "help":
      return <HelpView files={list.files} />;
    default:
      return <KeysView route={route} />;
  }
}

function Unlocked({ list }: { list: DroppedFiles }) {
  const route = useRoute();
  const text = useText();
  const part = PARTS.find(({ name }) => name === partOf(route));
  useTitle(route.name === "add" ? text.addText.title : (part?.title(text) ?? null));
  return (
    <DraftProvider>
      <Rail current={partOf(route)} app="" />
      <StorageTrouble />
      <PlainFilesLeft />
      <KeptView isShown={route.name === "backups"}>
        <BackupsView list={list} inside={(given) => <InsidePanel {...given} />} />
      </KeptView>
      <CurrentView route={route} list={list} />
    </DraftProvider>
  );
}

function Shut({ mayPrompt }: { mayPrompt: MayPrompt }) {
  useTitle(null);
  switch (usePageState().keyring.status) {
    case "empty":
      return <FirstRun />;
    case "damaged":
      return <Damaged />;
    case "unsupported-version":
      return <Newer />;
    default:
      return <Locked mayPrompt={mayPrompt} />;
  }
}

/** *Help* needs no keys: who cannot unlock needs it most. What is typed behind it stays. */
function ShutWithHelp({ mayPrompt, files }: { mayPrompt: MayPrompt; files: readonly BackupFile[] }) {
  const { press, tabWords } = useText();
  const isHelp = useRoute().name === "help";
  const shut = useRef<HTMLDivElement>(null);
  const wasHelp = useRef(isHelp);
  useEffect(() => {
    // Back at the first box, which the keyboard has come from.
    if (wasHelp.current && !isHelp) shut.current?.querySelector("input")?.focus();
    wasHelp.current = isHelp;
  }, [isHelp]);
  return (
    <>
      <Bar>
        <nav aria-label={tabWords.navigation}>
          {isHelp && <ViewLink href={hashes.keys} text={press.back} current={false} />}
          <ViewLink href={hashes.help} text={tabWords.help} current={isHelp} />
        </nav>
      </Bar>
      <div ref={shut} class="kept-view" hidden={isHelp}>
        <Shut mayPrompt={mayPrompt} />
      </div>
      {isHelp && <HelpView files={files} />}
    </>
  );
}

export function App() {
  const { keyring } = usePageState();
  useUseWatch("own");
  // Here, so that dropped files are still listed after a lock, and plain-text exports still reminded of.
  const [files, setFiles] = useState<BackupFile[]>([]);
  const mayPrompt = useRef(keyring.status === "locked");
  // What is locked later was locked on purpose, or because nobody was there.
  if (keyring.status === "unlocked") mayPrompt.current = false;
  return (
    <PlainFilesProvider>
      {keyring.status === "unlocked" ? (
        <Unlocked list={{ files, setFiles }} />
      ) : (
        <ShutWithHelp mayPrompt={mayPrompt} files={files} />
      )}
    </PlainFilesProvider>
  );
}
