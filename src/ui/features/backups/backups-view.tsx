import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Sink } from "../../../backup/open.ts";
import { wipe } from "../../../core/bytes.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { readKeyFile } from "../../../core/key/key-file.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useDroppedFile } from "../../kit/use-dropped-file.ts";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { type BackupFile, isBackup, totalSize } from "./backup-file.ts";
import { BackupTable } from "./backup-table.tsx";
import { DropArea } from "./drop-area.tsx";
import { EncryptPanel } from "./encrypt-panel.tsx";
import { canLookInside, fillInside } from "./fill-inside.ts";
import { OpenPanel } from "./open-panel.tsx";
import { RepairPanel } from "./repair-panel.tsx";
import { needsSalvage } from "./salvage-to-places.ts";
import { TaskProgress } from "./task-progress.tsx";
import { type DroppedFiles, useBackups } from "./use-backups.ts";
import { type TaskText, useTask, type Work } from "./use-task.ts";

/** What looks into a database. The page gives it, as one feature does not know another. */
export type InsideView = (inside: {
  fill: (sink: Sink, mostBytes: number, signal: AbortSignal) => ReturnType<typeof fillInside>;
  onDone: () => void;
}) => ComponentChildren;

type Shown =
  | { name: "open" | "salvage" | "encrypt" }
  | { name: "inside"; file: BackupFile }
  | { name: "repair"; file: BackupFile };

/** Saves the key from a dropped key file. */
function useAddKey(): (file: BackupFile) => void {
  const { backupsSay } = useText();
  const say = useSay();
  const { run, ask } = useAct();
  return ({ source }) =>
    run(async () => {
      const bytes = await source.read(0, source.size).catch(() => null);
      const read = bytes && readKeyFile(bytes);
      wipe(bytes);
      if (read?.kind !== "backup-key") return say.alert(backupsSay.unreadable);
      const hex = formatBackupKey(read.key);
      wipe(read.key);
      await ask("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
      say.status(backupsSay.keyAdded);
    });
}

/** The section *Backups*: where files are dropped, the buttons, and the table of files. */
export function BackupsView({ list, inside }: { list: DroppedFiles; inside: InsideView }) {
  const entries = useEntries();
  const { backupsPress, backupsSay, backupsWords, checkingText, testingText, rateText } = useText();
  const say = useSay();
  const backups = useBackups(list);
  const tasks = useTask();
  const addKey = useAddKey();
  const [panel, setPanel] = useState<Shown | null>(null);
  const { files } = list;
  const chosen = files.filter((file) => backups.chosen.has(file.id) && isBackup(file));
  const openable = chosen.filter(({ test }) => test?.verdict === "right-key");
  const salvageable = files.filter((file) => backups.chosen.has(file.id) && needsSalvage(file));
  const isBusy = tasks.task !== null;
  // The browser opens a file that is dropped next to the area in this tab. The list would be lost.
  useDroppedFile(() => undefined);

  /** Runs work on the chosen files, and says how it ended. */
  const start = (text: TaskText, totalBytes: number, work: Work) => {
    if (chosen.length === 0) return say.alert(backupsSay.nothingSelected);
    if (entries.length === 0 && !backups.keys.crypt14.isThere()) return say.alert(backupsSay.noKeys);
    return tasks.run(text, totalBytes, async (...to) => {
      say.status(text.running);
      await work(...to);
      say.status(backupsSay.done);
    });
  };
  const testAll = () => start(testingText, 0, (signal) => backups.testAll(chosen, signal));
  const check = () =>
    start(checkingText, totalSize(chosen.map(({ source }) => source)), (signal, onProgress) =>
      backups.checkAll(chosen, signal, onProgress),
    );
  const open = () => {
    if (openable.length === 0) return say.alert(backupsSay.noCheck);
    setPanel({ name: "open" });
  };
  const salvage = () => {
    if (salvageable.length === 0) return say.alert(backupsSay.nothingToSalvage);
    setPanel({ name: "salvage" });
  };
  const lookInside = () => {
    const file = files.find((one) => backups.chosen.has(one.id) && canLookInside(one));
    if (!file) return say.alert(backupsSay.noInside);
    setPanel({ name: "inside", file });
  };
  const repair = () => {
    const [file, ...more] = chosen;
    if (file?.kind?.kind !== "crypt15" || more.length > 0) return say.alert(backupsSay.repairOne);
    setPanel({ name: "repair", file });
  };
  const close = () => setPanel(null);
  useEffect(() => {
    if (panel?.name === "open" && openable.length === 0) setPanel(null);
    if (panel?.name === "salvage" && salvageable.length === 0) setPanel(null);
  }, [panel, openable.length, salvageable.length]);

  return (
    <View title={backupsWords.title} look="narrow stack backups-view">
      <p class="hint">{backupsWords.intro}</p>
      <DropArea text={backupsWords} onFiles={(sources) => void backups.add(sources)} />
      <div class="buttons tools">
        <Button label={backupsPress.test} look="primary" busy={isBusy} onPress={testAll} />
        <Button label={backupsPress.check} busy={isBusy} onPress={check} />
        <Button label={backupsPress.open} onPress={open} />
        <Button label={backupsPress.salvage} onPress={salvage} />
        <Button label={backupsPress.inside} onPress={lookInside} />
        <Button label={backupsPress.repair} onPress={repair} />
        <Button label={backupsPress.encrypt} onPress={() => setPanel({ name: "encrypt" })} />
        {files.length > 0 && !isBusy && (
          <Button label={backupsPress.clear} look="quiet" onPress={backups.clear} />
        )}
      </div>
      <TaskProgress tasks={tasks} rate={rateText} />
      {panel?.name === "open" && (
        <OpenPanel
          mode="open"
          backups={backups}
          files={openable}
          others={files}
          tasks={tasks}
          onDone={close}
        />
      )}
      {panel?.name === "salvage" && (
        <OpenPanel
          mode="salvage"
          backups={backups}
          files={salvageable}
          others={files}
          tasks={tasks}
          onDone={close}
        />
      )}
      {panel?.name === "encrypt" && <EncryptPanel tasks={tasks} onDone={close} />}
      {panel?.name === "inside" &&
        inside({
          fill: (...into) => fillInside(panel.file, backups.keys, ...into),
          onDone: close,
        })}
      {panel?.name === "repair" && <RepairPanel file={panel.file} onDone={close} />}
      {files.length === 0 ? (
        <p class="hint">{backupsWords.none}</p>
      ) : (
        <BackupTable files={files} chosen={backups.chosen} onChoose={backups.choose} onAddKey={addKey} />
      )}
    </View>
  );
}
