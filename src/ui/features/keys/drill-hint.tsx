import { dueDrill } from "../../../core/keyring/copy-reminders.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useEntries, useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

/** The half-yearly drill where it can only be named: the section *Copies* does it. */
export function DrillHint({ onLook }: { onLook: () => void }) {
  const { nowMs } = useApi();
  const settings = useSettings();
  const entries = useEntries();
  const { entryName, reminderPress, shortDrillText } = useText();
  const drill = dueDrill(entries, settings.drillAfterMs, nowMs());
  const entry = entries.find(({ id }) => id === drill?.id);
  return entry ? (
    <div class="warning amber">
      <p>{shortDrillText(entryName(entry))}</p>
      <Button label={reminderPress.look} look="link" onPress={onLook} />
    </div>
  ) : null;
}
