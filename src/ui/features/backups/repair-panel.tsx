import { useState } from "preact/hooks";
import { readTypedText, type Typed } from "../../../backup/candidates.ts";
import { countAll, type Found, readClue } from "../../../backup/repair.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import type { BackupFile } from "./backup-file.ts";
import { FoundKey } from "./found-key.tsx";
import { searchInWorkers } from "./search-in-workers.ts";
import { TaskProgress } from "./task-progress.tsx";
import { useTask } from "./use-task.ts";

const LONGEST_TEXT = 400;

type RepairPanelProps = { file: BackupFile; onDone: () => void };

export function RepairPanel({ file: { kind, source }, onDone }: RepairPanelProps) {
  const { backupsPress, nothingText, repairText, typoText, triedText, unusableText } = useText();
  const say = useSay();
  const tasks = useTask();
  const { run, ask } = useAct();
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ key: Found; typed: Typed } | null>(null);

  const start = () => {
    const { typed, count } = readTypedText(text);
    if (!typed) return say.mistake(unusableText(count));
    const total = countAll(typed);
    return tasks.run(repairText, total, async (signal, onProgress) => {
      setFound(null);
      say.status(repairText.running);
      const clue = kind && (await readClue(source, kind));
      if (!clue) return say.alert(repairText.noClue);
      const key = await searchInWorkers(typed, clue, onProgress, signal);
      if (!key) return say.alert(nothingText(total));
      setFound({ key, typed });
      say.status(repairText.found);
    });
  };
  const save = (hex: string) =>
    run(async () => {
      await ask("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
      say.status(repairText.saved);
      onDone();
    });
  const hex = found && formatBackupKey(found.key.key);
  return (
    <Panel title={repairText.title} focus>
      <p class="hint">{repairText.what}</p>
      <TextArea
        mono
        label={repairText.typed}
        hint={repairText.hint}
        rows={4}
        value={text}
        maxLength={LONGEST_TEXT}
        onInput={setText}
      />
      <TaskProgress tasks={tasks} rate={triedText} />
      {found && hex && (
        <div class="stack">
          <p>{typoText[found.key.typo]}</p>
          <FoundKey hex={hex} typed={found.typed} />
          <div class="buttons">
            <Button label={repairText.save} look="primary" onPress={() => save(hex)} />
          </div>
        </div>
      )}
      <div class="buttons">
        <Button label={repairText.start} look={found ? undefined : "primary"} onPress={start} />
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
