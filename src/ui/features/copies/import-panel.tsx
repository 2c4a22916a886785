import { useEffect, useRef, useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { type FoundRow, keyringOf, rowsOf } from "../../../copies/found-keyring.ts";
import { importByHand, wipeFound } from "../../../copies/import.ts";
import { toBase64, wipe } from "../../../core/bytes.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { MOST_ENTRIES } from "../../../core/keyring/opened-keyring.ts";
import { useApi } from "../../api.ts";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useEntries } from "../../page-state.ts";
import { type Messages, useText } from "../../text/use-text.ts";
import { ChosenFile } from "./chosen-file.tsx";
import { FoundKeys } from "./found-keys.tsx";
import { KeyInputs } from "./key-inputs.tsx";

/** Lists of hashes are no keyrings, and none takes more. */
function problemOf({ keys, entries }: Import, text: Messages): string | null {
  if (keys.length === 0) return text.nothingFoundText(entries);
  return keys.length > MOST_ENTRIES ? text.tooManyKeysText(keys.length) : null;
}

/** Any copy back in: what was found is shown, and saved on a press. */
export function ImportPanel() {
  const entries = useEntries();
  const api = useApi();
  const text = useText();
  const { entryName, importText, importedText, tooManyKeysText } = text;
  const { busy, run, ask, say } = useAct();
  const [found, setFound] = useState<Import | null>(null);
  /** Counts the imports that were shown, dropped or saved. */
  const [turn, setTurn] = useState(0);
  const latest = useLatest(found);
  const show = (next: Import | null) => {
    if (latest.current) wipeFound(latest.current);
    setFound(next);
    setTurn((now) => now + 1);
  };
  /** Locked, or elsewhere in the tab: what is still being read has nobody to show it to. */
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      if (latest.current) wipeFound(latest.current);
    },
    [latest],
  );
  const take = async (read: Import) => {
    if (isGone.current) return wipeFound(read);
    const problem = problemOf(read, text);
    show(problem === null ? read : null);
    if (problem === null) return say.status(importText.look);
    wipeFound(read);
    say.alert(problem);
  };
  const save = (read: Import, chosen: readonly FoundRow[]) =>
    run(async () => {
      if (chosen.length === 0) return say.alert(importText.nothingChosen);
      const news = chosen.filter(({ there }) => there === null).length;
      if (entries.length + news > MOST_ENTRIES) return say.alert(tooManyKeysText(entries.length + news));
      const { keyring, atMs } = keyringOf(read, chosen, api.nowMs());
      const body = writeBody(keyring);
      const merging = ask("keyring.merge", { body: toBase64(body), atMs, settings: [] });
      const { added, shortened } = await merging.finally(() => wipe(body));
      show(null);
      const names = entries.filter((entry) => shortened.includes(entry.id)).map(entryName);
      say.status(importedText(added, chosen.length - added, names, read.isPlainFile));
    });
  const typed = async (hex: string) => {
    const read = importByHand(hex);
    if (read.ok) await take(read.value);
  };
  return (
    <Panel title={importText.title}>
      <p class="hint">{importText.hint}</p>
      <ChosenFile label={importText.press} onRead={take} isDropped={true} />
      <KeyInputs rows={true} onKey={typed} done={turn} />
      {found && (
        <FoundKeys
          key={turn}
          rows={rowsOf(found, entries)}
          busy={busy}
          onSave={(chosen) => save(found, chosen)}
          onDrop={() => show(null)}
        />
      )}
    </Panel>
  );
}
