import { useState } from "preact/hooks";
import { type OpenOutcome, usualMostBytes } from "../../../backup/open.ts";
import { chooseFile, chooseFolder } from "../../../platform/files.ts";
import type { Api } from "../../api.ts";
import { Heading } from "../../components/heading.tsx";
import { useSay } from "../../components/say.tsx";
import { TextBox } from "../../components/text-box.tsx";
import { openText, outcomeLine } from "../../text/backup-acts.ts";
import { backupsPress, backupsSay } from "../../text/backups.ts";
import { errorText } from "../../text.ts";
import type { Crypt14Key } from "./crypt14-key.ts";
import { isUnreadable } from "./dropped-files.ts";
import type { BackupFile, RunTask } from "./model.ts";
import { openAllTo, openTo, suggestedName } from "./open-files.ts";
import { RefusedError } from "./prover.ts";

const GIB = 2 ** 30;

type OpenPanelProps = {
  api: Api;
  crypt14: Crypt14Key;
  /** Proven ones. */
  files: readonly BackupFile[];
  /** All that were dropped: descriptions of media among them give names. */
  others: readonly BackupFile[];
  run: RunTask;
  onOpened: (id: number, outcome: OpenOutcome) => void;
  onDone: () => void;
};

export function OpenPanel({ api, crypt14, files, others, run, onOpened, onDone }: OpenPanelProps) {
  const say = useSay();
  const usual = Math.max(...files.map(({ source }) => usualMostBytes(source.size)));
  const [limit, setLimit] = useState(() => String(Math.ceil(usual / GIB)));
  const start = async () => {
    const mostBytes = Number(limit) * GIB;
    if (!(mostBytes > 0)) return say.alert(openText.limitWrong);
    const [only] = files;
    const isOne = files.length === 1 && only !== undefined;
    // The picker first: it must follow the press.
    const place = isOne ? await chooseFile(suggestedName(only)) : await chooseFolder();
    if (!place) return say.status(openText.noPlace);
    const total = files.reduce((sum, { source }) => sum + source.size, 0);
    run(openText.opening, total, async (signal, onProgress) => {
      const act = { api, crypt14, mostBytes, signal, onProgress };
      try {
        if ("start" in place && isOne) {
          const outcome = await openTo(place as Parameters<typeof openTo>[0], only, act);
          onOpened(only.id, outcome);
          if (outcome.outcome === "opened") say.status(outcomeLine(outcome));
          else say.alert(outcomeLine(outcome));
        } else {
          await openAllTo(place as Parameters<typeof openAllTo>[0], files, others, act, onOpened);
          say.status(backupsSay.done);
        }
        onDone();
      } catch (reason) {
        if (signal.aborted) say.status(openText.cancelled);
        else if (reason instanceof RefusedError) say.alert(errorText[reason.code]);
        else say.alert(isUnreadable(reason) ? backupsSay.unreadable : openText.failed);
      }
    });
  };
  return (
    <section class="panel stack">
      <Heading>{openText.title}</Heading>
      <p class="warning">{openText.warning}</p>
      <TextBox
        label={openText.limit}
        hint={openText.limitHint}
        value={limit}
        maxLength={8}
        onInput={setLimit}
        onEnter={start}
      />
      <div class="buttons">
        <button type="button" class="primary" onClick={start}>
          {openText.start}
        </button>
        <button type="button" onClick={onDone}>
          {backupsPress.close}
        </button>
      </div>
    </section>
  );
}
