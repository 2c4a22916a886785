import { useState } from "preact/hooks";
import type { FoundRow } from "../../../copies/found-keyring.ts";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useText } from "../../text/use-text.ts";

type FoundKeysProps = {
  rows: readonly FoundRow[];
  busy: boolean;
  onSave: (chosen: readonly FoundRow[]) => void;
  onDrop: () => void;
};

/** What was found, before anything is saved: without the digits, which nobody can compare in a list. */
export function FoundKeys({ rows, busy, onSave, onDrop }: FoundKeysProps) {
  const { foundHereText, foundNameText, foundText, foundWhereText, importPress } = useText();
  /** Fingerprints of those that are not to be saved. */
  const [left, setLeft] = useState<readonly string[]>(
    rows.filter(({ found }) => found.isDoubtful).map(({ keyId }) => keyId),
  );
  return (
    <div class="stack">
      <Heading>{foundText(rows.length)}</Heading>
      <ul class="found-keys">
        {rows.map((row) => (
          <li key={row.keyId}>
            <CheckBox
              label={foundNameText(row.found, row.keyId)}
              checked={!left.includes(row.keyId)}
              onChange={(isChosen) => {
                const others = left.filter((one) => one !== row.keyId);
                setLeft(isChosen ? others : [...others, row.keyId]);
              }}
            />
            <p class="facts">
              <span class="mono">{row.keyId}</span>
              <span>{foundHereText(row)}</span>
              <span>{foundWhereText(row.found.places)}</span>
            </p>
            {row.found.isDoubtful && <p class="amber-mark">{importPress.doubtful}</p>}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button
          label={importPress.save}
          look="primary"
          busy={busy}
          onPress={() => onSave(rows.filter(({ keyId }) => !left.includes(keyId)))}
        />
        <Button label={importPress.drop} onPress={onDrop} />
      </div>
    </div>
  );
}
