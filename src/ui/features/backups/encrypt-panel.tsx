import { useState } from "preact/hooks";
import { encrypt } from "../../../backup/encrypt.ts";
import { importFileKey } from "../../../backup/gcm-stream.ts";
import { safeName } from "../../../backup/names.ts";
import type { Source } from "../../../backup/source.ts";
import { chooseFile } from "../../../platform/files.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAsk } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { GenerateButton } from "../keys/generate-button.tsx";
import { KeySelect } from "../keys/key-select.tsx";
import { firstOffered } from "../keys/looked-at.ts";
import { totalSize } from "./backup-file.ts";
import { DropArea } from "./drop-area.tsx";
import { orNothing } from "./open-to-places.ts";
import { derivedBytes } from "./opener.ts";
import { usable } from "./use-backups.ts";
import type { Tasks } from "./use-task.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

/** Named after the single file or the folder that was chosen. */
function encryptedName(sources: readonly Source[]): string {
  const [first] = sources;
  const top = first?.path.split("/")[0] ?? "files";
  return `${safeName(sources.length === 1 || first?.path.includes("/") ? top : "files")}.zip.crypt15`;
}

type EncryptPanelProps = { tasks: Tasks; onDone: () => void };

export function EncryptPanel({ tasks, onDone }: EncryptPanelProps) {
  const { version } = useApi();
  const ask = useAsk();
  const { backupsPress, chosenText, encryptDoneText, encryptText } = useText();
  const say = useSay();
  const keys = usable(useEntries()).sort(
    (a, b) => Number(a.origin === "whatsapp") - Number(b.origin === "whatsapp"),
  );
  const [sources, setSources] = useState<Source[]>([]);
  const [keyId, setKeyId] = useState(() => firstOffered(keys)?.id ?? "");
  const total = totalSize(sources);
  const name = encryptedName(sources);
  const start = () => {
    const entry = keys.find(({ id }) => id === keyId);
    if (!entry) return say.alert(encryptText.noKey);
    if (sources.length === 0) return say.alert(encryptText.noFiles);
    const { id, phoneEnding } = entry;
    const choose = () => chooseFile(name);
    return tasks.runAt(choose, encryptText, total, async (place, signal, onProgress) => {
      const sink = await place.start();
      const deriving = derivedBytes(ask, id, { use: "backup" });
      const key = await orNothing(sink, () => deriving.then(importFileKey));
      const options = { version, phoneEnding, startMd5: startWorkerMd5, signal, onProgress };
      const done = await encrypt(sources, key, sink, options);
      if (done.outcome === "too-large") return say.alert(encryptText.tooLarge);
      say.status(encryptDoneText(name, done.size));
      onDone();
    });
  };
  return (
    <Panel title={encryptText.title} focus>
      <p class="hint">{encryptText.notForWhatsApp}</p>
      <DropArea text={encryptText} onFiles={setSources} />
      {sources.length > 0 && <p>{chosenText(sources.length, total, name)}</p>}
      {keys.length === 0 ? (
        <p class="warning">{encryptText.noKey}</p>
      ) : (
        <KeySelect label={encryptText.key} entries={keys} value={keyId} onChange={setKeyId} />
      )}
      {!keys.some(({ origin }) => origin === "generated") && (
        <div class="buttons">
          <GenerateButton onMade={setKeyId} />
        </div>
      )}
      <div class="buttons">
        <Button label={encryptText.start} look="primary" onPress={start} />
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
