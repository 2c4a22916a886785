import { useEffect, useRef, useState } from "preact/hooks";
import { type Findings, findingsOf, isNothing, keptAfter } from "../../../copies/findings.ts";
import type { Import } from "../../../copies/found.ts";
import { keyringOf } from "../../../copies/found-keyring.ts";
import { importByHand, wipeFound } from "../../../copies/import.ts";
import { toBase64, wipe } from "../../../core/bytes.ts";
import { keyDigest } from "../../../core/key/backup-key.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { MOST_ENTRIES, MOST_STORED } from "../../../core/keyring/storage-budget.ts";
import { useApi } from "../../api.ts";
import { Panel } from "../../kit/panel.tsx";
import { useAct, useActFailed } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useEntries, useSettings } from "../../page-state.ts";
import { type Messages, useText } from "../../text/use-text.ts";
import { FoundList } from "../keyring/found-list.tsx";
import { ChosenFile } from "./chosen-file.tsx";
import { digestsFor } from "./found-evidence.ts";
import { INPUTS, KeyInputs } from "./key-inputs.tsx";
import { UndoImport } from "./undo-import.tsx";

/** Lists of hashes are no keyrings, and none takes more. */
function problemOf({ keys, entries, state }: Import, text: Messages): string | null {
  const isEmpty = keys.length === 0 && (state?.keyring.vaults ?? []).length === 0;
  if (isEmpty) return text.nothingFoundText(entries);
  return keys.length > (state ? MOST_STORED : MOST_ENTRIES) ? text.tooManyKeysText(keys.length) : null;
}

type Shown = { read: Import; findings: Findings };

/** Reads keys from a file, paper or phone. It shows what it found, and saves it on a press. */
export function ImportPanel() {
  const entries = useEntries();
  const settings = useSettings();
  const api = useApi();
  const text = useText();
  const { entryName, fileVerifiedText, importPress, importText, importedText, tooManyKeysText } = text;
  const { busy, run, ask, say } = useAct();
  const failed = useActFailed();
  const [found, setFound] = useState<Shown | null>(null);
  /** Counts the imports that were shown, dropped or saved. */
  const [turn, setTurn] = useState(0);
  const latest = useLatest(found);
  const show = (next: Shown | null) => {
    if (latest.current) wipeFound(latest.current.read);
    setFound(next);
    setTurn((now) => now + 1);
  };
  /** Locked, or elsewhere in the tab: what is still being read has nobody to show it to. */
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      if (latest.current) wipeFound(latest.current.read);
    },
    [latest],
  );
  const compare = async (read: Import): Promise<Findings> => {
    const { ids } = await ask("entry.find", { digests: read.keys.map(({ key }) => keyDigest(key)) });
    const { notes } = await ask("keyring.vault-addresses", {});
    return findingsOf(read, { entries, ids, notes, settings });
  };
  /** A Sixtyfour file that opens holds these keys. @returns how many of them are here. */
  const verifyOpened = async (read: Import): Promise<number> => {
    const digests = read.keptIn === "keyring-file" ? digestsFor(read, entries) : [];
    if (digests.length === 0) return 0;
    return (await ask("place.verify-file", { place: "keyring-file", digests })).ids.length;
  };
  const take = async (read: Import) => {
    if (isGone.current) return wipeFound(read);
    const problem = problemOf(read, text);
    if (problem !== null) {
      wipeFound(read);
      show(null);
      return say.alert(problem);
    }
    const look = async () => ({ findings: await compare(read), verified: await verifyOpened(read) });
    const { findings, verified } = await look().catch((reason) => {
      wipeFound(read);
      throw reason;
    });
    if (isGone.current) return wipeFound(read);
    show({ read, findings });
    say.status(verified > 0 ? fileVerifiedText(verified) : importText.look);
  };
  const save = ({ read, findings }: Shown, chosen: Findings) =>
    run(async () => {
      if (isNothing(chosen)) return say.alert(importText.nothingChosen);
      const kept = keptAfter(entries, chosen.rows);
      if (kept > MOST_ENTRIES) return say.alert(tooManyKeysText(kept));
      const { keyring, atMs } = keyringOf(read, findings, chosen, api.nowMs());
      const body = writeBody(keyring);
      const stricter = chosen.settings.map(({ name }) => name);
      const isExport = read.keptIn === "keyring-file";
      const merging = ask("keyring.merge", { body: toBase64(body), atMs, settings: stricter, isExport });
      const merged = await merging.finally(() => wipe(body));
      show(null);
      const names = entries.filter(({ id }) => merged.shortened.includes(id)).map(entryName);
      say.status(importedText({ chosen, added: merged.added, names, isPlainFile: read.isPlainFile }));
    });
  const typed = async (hex: string) => {
    const read = importByHand(hex);
    if (read.ok) await take(read.value).catch(failed);
  };
  return (
    <Panel title={importText.title}>
      <p class="hint">{importText.hint}</p>
      <ChosenFile label={importText.press} onRead={take} isDropped={true} />
      <KeyInputs inputs={INPUTS} onKey={typed} done={turn} />
      {found && (
        <FoundList
          key={turn}
          findings={found.findings}
          isOurs={found.read.state !== null}
          isFresh={false}
          label={importPress.save}
          busy={busy}
          onSave={(chosen) => save(found, chosen)}
          onDrop={() => show(null)}
        />
      )}
      {!found && <UndoImport />}
    </Panel>
  );
}
