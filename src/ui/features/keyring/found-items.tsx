import { canImport, type FoundRecord, type FoundRow, type FoundSetting } from "../../../copies/findings.ts";
import { CheckBox } from "../../kit/check-box.tsx";
import { useText } from "../../text/use-text.ts";

/** What is not left out, by its name. */
export type Picks = { has: (name: string) => boolean; set: (name: string, isChosen: boolean) => void };

type PickProps = { label: string; name: string; picks: Picks };

function Pick({ label, name, picks }: PickProps) {
  return <CheckBox label={label} checked={picks.has(name)} onChange={(is) => picks.set(name, is)} />;
}

type FoundKeyItemProps = {
  row: FoundRow;
  name: string;
  placeName: (key: string, place: string) => string;
  picks: Picks;
};

export function FoundKeyItem({ row, name, placeName, picks }: FoundKeyItemProps) {
  const { foundHereText, foundNameText, foundWhereText, importPress, importText, saidPlaceText, twinText } =
    useText();
  return (
    <li>
      <Pick label={foundNameText(row.found, row.keyId)} name={name} picks={picks} />
      <p class="facts">
        <span class="mono">{row.keyId}</span>
        <span>{foundHereText(row)}</span>
        <span>{foundWhereText(row)}</span>
      </p>
      {row.found.isDoubtful && <p class="amber-mark">{importPress.doubtful}</p>}
      {row.hasTwin && <p class="amber-mark">{twinText}</p>}
      {row.isReplaced && <p class="amber-mark">{importText.replaced}</p>}
      {row.places.length > 0 && (
        <ul class="found-places">
          {row.places.map((said) => (
            <li key={said.place}>
              <Pick label={saidPlaceText(said)} name={placeName(name, said.place)} picks={picks} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type FoundRecordItemProps = Omit<PickProps, "label"> & {
  record: FoundRecord;
  /** Its key was left out. */
  isKeyless: boolean;
};

export function FoundRecordItem({ record, name, picks, isKeyless }: FoundRecordItemProps) {
  const { foundRecordText, foundRecordWarning, importText } = useText();
  const label = foundRecordText(record);
  const warning = foundRecordWarning(record);
  return (
    <li>
      {canImport(record) && !isKeyless ? <Pick label={label} name={name} picks={picks} /> : <p>{label}</p>}
      {warning !== null && <p class="amber-mark">{warning}</p>}
      {isKeyless && <p class="hint">{importText.keyless}</p>}
    </li>
  );
}

export function FoundSettingItem({
  setting,
  name,
  picks,
}: Omit<PickProps, "label"> & { setting: FoundSetting }) {
  const { foundSettingText, importText } = useText();
  const label = foundSettingText(setting);
  return setting.isStricter ? (
    <li>
      <Pick label={label} name={name} picks={picks} />
    </li>
  ) : (
    <li>
      <p>{label}</p>
      <p class="hint">{importText.lessStrict}</p>
    </li>
  );
}
