import { useEffect, useState } from "preact/hooks";
import { type OpenOutcome, usualMostBytes } from "../../../backup/open.ts";
import { type SalvageOutcome, UNVERIFIED_ENDING } from "../../../backup/salvage.ts";
import { chooseFile, chooseFolder, hasFolderPicker } from "../../../platform/files.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { type BackupFile, totalSize } from "./backup-file.ts";
import { CRYPT14_KEY_ID } from "./crypt14-key.ts";
import { writeMany } from "./open-many.ts";
import { openInto, writeTo } from "./open-to-places.ts";
import { likelyName, type Named, nameFor } from "./opened-names.ts";
import type { Keys } from "./opener.ts";
import { salvageInto } from "./salvage-to-places.ts";
import { usable, type useBackups } from "./use-backups.ts";
import type { Tasks } from "./use-task.ts";
import { startZipFolder } from "./zip-folder.ts";

const GIB = 2 ** 30;

type OpenPanelProps = {
  /** `salvage`: what can be read of damaged files, under a name that says so. */
  mode: "open" | "salvage";
  backups: Pick<ReturnType<typeof useBackups>, "keys" | "setOpened" | "setSalvaged">;
  /** `open`: the files that a key fits. */
  files: readonly BackupFile[];
  /** All files in the list. Descriptions of media among them give the media their names. */
  others: readonly BackupFile[];
  tasks: Tasks;
  onDone: () => void;
};

/** The name for a single file. It is found before the press, as the picker must open without waiting. */
function useName(only: BackupFile | undefined, others: readonly BackupFile[], keys: Keys): string {
  const [found, setFound] = useState<{ id: number; name: string } | null>(null);
  useEffect(() => {
    if (!only) return;
    const take = ({ path }: Named) => setFound({ id: only.id, name: path.split("/").at(-1) ?? path });
    void nameFor(only, others, keys).then(take, () => undefined);
  }, [only, others, keys]);
  if (!only) return "";
  return found?.id === only.id ? found.name : likelyName(only);
}

export function OpenPanel({ mode, backups, files, others, tasks, onDone }: OpenPanelProps) {
  const { keys, setOpened, setSalvaged } = backups;
  const words = useText();
  const { backupsPress, batchText, openedNameText, outcomeLine, outcomeSaid, salvageOutcomeText } = words;
  const isSalvage = mode === "salvage";
  const text = isSalvage ? words.salvageText : words.openText;
  const ending = isSalvage ? UNVERIFIED_ENDING : "";
  const entries = useEntries();
  const say = useSay();
  const usual = Math.max(...files.map(({ source }) => usualMostBytes(source.size)));
  const [limit, setLimit] = useState(() => String(Math.ceil(usual / GIB)));
  const [first, ...more] = files;
  const only = more.length === 0 ? first : undefined;
  const plainName = useName(only, others, keys);
  const name = only ? `${plainName}${ending}` : text.zipName;
  const total = totalSize(files.map(({ source }) => source));
  const mostBytes = Number(limit) * GIB;

  /** If a file was not opened, the panel stays open for another try. */
  const end = (isAll: boolean, said: string) => {
    if (!isAll) return say.alert(said);
    say.status(said);
    onDone();
  };
  const keyIds = () => [
    ...(keys.crypt14.isThere() ? [CRYPT14_KEY_ID] : []),
    ...usable(entries).map(({ id }) => id),
  ];
  const openOne = (file: BackupFile) =>
    tasks.runAt(
      () => chooseFile(name),
      text,
      total,
      async (place, signal, onProgress) => {
        const act = { keys, mostBytes, signal, onProgress };
        if (isSalvage) {
          const outcome = await writeTo(place, (sink) => salvageInto(file, sink, keyIds(), act));
          setSalvaged(file.id, outcome);
          return end(outcome.outcome === "salvaged", salvageOutcomeText(outcome));
        }
        const outcome = await writeTo(place, (sink) => openInto(file, sink, act));
        setOpened(file.id, outcome);
        const isOpened = outcome.outcome === "opened";
        end(isOpened, isOpened ? outcomeLine(outcome) : outcomeSaid(outcome));
      },
    );
  const openAll = () =>
    tasks.runAt(
      () => chooseFolder(() => startZipFolder(name)),
      text,
      total,
      async (folder, signal, onProgress) => {
        const to = { keys, mostBytes, signal };
        const shared = { keys, signal, onProgress, ending };
        const ids = keyIds();
        const batch = isSalvage
          ? await writeMany<SalvageOutcome>(folder, files, others, {
              ...shared,
              write: (file, sink, onRead) => salvageInto(file, sink, ids, { ...to, onProgress: onRead }),
              onDone: setSalvaged,
            })
          : await writeMany<OpenOutcome>(folder, files, others, {
              ...shared,
              write: (file, sink, onRead) => openInto(file, sink, { ...to, onProgress: onRead }),
              onDone: setOpened,
            });
        end(batch.others.length === 0, batchText(batch));
      },
    );
  const start = () => {
    if (!(mostBytes > 0)) return say.alert(text.limitWrong);
    return only ? openOne(only) : openAll();
  };
  return (
    <Panel title={text.title} focus>
      <p class="warning">{text.warning}</p>
      {isSalvage && <p class="hint">{words.salvageText.names}</p>}
      {only && <p class="hint">{openedNameText(name)}</p>}
      {!only && <p class="hint">{hasFolderPicker() ? text.intoFolder : text.intoZip}</p>}
      <TextField
        label={text.limit}
        hint={text.limitHint}
        value={limit}
        maxLength={8}
        onInput={setLimit}
        onEnter={start}
      />
      <div class="buttons">
        <Button
          label={only || hasFolderPicker() ? text.start : text.startZip}
          look="primary"
          onPress={start}
        />
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
