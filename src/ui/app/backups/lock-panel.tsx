import { useId, useState } from "preact/hooks";
import { importFileKey } from "../../../backup/gcm-stream.ts";
import { lock } from "../../../backup/lock.ts";
import { safeName } from "../../../backup/names.ts";
import type { Source } from "../../../backup/source.ts";
import { fromBase64 } from "../../../core/bytes.ts";
import { chooseFile } from "../../../platform/files.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { Heading } from "../../components/heading.tsx";
import { useSay } from "../../components/say.tsx";
import { chosenText, lockedText, lockText, openText } from "../../text/backup-acts.ts";
import { backupsPress } from "../../text/backups.ts";
import { entryName, errorText } from "../../text.ts";
import { DropArea } from "./drop-area.tsx";
import type { RunTask } from "./model.ts";
import { usable } from "./use-backups.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

/** The folder or the single file gives the name. */
function lockedName(sources: readonly Source[]): string {
  const [first] = sources;
  const top = first?.path.split("/")[0] ?? "files";
  return `${safeName(sources.length === 1 || first?.path.includes("/") ? top : "files")}.zip.crypt15`;
}

type LockPanelProps = { api: Api; entries: readonly EntrySummary[]; run: RunTask; onDone: () => void };

export function LockPanel({ api, entries, run, onDone }: LockPanelProps) {
  const say = useSay();
  const id = useId();
  const keys = usable(entries).sort(
    (a, b) => Number(a.origin === "whatsapp") - Number(b.origin === "whatsapp"),
  );
  const [sources, setSources] = useState<Source[]>([]);
  const [keyId, setKeyId] = useState(keys[0]?.id ?? "");
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const start = async () => {
    const entry = keys.find((known) => known.id === keyId);
    if (!entry) return say.alert(lockText.noKey);
    if (sources.length === 0) return say.alert(lockText.noFiles);
    const name = lockedName(sources);
    const place = await chooseFile(name);
    if (!place) return say.status(openText.noPlace);
    run(lockText.locking, total, async (signal, onProgress) => {
      try {
        const derived = await api.ask("backup.derive", { id: entry.id, purpose: { use: "backup" } });
        const raw = derived.ok ? fromBase64(derived.value.bytes) : null;
        if (!derived.ok || !raw)
          return say.alert(derived.ok ? errorText.internal : errorText[derived.error.code]);
        const key = await importFileKey(raw);
        const { version } = api;
        const { phoneEnding } = entry;
        const options = { version, phoneEnding, startMd5: startWorkerMd5, signal, onProgress };
        const done = await lock(sources, key, await place.start(), options);
        if (done.outcome === "too-large") return say.alert(lockText.tooLarge);
        say.status(lockedText(name, done.size));
        onDone();
      } catch {
        if (signal.aborted) say.status(openText.cancelled);
        else say.alert(lockText.failed);
      }
    });
  };
  return (
    <section class="panel stack">
      <Heading>{lockText.title}</Heading>
      <DropArea
        name={lockText.drop}
        hint={lockText.dropHint}
        files={lockText.pick}
        folder={lockText.pickFolder}
        onFiles={setSources}
      />
      {sources.length > 0 && <p>{chosenText(sources.length, total)}</p>}
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
        <button type="button" class="primary" onClick={start}>
          {lockText.start}
        </button>
        <button type="button" onClick={onDone}>
          {backupsPress.close}
        </button>
      </div>
    </section>
  );
}
