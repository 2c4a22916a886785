import { useEffect, useRef, useState } from "preact/hooks";
import { readTyped, type Typed } from "../../../backup/candidates.ts";
import { countAll, type Found, readClue } from "../../../backup/repair.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { isUnreadable } from "./dropped-files.ts";
import { FoundKey } from "./found-key.tsx";
import type { BackupFile } from "./model.ts";
import { search } from "./search.ts";

const LONGEST_TEXT = 400;
const SHOW_EVERY_MS = 200;

type Progress = { tried: number; total: number; perSecond: number };

type RepairPanelProps = { file: BackupFile; onDone: () => void };

export function RepairPanel({ file, onDone }: RepairPanelProps) {
  const api = useApi();
  const { backupsPress, backupsSay, errorText, nothingText, press, repairText, slipText, triedText } =
    useText();
  const say = useSay();
  const [text, setText] = useState("");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [found, setFound] = useState<{ key: Found; typed: Typed } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const typed = readTyped(text);
    if (!typed) return say.alert(repairText.unusable);
    if (running.current) return say.alert(backupsSay.busy);
    const stop = new AbortController();
    running.current = stop;
    const total = countAll(typed);
    const startedAtMs = api.nowMs();
    let tried = 0;
    let shownAtMs = 0;
    setFound(null);
    setProgress({ tried, total, perSecond: 0 });
    say.status(repairText.searching);
    const onTried = (more: number) => {
      tried += more;
      const now = api.nowMs();
      if (now - shownAtMs < SHOW_EVERY_MS) return;
      shownAtMs = now;
      setProgress({ tried, total, perSecond: (tried * 1000) / Math.max(1, now - startedAtMs) });
    };
    try {
      const clue = file.kind && (await readClue(file.source, file.kind));
      if (!clue) return say.alert(repairText.noClue);
      const key = await search(typed, clue, onTried, stop.signal);
      if (!key) return say.alert(nothingText(total));
      setFound({ key, typed });
      say.status(repairText.found);
    } catch (reason) {
      if (stop.signal.aborted) say.status(repairText.cancelled);
      else say.alert(isUnreadable(reason) ? backupsSay.unreadable : repairText.failed);
    } finally {
      running.current = null;
      setProgress(null);
    }
  };
  const save = async () => {
    if (!found) return;
    const hex = formatBackupKey(found.key.key);
    const reply = await api.ask("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    say.status(repairText.saved);
    onDone();
  };
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
      {progress && (
        <div class="task">
          <progress aria-label={repairText.searching} value={progress.tried} max={progress.total} />
          <span class="hint">{triedText(progress.tried, progress.total, progress.perSecond)}</span>
          <Button label={press.cancel} onPress={() => running.current?.abort()} />
        </div>
      )}
      {found && (
        <div class="stack">
          <p>
            {repairText.found} ({slipText[found.key.slip]}.)
          </p>
          <FoundKey hex={formatBackupKey(found.key.key)} typed={found.typed} />
          <div class="buttons">
            <Button label={repairText.save} look="primary" onPress={save} />
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
