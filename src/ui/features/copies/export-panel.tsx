import { useId, useState } from "preact/hooks";
import { type CopyEntry, copyEntryOf } from "../../../copies/copy-entry.ts";
import { ENCRYPTED_FORMATS, EXPORT_FORMATS, type ExportFormat } from "../../../copies/export-formats.ts";
import { fromBase64, utf8ToBytes, wipe } from "../../../core/bytes.ts";
import { parseBackupKey } from "../../../core/key/backup-key.ts";
import { exportFileName } from "../../../core/sealed/keyring-file.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { type Api, useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { refusalOf } from "../keyring/passphrase-choice.ts";
import { usePlainFiles } from "../keyring/plain-files.tsx";
import { type CopyFileFormat, writeExport } from "./export-file.ts";

const READER_NAME = "sixtyfour-reader.html";
const isEncrypted = (format: ExportFormat) => ENCRYPTED_FORMATS.includes(format);
const isFormat = (value: string): value is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(value);

function Options({ encrypted }: { encrypted: boolean }) {
  const { formatText } = useText();
  return (
    <>
      {EXPORT_FORMATS.filter((format) => isEncrypted(format) === encrypted).map((format) => (
        <option key={format} value={format}>
          {formatText[format].name}
        </option>
      ))}
    </>
  );
}

/** The keys of these entries, asked for one by one; a refusal is its code. */
async function readEntries(api: Api, entries: readonly EntrySummary[]) {
  const read: CopyEntry[] = [];
  for (const entry of entries) {
    const reply = await api.ask("key.reveal", { id: entry.id });
    const key = reply.ok ? parseBackupKey(reply.value.hex) : null;
    if (key === null) {
      wipe(...read.map((one) => one.key));
      return reply.ok ? "internal" : reply.error.code;
    }
    read.push(copyEntryOf({ ...entry, key }));
  }
  return read;
}

/** The HTML file that opens an exported keyring when there is no Sixtyfour any more. */
async function saveReader(api: Api): Promise<void> {
  const { readerHtml } = await import("virtual:sixtyfour-reader");
  api.saveFile(READER_NAME, utf8ToBytes(readerHtml));
}

export type ExportPanelProps = { entries: readonly EntrySummary[] };

/** One file for a password manager: encrypted unless the user chooses and confirms otherwise. */
export function ExportPanel({ entries }: ExportPanelProps) {
  const api = useApi();
  const text = useText();
  const { copiesPress, errorText, exportText, exportedText, formatText } = text;
  const say = useSay();
  const plainFiles = usePlainFiles();
  const id = useId();
  const { busy, run } = useAct();
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0]);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [asking, setAsking] = useState(false);
  const { steps } = formatText[format];

  const writeKeyring = () =>
    run(async () => {
      say.status(exportText.working);
      const reply = await api.ask("keyring.write-export", { passphrase: chosen.passphrase });
      const bytes = reply.ok ? fromBase64(reply.value.file) : null;
      if (bytes === null) return say.alert(errorText[reply.ok ? "internal" : reply.error.code]);
      api.saveFile(exportFileName(api.nowMs()), bytes);
      setChosen(NOTHING_CHOSEN);
      say.status(exportText.keyringWritten);
    });
  const write = (format: CopyFileFormat) =>
    run(async () => {
      setAsking(false);
      say.status(exportText.working);
      const read = await readEntries(api, entries);
      if (typeof read === "string") return say.alert(errorText[read]);
      try {
        const file = await writeExport(format, read, chosen.passphrase);
        api.saveFile(file.name, file.bytes);
        if (!isEncrypted(format)) plainFiles.add(api.nowMs());
        // The browser has its own copy by now.
        wipe(file.bytes);
      } catch {
        return say.alert(errorText.internal);
      } finally {
        wipe(...read.map(({ key }) => key));
      }
      setChosen(NOTHING_CHOSEN);
      say.status(exportedText(read.length, !isEncrypted(format)));
    });
  const start = async () => {
    if (busy) return;
    if (format === "key-file" && entries.length !== 1) return say.alert(exportText.single);
    if (!isEncrypted(format)) return setAsking(true);
    const refusal = await refusalOf(chosen);
    if (refusal !== null) return say.alert(refusal(text));
    if (format === "keyring-export") writeKeyring();
    else write(format);
  };
  return (
    <Panel title={exportText.title}>
      <div class="field">
        <label for={id}>{exportText.format}</label>
        <select
          id={id}
          autocomplete="off"
          value={format}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isFormat(value)) setFormat(value);
          }}
        >
          <optgroup label={exportText.encrypted}>
            <Options encrypted={true} />
          </optgroup>
          <optgroup label={exportText.plain}>
            <Options encrypted={false} />
          </optgroup>
        </select>
      </div>
      {isEncrypted(format) ? (
        <NewPassphrase
          labels={exportText.labels}
          chosen={chosen}
          onChange={setChosen}
          onEnter={() => void start()}
        />
      ) : (
        <p class="warning amber">{exportText.plainConsequence}</p>
      )}
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="buttons">
        <Button label={copiesPress.export} look="primary" busy={busy} onPress={() => void start()} />
        {format === "keyring-export" && (
          <Button label={copiesPress.saveReader} onPress={() => run(() => saveReader(api))} />
        )}
      </div>
      {asking && (
        <Dialog
          title={exportText.plainTitle}
          consequence={exportText.plainConsequence}
          sure={exportText.plainConfirm}
          onSure={() => format !== "keyring-export" && write(format)}
          onCancel={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}
