import { KEY_DIGITS, keyRows, rowLetter } from "../../../core/key/key-rows.ts";
import { rowCheck } from "../../../core/key/row-check.ts";
import { markKeyRegion } from "../../kit/attributes.ts";
import { useText } from "../../text/use-text.ts";

/** What stands in place of the digits, as four rows of four groups. */
const COVERED = keyRows("•".repeat(KEY_DIGITS));
/** Names the groups of a row; they stay where they are. */
const GROUPS = [0, 1, 2, 3] as const;

function spelled(characters: string): string {
  return Array.from(characters).join(" ");
}

function Covered() {
  const { entryText } = useText();
  return (
    <div role="img" aria-label={entryText.hidden}>
      {COVERED.map((groups, row) => (
        <div key={rowLetter(row)} class="row" data-row={rowLetter(row)}>
          {GROUPS.map((group) => (
            <span key={group} class="covered">
              {groups[group]}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

function Row({ letter, groups }: { letter: string; groups: string[] }) {
  const { keyRowName } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, these are digits to read
    <div class="row" role="group" aria-label={keyRowName(letter)} data-row={letter}>
      {GROUPS.map((group) => (
        <span key={group} class="group" role="img" aria-label={spelled(groups[group] ?? "")}>
          {groups[group]}
        </span>
      ))}
    </div>
  );
}

/** The two characters that tell whether a row was copied without a typo. */
function Checks({ rows }: { rows: string[][] }) {
  const { rowCheckName } = useText();
  return (
    <>
      {rows.map((groups, row) => {
        const letter = rowLetter(row);
        const check = rowCheck(row, groups.join(""));
        return (
          <span key={letter} role="img" aria-label={rowCheckName(letter, spelled(check))}>
            {check}
          </span>
        );
      })}
    </>
  );
}

function CoveredChecks() {
  return (
    <>
      {COVERED.map((_, row) => (
        <span key={rowLetter(row)} class="covered" aria-hidden="true">
          ••
        </span>
      ))}
    </>
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
        {rows?.map((groups, row) => <Row key={rowLetter(row)} letter={rowLetter(row)} groups={groups} />) ?? (
          <Covered />
        )}
      </section>
      <div class="checks" title={entryText.checkHint}>
        {rows ? <Checks rows={rows} /> : <CoveredChecks />}
        <span class="check-word" aria-hidden="true">
          {words.check}
        </span>
      </div>
    </div>
  );
}
