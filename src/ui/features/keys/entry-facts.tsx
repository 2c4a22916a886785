import type { EntrySummary } from "../../../protocol/page.ts";
import { dateText, endingText, originText, unsafeText, words } from "../../text.ts";

/** One line: phone ending, origin, date. */
export function EntryFacts({ entry }: { entry: EntrySummary }) {
  return (
    <p class="facts">
      {entry.phoneEnding !== "" && <span>{endingText(entry.phoneEnding)}</span>}
      <span>{originText[entry.origin]}</span>
      <span>
        <span class="visually-hidden">{words.created} </span>
        {dateText(entry.createdAtMs)}
      </span>
    </p>
  );
}

export function Fingerprint({ entry }: { entry: EntrySummary }) {
  return (
    <span class="mono">
      <span class="visually-hidden">{words.fingerprint} </span>
      {entry.fingerprint}
    </span>
  );
}

export function UnsafeMark({ entry }: { entry: EntrySummary }) {
  return entry.safe ? null : <p class="amber-mark">{unsafeText(entry.provenPlaces)}</p>;
}
