import { useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { Heading } from "../../kit/heading.tsx";
import { type Messages, useText } from "../../text/use-text.ts";

import type { FoundRow } from "./found-keyring.ts";

function nameOf({ found, fingerprint }: FoundRow, { endingText, entryName }: Messages): string {
  const name = entryName({ label: found.label, fingerprint });
  return [name, endingText(found.phoneEnding)].filter((part) => part !== "").join(" · ");
}

type FoundKeysProps = {
  rows: readonly FoundRow[];
  busy: boolean;
  onSave: (chosen: readonly FoundRow[]) => void;
  onDrop: () => void;
};

/** What was found, before anything is saved: without the digits, which nobody can compare in a list. */
export function FoundKeys({ rows, busy, onSave, onDrop }: FoundKeysProps) {
  const text = useText();
  const { foundHereText, foundText, foundWhereText, importPress } = text;
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter(({ found }) => found.isDoubtful).map((row) => row.fingerprint)),
  );
  const choose = (print: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(print);
    else next.add(print);
    setLeft(next);
  };
  const chosen = rows.filter((row) => !left.has(row.fingerprint));
  return (
    <div class="stack">
      <Heading>{foundText(rows.length)}</Heading>
      <ul class="found-keys">
        {rows.map((row) => (
          <li key={row.fingerprint}>
            <CheckBox
              label={nameOf(row, text)}
              checked={!left.has(row.fingerprint)}
              onChange={(isChosen) => choose(row.fingerprint, isChosen)}
            />
            <p class="facts">
              <span class="mono">{row.fingerprint}</span>
              <span>{foundHereText(row)}</span>
              <span>{foundWhereText(row.found.places)}</span>
            </p>
            {row.found.isDoubtful && <p class="amber-mark">{importPress.doubtful}</p>}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button label={importPress.save} look="primary" busy={busy} onPress={() => onSave(chosen)} />
        <Button label={importPress.drop} onPress={onDrop} />
      </div>
    </div>
  );
}
