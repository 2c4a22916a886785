import { useState } from "preact/hooks";
import { canImport, type Findings, type FoundRecord } from "../../../copies/findings.ts";
import { Button } from "../../kit/button.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useText } from "../../text/use-text.ts";
import { FoundKeyItem, FoundRecordItem, FoundSettingItem, type Picks } from "./found-items.tsx";

/** More keys than that, in a file that is not ours, are rather a list of checksums. */
const MANY_KEYS = 20;

type FoundListProps = {
  findings: Findings;
  /** They come from a file of Sixtyfour's own. */
  isOurs: boolean;
  /** There is no keyring yet, so that the file's settings replace none that somebody has chosen. */
  isFresh: boolean;
  label: string;
  busy: boolean;
  onSave: (chosen: Findings) => void;
  onDrop: () => void;
};

/** Names of what can be left out; a Key ID names no key. */
const keyName = (index: number) => `key ${index}`;
const placeName = (key: string, place: string) => `${key} place ${place}`;
const recordName = ({ note }: FoundRecord) => `record ${note.id}`;
const settingName = (name: string) => `setting ${name}`;

/** What is left out at first: what looks altered, and what would change what is here. */
function leftOutAtFirst({ rows, records, settings }: Findings, isFresh: boolean): string[] {
  const places = rows.flatMap((row, index) =>
    row.places.filter(({ isGone }) => isGone).map(({ place }) => placeName(keyName(index), place)),
  );
  return [
    ...rows.flatMap(({ found, hasTwin }, index) => (found.isDoubtful || hasTwin ? [keyName(index)] : [])),
    ...places,
    ...records.filter((one) => one.kind !== "entry" || !one.isKnownVault).map(recordName),
    ...settings.filter((one) => !one.isStricter || !isFresh).map(({ name }) => settingName(name)),
  ];
}

/** Everything that was found, before anything is saved: without the digits, which nobody can compare in a list. */
export function FoundList({ findings, isOurs, isFresh, label, busy, onSave, onDrop }: FoundListProps) {
  const { checksumConfirm, foundText, foundTitles, importPress, importText } = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(leftOutAtFirst(findings, isFresh)));
  const picks: Picks = {
    has: (name) => !left.has(name),
    set: (name, isChosen) => {
      const next = new Set(left);
      if (isChosen) next.delete(name);
      else next.add(name);
      setLeft(next);
    },
  };
  const { rows, records, settings } = findings;
  const isKeyless = ({ row }: FoundRecord) => row !== null && !picks.has(keyName(row));
  const chosen: Findings = {
    rows: rows.flatMap((row, index) => {
      const key = keyName(index);
      const places = row.places.filter(({ place }) => picks.has(placeName(key, place)));
      return picks.has(key) ? [{ ...row, places }] : [];
    }),
    records: records.filter(
      (record) => canImport(record) && !isKeyless(record) && picks.has(recordName(record)),
    ),
    settings: settings.filter((one) => one.isStricter && picks.has(settingName(one.name))),
  };
  const mayBeChecksums = !isOurs && chosen.rows.length > MANY_KEYS;
  const hasPlaces = rows.some(({ places }) => places.length > 0);
  return (
    <div class="stack">
      <Heading>{foundText(rows.length)}</Heading>
      {hasPlaces && <p class="hint">{importText.placesHint}</p>}
      <ul class="found-keys">
        {rows.map((row, index) => {
          const name = keyName(index);
          return <FoundKeyItem key={name} row={row} name={name} placeName={placeName} picks={picks} />;
        })}
      </ul>
      {records.length > 0 && (
        <>
          <h3>{foundTitles.records}</h3>
          <ul class="found-keys" aria-label={foundTitles.records}>
            {records.map((record) => (
              <FoundRecordItem
                key={record.note.id}
                record={record}
                name={recordName(record)}
                picks={picks}
                isKeyless={isKeyless(record)}
              />
            ))}
          </ul>
        </>
      )}
      {settings.length > 0 && (
        <>
          <h3>{foundTitles.settings}</h3>
          <ul class="found-keys" aria-label={foundTitles.settings}>
            {settings.map((one) => (
              <FoundSettingItem key={one.name} setting={one} name={settingName(one.name)} picks={picks} />
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <Button
          label={label}
          look="primary"
          busy={busy}
          {...(mayBeChecksums && { confirm: checksumConfirm(chosen.rows.length) })}
          onPress={() => onSave(chosen)}
        />
        <Button label={importPress.drop} onPress={onDrop} />
      </div>
    </div>
  );
}
