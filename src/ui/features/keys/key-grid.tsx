import { keyRows } from "../../../core/key/key-rows.ts";
import { rowCheck } from "../../../core/key/row-check.ts";
import { markKeyRegion } from "../../kit/attributes.ts";
import { useText } from "../../text/use-text.ts";

const ROW_LETTERS = ["A", "B", "C", "D"] as const;
const GROUP_NUMBERS = [1, 2, 3, 4] as const;

function spelled(characters: string): string {
  return Array.from(characters).join(" ");
}

function Covered() {
  const { entryText } = useText();
  return (
    <div role="img" aria-label={entryText.hidden}>
      {ROW_LETTERS.map((letter) => (
        <div key={letter} class="row" data-row={letter}>
          {GROUP_NUMBERS.map((group) => (
            <span key={group} class="covered">
              ••••
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

function Row({ letter, groups }: { letter: string; groups: string[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, these are digits to read
    <div class="row" role="group" aria-label={`Row ${letter}`} data-row={letter}>
      {GROUP_NUMBERS.map((group) => {
        const digits = groups[group - 1] ?? "";
        return (
          <span key={group} class="group" role="img" aria-label={spelled(digits)}>
            {digits}
          </span>
        );
      })}
    </div>
  );
}

function Check({ letter, check }: { letter: string; check: string }) {
  const { words } = useText();
  return (
    <span role="img" aria-label={`Row ${letter} ${words.check}: ${spelled(check)}`}>
      {check}
    </span>
  );
}

/**
 * 4 rows of 4 groups, or as many dots. The checks stand outside the region, so that the region holds the 64
 * digits and nothing else. `hex`: 64 digits, or null while hidden.
 */
export function KeyGrid({ hex }: { hex: string | null }) {
  const { entryText, words } = useText();
  const rows = hex === null ? null : keyRows(hex);
  return (
    <div class="key">
      <section ref={markKeyRegion} aria-label={words.theKey} onDragStart={(event) => event.preventDefault()}>
        {rows === null ? (
          <Covered />
        ) : (
          ROW_LETTERS.map((letter, row) => <Row key={letter} letter={letter} groups={rows[row] ?? []} />)
        )}
      </section>
      <div class="checks" title={entryText.checkHint}>
        {ROW_LETTERS.map((letter, row) =>
          rows === null ? (
            <span key={letter} class="covered" aria-hidden="true">
              ••
            </span>
          ) : (
            <Check key={letter} letter={letter} check={rowCheck(row, rows[row]?.join("") ?? "")} />
          ),
        )}
        <span class="check-word" aria-hidden="true">
          {words.check}
        </span>
      </div>
    </div>
  );
}
