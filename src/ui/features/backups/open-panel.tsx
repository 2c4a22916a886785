import { useEffect, useState } from "preact/hooks";
import { type OpenOutcome, usualMostBytes } from "../../../backup/open.ts";
import { chooseFile, chooseFolder, hasFolderPicker } from "../../../platform/files.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import type { Crypt14Key } from "./crypt14-key.ts";
import { isUnreadable } from "./dropped-files.ts";
import type { BackupFile, RunTask } from "./model.ts";
import { type OpenAct, openAllTo, openTo } from "./open-files.ts";
import { type Keys, likelyName, nameFor } from "./opened-names.ts";
import { RefusedError } from "./prover.ts";
import { startZipFolder } from "./zip-folder.ts";

const GIB = 2 ** 30;

type OpenPanelProps = {
  crypt14: Crypt14Key;
  /** Proven ones. */
  files: readonly BackupFile[];
  /** All that were dropped: descriptions of media among them give names. */
  others: readonly BackupFile[];
  isBusy: boolean;
  run: RunTask;
  onOpened: (id: number, outcome: OpenOutcome) => void;
  onDone: () => void;
};

/** The name of a single file, looked for before the press: the picker must open before anything is read. */
function useName(
  only: BackupFile | undefined,
  others: readonly BackupFile[],
  { api, crypt14 }: Keys,
): string {
  const { openText } = useText();
  const [found, setFound] = useState<{ id: number; name: string } | null>(null);
  useEffect(() => {
    if (!only) return;
    const take = (name: string) => setFound({ id: only.id, name });
    void nameFor(only, others, { api, crypt14 }).then(take, () => undefined);
  }, [only, others, api, crypt14]);
  if (!only) return openText.zipName;
  return found?.id === only.id ? found.name : likelyName(only);
}

export function OpenPanel(props: OpenPanelProps) {
  const {
    backupsPress,
    backupsSay,
    batchText,
    errorText,
    openText,
    openedNameText,
    outcomeLine,
    outcomeSaid,
  } = useText();
  const api = useApi();
  const { crypt14, files, others, isBusy, run, onOpened, onDone } = props;
  const say = useSay();
  const usual = Math.max(...files.map(({ source }) => usualMostBytes(source.size)));
  const [limit, setLimit] = useState(() => String(Math.ceil(usual / GIB)));
  const [first, ...more] = files;
  const only = more.length === 0 ? first : undefined;
  const name = useName(only, others, { api, crypt14 });

  /**
   * The picker at once: it must follow the press. Null: no place was chosen; false: there is more to be done.
   */
  const choose = async (): Promise<((act: OpenAct) => Promise<boolean>) | null> => {
    if (!only) {
      const folder = await chooseFolder(() => startZipFolder(name));
      return (
        folder &&
        (async (act) => {
          const batch = await openAllTo(folder, files, others, act, onOpened);
          const said = batchText(batch.opened, batch.others);
          const isAll = batch.others.length === 0;
          if (isAll) say.status(said);
          else say.alert(said);
          return isAll;
        })
      );
    }
    const place = await chooseFile(name);
    return (
      place &&
      (async (act) => {
        const outcome = await openTo(place, only, act);
        onOpened(only.id, outcome);
        const isOpened = outcome.outcome === "opened";
        if (isOpened) say.status(outcomeLine(outcome));
        else say.alert(outcomeSaid(outcome));
        return isOpened;
      })
    );
  };
  const start = async () => {
    const mostBytes = Number(limit) * GIB;
    if (!(mostBytes > 0)) return say.alert(openText.limitWrong);
    if (isBusy) return say.alert(backupsSay.busy);
    const failed = (reason: unknown) => {
      if (reason instanceof RefusedError)
        say.alert(reason.code === "not-found" ? backupsSay.deletedKey : errorText[reason.code]);
      else if (isUnreadable(reason)) say.alert(backupsSay.unreadable);
      else say.alert((reason as Error).name === "QuotaExceededError" ? openText.full : openText.failed);
    };
    const work = await choose().catch(failed);
    if (work === null) say.status(openText.noPlace);
    if (!work) return;
    const total = files.reduce((sum, { source }) => sum + source.size, 0);
    run(openText.opening, total, async (signal, onProgress) => {
      try {
        if (await work({ api, crypt14, mostBytes, signal, onProgress })) onDone();
      } catch (reason) {
        if (signal.aborted) say.status(openText.cancelled);
        else failed(reason);
      }
    });
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
