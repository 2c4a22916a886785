import { dueDrill } from "../../../core/keyring/copy-reminders.ts";
import type { Settings } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useText } from "../../text/use-text.ts";

type DrillHintProps = {
  entries: readonly EntrySummary[];
  settings: Settings;
  nowMs: number;
  onLook: () => void;
};

/** The half-yearly drill where it can only be named: the section *Copies* does it. */
export function DrillHint({ entries, settings, nowMs, onLook }: DrillHintProps) {
  const { entryName, reminderPress, shortDrillText } = useText();
  const drill = dueDrill(entries, settings.drillAfterMs, nowMs);
  const entry = entries.find(({ id }) => id === drill?.id);
  return entry ? (
    <div class="warning amber">
      <p>{shortDrillText(entryName(entry))}</p>
      <button type="button" class="link" onClick={onLook}>
        {reminderPress.look}
      </button>
    </div>
  ) : null;
}
