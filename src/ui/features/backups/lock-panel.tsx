import { useId, useState } from "preact/hooks";
import { type FileKey, importFileKey } from "../../../backup/gcm-stream.ts";
import { lock } from "../../../backup/lock.ts";
import { safeName } from "../../../backup/names.ts";
import type { Source } from "../../../backup/source.ts";
import { fromBase64 } from "../../../core/bytes.ts";
import { chooseFile } from "../../../platform/files.ts";
import { type Api, useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { DropArea } from "./drop-area.tsx";
import type { RunTask } from "./model.ts";
import { RefusedError } from "./prover.ts";
import { usable } from "./use-backups.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

/** The folder or the single file gives the name. */
function lockedName(sources: readonly Source[]): string {
  const [first] = sources;
  const top = first?.path.split("/")[0] ?? "files";
  return `${safeName(sources.length === 1 || first?.path.includes("/") ? top : "files")}.zip.crypt15`;
}

/** The file key that an entry's key gives; rejects with {@link RefusedError}. */
async function lockingKey(api: Api, id: string): Promise<FileKey> {
  const derived = await api.ask("backup.derive", { id, purpose: { use: "backup" } });
  const raw = derived.ok ? fromBase64(derived.value.bytes) : null;
  if (!raw) throw new RefusedError(derived.ok ? "internal" : derived.error.code);
  return importFileKey(raw);
}

type LockPanelProps = {
  isBusy: boolean;
  run: RunTask;
  onDone: () => void;
};

export function LockPanel({ isBusy, run, onDone }: LockPanelProps) {
  const entries = useEntries();
  const api = useApi();
  const { backupsPress, backupsSay, chosenText, entryName, errorText, lockDoneText, lockText } = useText();
  const say = useSay();
  const id = useId();
  const keys = usable(entries).sort(
    (a, b) => Number(a.origin === "whatsapp") - Number(b.origin === "whatsapp"),
  );
  const [sources, setSources] = useState<Source[]>([]);
  const [keyId, setKeyId] = useState(keys[0]?.id ?? "");
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const name = lockedName(sources);
  const failed = (reason: unknown) => {
    if (reason instanceof RefusedError) say.alert(errorText[reason.code]);
    else if ((reason as Error).name === "QuotaExceededError") say.alert(lockText.full);
    else say.alert(lockText.failed);
  };
  const start = async () => {
    const entry = keys.find((known) => known.id === keyId);
    if (!entry) return say.alert(lockText.noKey);
    if (sources.length === 0) return say.alert(lockText.noFiles);
    if (isBusy) return say.alert(backupsSay.busy);
    const place = await chooseFile(name).catch(failed);
    if (place === null) say.status(lockText.noPlace);
    if (!place) return;
    run(lockText.locking, total, async (signal, onProgress) => {
      try {
        const sink = await place.start();
        const key = await lockingKey(api, entry.id).catch(async (reason) => {
          await sink.abort();
          throw reason;
        });
        const { version } = api;
        const { phoneEnding } = entry;
        const options = { version, phoneEnding, startMd5: startWorkerMd5, signal, onProgress };
        const done = await lock(sources, key, sink, options);
        if (done.outcome === "too-large") return say.alert(lockText.tooLarge);
        say.status(lockDoneText(name, done.size));
        onDone();
      } catch (reason) {
        if (signal.aborted) say.status(lockText.cancelled);
        else failed(reason);
      }
    });
  };
  return (
    <Panel title={lockText.title} focus>
      <DropArea
        name={lockText.drop}
        hint={lockText.dropHint}
        files={lockText.pick}
        folder={lockText.pickFolder}
        onFiles={setSources}
      />
      {sources.length > 0 && <p>{chosenText(sources.length, total, name)}</p>}
      {keys.length === 0 ? (
        <p class="warning">{lockText.noKey}</p>
      ) : (
        <div class="field">
          <label for={id}>{lockText.key}</label>
          <select
            id={id}
            autocomplete="off"
            value={keyId}
            onChange={(event) => setKeyId(event.currentTarget.value)}
          >
            {keys.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entryName(entry)} · {entry.fingerprint}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="buttons">
        <Button label={lockText.start} look="primary" onPress={start} />
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
