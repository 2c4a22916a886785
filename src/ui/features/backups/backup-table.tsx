import { isAllOpened } from "../../../backup/open.ts";
import { Button } from "../../kit/button.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { type BackupFile, isBackup } from "./backup-file.ts";
import { CRYPT14_KEY_ID } from "./crypt14-key.ts";

function FittingKey({ id }: { id: string }) {
  const { keyFileName } = useText();
  const { fittingOf } = useKeyNames();
  const entry = useEntries().find((known) => known.id === id);
  if (id === CRYPT14_KEY_ID) return <p>{keyFileName}</p>;
  return entry ? <p>{fittingOf(entry)}</p> : null;
}

function Verdict({ file }: { file: BackupFile }) {
  const {
    backupsSay,
    openedCheckedText,
    kindText,
    outcomeLine,
    keyTestText,
    salvageOutcomeText,
    verdictText,
  } = useText();
  const { kind, test, checked, isUnreadable } = file;
  if (isUnreadable) return <>{backupsSay.unreadable}</>;
  if (!kind) return null;
  const verdict = checked?.verdict ?? test?.verdict ?? (isBackup(file) ? null : "not-a-backup");
  if (verdict === null) return null;
  const isComplete = file.opened?.outcome !== "opened" || isAllOpened(file.opened);
  const rest = checked
    ? openedCheckedText(checked, { isComplete, kind })
    : test
      ? keyTestText(test, kind)
      : kindText(kind);
  return (
    <>
      <strong class={`verdict-${verdict}`}>{verdictText[verdict]}</strong> {rest}
      {file.opened && <span class="opened"> {outcomeLine(file.opened)}</span>}
      {file.salvaged && <span class="opened"> {salvageOutcomeText(file.salvaged)}</span>}
    </>
  );
}

type RowProps = {
  file: BackupFile;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onAddKey: () => void;
};

function Row({ file, isChosen, onChoose, onAddKey }: RowProps) {
  const { backupsPress, kindText, selectText, sizeText } = useText();
  const { source, kind, test } = file;
  const folder = source.path.slice(0, -source.name.length);
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          autocomplete="off"
          aria-label={selectText(source.path)}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        {folder !== "" && <span class="hint">{folder}</span>}
        {source.name} <span class="hint">{sizeText(source.size)}</span>
      </th>
      <td>
        {kind && isBackup(file) && kindText(kind)}
        {kind?.kind === "key-file" && kind.holds === "backup-key" && (
          <Button label={backupsPress.addKey} onPress={onAddKey} />
        )}
      </td>
      <td>
        {test?.keys.map((id) => (
          <FittingKey key={id} id={id} />
        ))}
      </td>
      <td>
        <Verdict file={file} />
      </td>
    </tr>
  );
}

type TableProps = {
  files: readonly BackupFile[];
  chosen: ReadonlySet<number>;
  onChoose: (id: number, isChosen: boolean) => void;
  onAddKey: (file: BackupFile) => void;
};

/** The table of files, with the keys that fit and the results. */
export function BackupTable({ files, chosen, onChoose, onAddKey }: TableProps) {
  const { backupsWords } = useText();
  const columns = [backupsWords.file, backupsWords.what, backupsWords.key, backupsWords.verdict];
  return (
    <div class="table-frame">
      <table class="backups">
        <caption class="visually-hidden">{backupsWords.table}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{backupsWords.selected}</span>
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <Row
              key={file.id}
              file={file}
              isChosen={chosen.has(file.id)}
              onChoose={(isChosen) => onChoose(file.id, isChosen)}
              onAddKey={() => onAddKey(file)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
