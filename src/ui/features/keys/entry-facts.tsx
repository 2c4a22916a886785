import { exposedAtMs } from "../../../core/keyring/entry-marks.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { twinPlaceOf } from "./twins.ts";

/** What sets a key apart wherever it is listed or chosen. */
export function EntryBadges({ entry }: { entry: EntrySummary }) {
  const { exposedText, originText } = useText();
  return (
    <>
      {exposedAtMs(entry) !== null && <span class="badge exposed">{exposedText.badge}</span>}
      {entry.origin === "generated" && <span class="badge">{originText.generated}</span>}
    </>
  );
}

/** One line: badges, phone ending, origin, date. */
export function EntryFacts({ entry }: { entry: EntrySummary }) {
  const { dateText, endingText, originText, words } = useText();
  return (
    <p class="facts">
      <EntryBadges entry={entry} />
      {entry.phoneEnding !== "" && <span>{endingText(entry.phoneEnding)}</span>}
      {entry.origin === "whatsapp" && <span>{originText.whatsapp}</span>}
      <span>
        <span class="visually-hidden">{words.created} </span>
        {dateText(entry.createdAtMs)}
      </span>
    </p>
  );
}

export function KeyIdMark({ entry }: { entry: EntrySummary }) {
  const { words } = useText();
  return (
    <span class="mono">
      <span class="visually-hidden">{words.keyId} </span>
      {entry.keyId}
    </span>
  );
}

/** The Key ID of a key that is not saved yet. */
export function KeyIdHint({ keyId }: { keyId: string }) {
  const { words } = useText();
  return (
    <p class="hint">
      {words.keyId} <span class="mono">{keyId}</span>
    </p>
  );
}

export function TwinWarning() {
  const { twinText } = useText();
  return <span class="amber-mark">{twinText}</span>;
}

/** Where another key here has the same Key ID, and which of them this is. */
export function TwinMark({ entry }: { entry: EntrySummary }) {
  const { twinPlaceText } = useText();
  const place = twinPlaceOf(entry, useEntries());
  if (place === null) return null;
  return (
    <>
      <span class="facts">{twinPlaceText(place, entry.createdAtMs)}</span>
      <TwinWarning />
    </>
  );
}

/** How safe a key is: verified in two places, or what is left to do. */
export function SafetyMark({ entry }: { entry: EntrySummary }) {
  const { entryText } = useText();
  return entry.safe ? <p class="green-mark">{entryText.safe}</p> : <UnsafeMark entry={entry} />;
}

export function UnsafeMark({ entry }: { entry: EntrySummary }) {
  const { unsafeText } = useText();
  return entry.safe ? null : <p class="amber-mark">{unsafeText(entry.verifiedPlaces)}</p>;
}
