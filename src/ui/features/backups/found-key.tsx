import type { Typed } from "../../../backup/candidates.ts";
import { differencesOf, type Pair, pairsOf, rowsOf } from "../../../backup/compare-digits.ts";
import { useText } from "../../text/use-text.ts";

/** With more differences a list would not help: the sentence about the kind of typo explains them. */
const MOST_LISTED = 8;

function Digit({ pair, side }: { pair: Pair; side: keyof Pair }) {
  const digit = pair[side];
  if (digit === null) return null;
  if (pair.typed === pair.found) return <span>{digit}</span>;
  return side === "typed" ? <del>{digit}</del> : <mark>{digit}</mark>;
}

function Side({ rows, side }: { rows: Pair[][][]; side: keyof Pair }) {
  return (
    <div class="found-key mono">
      {rows.map((groups, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places never move
        <p key={row}>
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places never move
            <span key={at} class="found-group">
              {group.map((pair, digit) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: places never move
                <Digit key={digit} pair={pair} side={side} />
              ))}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

/** The typed key with wrong digits struck out, the right key with them marked, and words for each. */
export function FoundKey({ hex, typed }: { hex: string; typed: Typed }) {
  const { differenceText, repairText } = useText();
  const pairs = pairsOf(typed, hex);
  const rows = rowsOf(pairs);
  const differences = differencesOf(pairs);
  return (
    <>
      <p class="hint">{repairText.youTyped}</p>
      <Side rows={rows} side="typed" />
      <p class="hint">{repairText.theKey}</p>
      <Side rows={rows} side="found" />
      {differences.length <= MOST_LISTED && (
        <ul class="hint">
          {differences.map((difference) => {
            const said = differenceText(difference);
            return <li key={said}>{said}</li>;
          })}
        </ul>
      )}
    </>
  );
}
