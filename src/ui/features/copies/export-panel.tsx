import { useState } from "preact/hooks";
import { type ExportEntry, exportEntryOf } from "../../../copies/export-entry.ts";
import { FORMATS, OFFERED_FORMATS, type OfferedFormat } from "../../../copies/formats/registry.ts";
import { fromBase64, utf8ToBytes, wipe } from "../../../core/bytes.ts";
import { parseBackupKey } from "../../../core/key/backup-key.ts";
import type { NamedPlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { Panel } from "../../kit/panel.tsx";
import { Select } from "../../kit/select.tsx";
import { type Ask, RefusedError, useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { checkChosen } from "../keyring/passphrase-choice.ts";
import { usePlainFiles } from "../keyring/plain-files.tsx";

const READER_NAME = "sixtyfour-reader.html";

/** All formats but the Sixtyfour file, which the background writes. */
type WrittenHere = OfferedFormat & Required<Pick<OfferedFormat, "write">>;
const isWrittenHere = (format: OfferedFormat): format is WrittenHere => format.write !== undefined;

const wipeKeys = (entries: readonly ExportEntry[]) => wipe(...entries.map(({ key }) => key));

/** The keys of these entries, asked for one by one. */
async function readEntries(ask: Ask, entries: readonly EntrySummary[]): Promise<ExportEntry[]> {
  const read: ExportEntry[] = [];
  try {
    for (const entry of entries) {
      const { hex } = await ask("key.reveal", { id: entry.id });
      const key = parseBackupKey(hex);
      if (key === null) throw new RefusedError("internal");
      read.push(exportEntryOf({ ...entry, key }));
    }
    return read;
  } catch (reason) {
    wipeKeys(read);
    throw reason;
  }
}

type ExportPanelProps = {
  entries: readonly EntrySummary[];
  /** @param place - where the file that was written belongs. */
  onWritten: (place: NamedPlace) => void;
};

/** One file for a password manager: encrypted unless the user chooses and confirms otherwise. */
export function ExportPanel({ entries, onWritten }: ExportPanelProps) {
  const api = useApi();
  const { placesPress, exportText, exportedText, formatText } = useText();
  const plainFiles = usePlainFiles();
  const { busy, run, ask, say, errorOf } = useAct();
  const [format, setFormat] = useState<OfferedFormat>(FORMATS[0]);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [asking, setAsking] = useState<WrittenHere | null>(null);
  const optionsOf = (encrypted: boolean) =>
    OFFERED_FORMATS.filter((one) => one.encrypted === encrypted).map(({ id }) => ({
      value: id,
      name: formatText[id].name,
    }));

  const written = (sentence: string) => {
    setChosen(NOTHING_CHOSEN);
    onWritten(format.place);
    say.status(sentence);
  };
  const writeKeyring = async () => {
    say.status(exportText.working);
    const { file } = await ask("keyring.write-export", { passphrase: chosen.passphrase });
    const bytes = fromBase64(file);
    if (bytes === null) throw new RefusedError("internal");
    api.saveFile(format.fileName(api.nowMs()), bytes);
    written(exportText.keyringWritten);
  };
  const write = async ({ write: bytesOf, fileName, encrypted }: WrittenHere) => {
    say.status(exportText.working);
    const read = await readEntries(ask, entries);
    try {
      const bytes = await bytesOf(read, chosen.passphrase);
      api.saveFile(fileName(api.nowMs()), bytes);
      if (!encrypted) plainFiles.add(api.nowMs());
      // The browser has read the bytes by now.
      wipe(bytes);
    } finally {
      wipeKeys(read);
    }
    written(exportedText(read.length, !encrypted));
  };
  const start = () =>
    run(async () => {
      if (format.holdsOne && entries.length !== 1) return say.alert(exportText.single);
      if (!format.encrypted && isWrittenHere(format)) return setAsking(format);
      await checkChosen(chosen, "password");
      await (isWrittenHere(format) ? write(format) : writeKeyring());
    });
  /** The HTML file that opens a Sixtyfour file without Sixtyfour. */
  const saveReader = () =>
    run(async () => {
      const { readerHtml } = await import("virtual:sixtyfour-reader");
      api.saveFile(READER_NAME, utf8ToBytes(readerHtml));
    });
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
          what="password"
          chosen={chosen}
          onChange={setChosen}
          onEnter={start}
          errorOf={errorOf}
        />
      ) : (
        <p class="warning amber">{exportText.plainConsequence}</p>
      )}
      <ol class="steps">
        {formatText[format.id].steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="buttons">
        <Button label={placesPress.export} look="primary" busy={busy} onPress={start} />
        {!isWrittenHere(format) && <Button label={placesPress.saveReader} onPress={saveReader} />}
      </div>
      {asking && (
        <Dialog
          title={exportText.plainTitle}
          consequence={exportText.plainConsequence}
          sure={exportText.plainConfirm}
          onSure={() => {
            setAsking(null);
            run(() => write(asking));
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
