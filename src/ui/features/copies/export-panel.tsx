import { useState } from "preact/hooks";
import { type CopyEntry, copyEntryOf } from "../../../copies/copy-entry.ts";
import { FORMATS, OFFERED_FORMATS, type OfferedFormat } from "../../../copies/formats/registry.ts";
import { fromBase64, utf8ToBytes, wipe } from "../../../core/bytes.ts";
import { parseBackupKey } from "../../../core/key/backup-key.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { type Api, useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { Select } from "../../kit/select.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { refusalOf } from "../keyring/passphrase-choice.ts";
import { usePlainFiles } from "../keyring/plain-files.tsx";

const READER_NAME = "sixtyfour-reader.html";
/** All but the exported keyring, which the background writes. */
type WrittenHere = OfferedFormat & Required<Pick<OfferedFormat, "write">>;
const isWrittenHere = (format: OfferedFormat): format is WrittenHere => format.write !== undefined;

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
  const { busy, run } = useAct();
  const [format, setFormat] = useState<OfferedFormat>(FORMATS[0]);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [asking, setAsking] = useState<WrittenHere | null>(null);
  const { steps } = formatText[format.id];
  const optionsOf = (encrypted: boolean) =>
    OFFERED_FORMATS.filter((one) => one.encrypted === encrypted).map(({ id }) => ({
      value: id,
      name: formatText[id].name,
    }));

  const writeKeyring = () =>
    run(async () => {
      say.status(exportText.working);
      const reply = await api.ask("keyring.write-export", { passphrase: chosen.passphrase });
      const bytes = reply.ok ? fromBase64(reply.value.file) : null;
      if (bytes === null) return say.alert(errorText[reply.ok ? "internal" : reply.error.code]);
      api.saveFile(format.fileName(api.nowMs()), bytes);
      setChosen(NOTHING_CHOSEN);
      say.status(exportText.keyringWritten);
    });
  const write = (format: WrittenHere) =>
    run(async () => {
      setAsking(null);
      say.status(exportText.working);
      const read = await readEntries(api, entries);
      if (typeof read === "string") return say.alert(errorText[read]);
      try {
        const bytes = await format.write(read, chosen.passphrase);
        api.saveFile(format.fileName(api.nowMs()), bytes);
        if (!format.encrypted) plainFiles.add(api.nowMs());
        // The browser has its own copy by now.
        wipe(bytes);
      } catch {
        return say.alert(errorText.internal);
      } finally {
        wipe(...read.map(({ key }) => key));
      }
      setChosen(NOTHING_CHOSEN);
      say.status(exportedText(read.length, !format.encrypted));
    });
  const start = async () => {
    if (busy) return;
    if (format.holdsOne && entries.length !== 1) return say.alert(exportText.single);
    if (!format.encrypted && isWrittenHere(format)) return setAsking(format);
    const refusal = await refusalOf(chosen);
    if (refusal !== null) return say.alert(refusal(text));
    if (isWrittenHere(format)) write(format);
    else writeKeyring();
  };
  return (
    <Panel title={exportText.title}>
      <Select
        label={exportText.format}
        value={format.id}
        options={{ [exportText.encrypted]: optionsOf(true), [exportText.plain]: optionsOf(false) }}
        onChange={(id) => setFormat((now) => OFFERED_FORMATS.find((one) => one.id === id) ?? now)}
      />
      {format.encrypted ? (
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
        {!isWrittenHere(format) && (
          <Button label={copiesPress.saveReader} onPress={() => run(() => saveReader(api))} />
        )}
      </div>
      {asking && (
        <Dialog
          title={exportText.plainTitle}
          consequence={exportText.plainConsequence}
          sure={exportText.plainConfirm}
          onSure={() => write(asking)}
          onCancel={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
