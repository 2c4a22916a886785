import { useEffect, useMemo, useState } from "preact/hooks";
import { readKeyFile } from "../../../backup/key-file.ts";
import { wipe } from "../../../core/bytes.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { BackupTable } from "./backup-table.tsx";
import { createCrypt14Key } from "./crypt14-key.ts";
import { DropArea } from "./drop-area.tsx";
import { LockPanel } from "./lock-panel.tsx";
import type { BackupFile, Work } from "./model.ts";
import { OpenPanel } from "./open-panel.tsx";
import { RefusedError } from "./prover.ts";
import { RepairPanel } from "./repair-panel.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { type DroppedFiles, isBackup, useBackups } from "./use-backups.ts";
import { useTask } from "./use-task.ts";

type Shown = { name: "open" | "lock" } | { name: "repair"; file: BackupFile };

export type BackupsViewProps = { list: DroppedFiles };

/** Files on top, what can be done with them, and what is known of each. */
export function BackupsView({ list }: BackupsViewProps) {
  const entries = useEntries();
  const api = useApi();
  const { backupsPress, backupsSay, backupsWords, errorText } = useText();
  const say = useSay();
  const crypt14 = useMemo(createCrypt14Key, []);
  const backups = useBackups(api, entries, crypt14, list);
  const { task, run, cancel } = useTask(api.nowMs);
  const [panel, setPanel] = useState<Shown | null>(null);
  const { files } = list;
  const chosen = files.filter((file) => backups.chosen.has(file.id) && isBackup(file));
  const openable = chosen.filter(({ proof }) => proof?.verdict === "right-key");
  const isBusy = task !== null;

  /** Runs work on the chosen files; how it ended is said. */
  const start = (label: string, totalBytes: number, work: Work) => {
    if (chosen.length === 0) return say.alert(backupsSay.nothingSelected);
    if (entries.length === 0 && !crypt14.isThere()) return say.alert(backupsSay.noKeys);
    if (isBusy) return say.alert(backupsSay.busy);
    say.status(label);
    run(label, totalBytes, async (signal, onProgress) => {
      try {
        await work(signal, onProgress);
        say.status(backupsSay.done);
      } catch (reason) {
        if (signal.aborted) say.status(backupsSay.cancelled);
        else if (reason instanceof RefusedError)
          say.alert(reason.code === "not-found" ? backupsSay.deletedKey : errorText[reason.code]);
        else say.alert(errorText.internal);
      }
    });
  };
  const prove = () => start(backupsSay.proving, 0, (signal) => backups.proveAll(chosen, signal));
  const check = () =>
    start(
      backupsSay.checking,
      chosen.reduce((sum, { source }) => sum + source.size, 0),
      (signal, onProgress) => backups.checkAll(chosen, signal, onProgress),
    );
  const open = () => {
    if (openable.length === 0) return say.alert(backupsSay.noProof);
    setPanel({ name: "open" });
  };
  const repair = () => {
    const [file, ...more] = chosen;
    if (file?.kind?.kind !== "crypt15" || more.length > 0) return say.alert(backupsSay.repairOne);
    setPanel({ name: "repair", file });
  };
  const addKey = async ({ source }: BackupFile) => {
    const read = readKeyFile(await source.read(0, source.size));
    if (read?.kind !== "backup-key") return say.alert(backupsSay.unreadable);
    const hex = formatBackupKey(read.key);
    wipe(read.key);
    const reply = await api.ask("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
    if (reply.ok) say.status(backupsSay.keyAdded);
    else say.alert(errorText[reply.error.code]);
  };
  const close = () => setPanel(null);
  useEffect(() => {
    // A file that is dropped beside the area would take the tab to itself, and the list with it.
    const keep = (event: DragEvent) => event.preventDefault();
    window.addEventListener("dragover", keep);
    window.addEventListener("drop", keep);
    return () => {
      window.removeEventListener("dragover", keep);
      window.removeEventListener("drop", keep);
    };
  }, []);
  useEffect(() => {
    if (panel?.name === "open" && openable.length === 0) setPanel(null);
  }, [panel, openable.length]);

  return (
    <View title={backupsWords.title} look="backups-view">
      <p class="hint">{backupsWords.intro}</p>
      <DropArea
        name={backupsWords.drop}
        hint={backupsWords.dropHint}
        files={backupsWords.choose}
        folder={backupsWords.chooseFolder}
        onFiles={(sources) => void backups.add(sources)}
      />
      <div class="buttons tools">
        <Button label={backupsPress.prove} look="primary" busy={isBusy} onPress={prove} />
        <Button label={backupsPress.check} busy={isBusy} onPress={check} />
        <Button label={backupsPress.open} onPress={open} />
        <Button label={backupsPress.repair} onPress={repair} />
        <Button label={backupsPress.lock} onPress={() => setPanel({ name: "lock" })} />
        {files.length > 0 && !isBusy && (
          <Button label={backupsPress.clear} look="quiet" onPress={backups.clear} />
        )}
      </div>
      {task && <TaskProgress task={task} nowMs={api.nowMs()} onCancel={cancel} />}
      {panel?.name === "open" && (
        <OpenPanel
          crypt14={crypt14}
          files={openable}
          others={files}
          isBusy={isBusy}
          run={run}
          onOpened={(id, opened) =>
            backups.update(id, "checked" in opened ? { opened, checked: opened.checked } : { opened })
          }
          onDone={close}
        />
      )}
      {panel?.name === "lock" && <LockPanel isBusy={isBusy} run={run} onDone={close} />}
      {panel?.name === "repair" && <RepairPanel file={panel.file} onDone={close} />}
      {files.length === 0 ? (
        <p class="hint">{backupsWords.none}</p>
      ) : (
        <BackupTable
          files={files}
          chosen={backups.chosen}
          onChoose={(id, isChosen) =>
            backups.setChosen((before) => {
              const next = new Set(before);
              if (isChosen) next.add(id);
              else next.delete(id);
              return next;
            })
          }
          onAddKey={(file) => void addKey(file)}
        />
      )}
    </View>
  );
}
