import { useEffect, useState } from "preact/hooks";
import { usualMostBytes } from "../../../backup/open.ts";
import { chooseFile, chooseFolder, hasFolderPicker } from "../../../platform/files.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";
import { type BackupFile, totalSize } from "./backup-file.ts";
import { openAllTo, openTo } from "./open-to-places.ts";
import { likelyName, nameFor } from "./opened-names.ts";
import type { Keys } from "./opener.ts";
import type { useBackups } from "./use-backups.ts";
import type { Tasks } from "./use-task.ts";
import { startZipFolder } from "./zip-folder.ts";

const GIB = 2 ** 30;

type OpenPanelProps = {
  backups: Pick<ReturnType<typeof useBackups>, "keys" | "setOpened">;
  /** The files that a key fits. */
  files: readonly BackupFile[];
  /** All files in the list. Descriptions of media among them give the media their names. */
  others: readonly BackupFile[];
  tasks: Tasks;
  onDone: () => void;
};

/** The name for a single file. It is found before the press, as the picker must open without waiting. */
function useName(only: BackupFile | undefined, others: readonly BackupFile[], keys: Keys): string {
  const { openText } = useText();
  const [found, setFound] = useState<{ id: number; name: string } | null>(null);
  useEffect(() => {
    if (!only) return;
    const take = (name: string) => setFound({ id: only.id, name });
    void nameFor(only, others, keys).then(take, () => undefined);
  }, [only, others, keys]);
  if (!only) return openText.zipName;
  return found?.id === only.id ? found.name : likelyName(only);
}

export function OpenPanel({ backups: { keys, setOpened }, files, others, tasks, onDone }: OpenPanelProps) {
  const { backupsPress, batchText, openText, openedNameText, outcomeLine, outcomeSaid } = useText();
  const say = useSay();
  const usual = Math.max(...files.map(({ source }) => usualMostBytes(source.size)));
  const [limit, setLimit] = useState(() => String(Math.ceil(usual / GIB)));
  const [first, ...more] = files;
  const only = more.length === 0 ? first : undefined;
  const name = useName(only, others, keys);
  const total = totalSize(files.map(({ source }) => source));
  const mostBytes = Number(limit) * GIB;

  /** If a file was not opened, the panel stays open for another try. */
  const end = (isAll: boolean, said: string) => {
    if (!isAll) return say.alert(said);
    say.status(said);
    onDone();
  };
  const openOne = (file: BackupFile) =>
    tasks.runAt(
      () => chooseFile(name),
      openText,
      total,
      async (place, signal, onProgress) => {
        const outcome = await openTo(place, file, { keys, mostBytes, signal, onProgress });
        setOpened(file.id, outcome);
        const isOpened = outcome.outcome === "opened";
        end(isOpened, isOpened ? outcomeLine(outcome) : outcomeSaid(outcome));
      },
    );
  const openAll = () =>
    tasks.runAt(
      () => chooseFolder(() => startZipFolder(name)),
      openText,
      total,
      async (folder, signal, onProgress) => {
        const act = { keys, mostBytes, signal, onProgress };
        const batch = await openAllTo(folder, files, others, act, setOpened);
        end(batch.others.length === 0, batchText(batch.opened, batch.others));
      },
    );
  const start = () => {
    if (!(mostBytes > 0)) return say.alert(openText.limitWrong);
    return only ? openOne(only) : openAll();
  };
  return (
    <Panel title={openText.title} focus>
      <p class="warning">{openText.warning}</p>
      {only && <p class="hint">{openedNameText(name)}</p>}
      {!only && <p class="hint">{hasFolderPicker() ? openText.intoFolder : openText.intoZip}</p>}
      <TextField
        label={openText.limit}
        hint={openText.limitHint}
        value={limit}
        maxLength={8}
        onInput={setLimit}
        onEnter={start}
      />
      <div class="buttons">
        <Button
          label={only || hasFolderPicker() ? openText.start : openText.startZip}
          look="primary"
          onPress={start}
        />
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
