import { dueReminder } from "../../../core/keyring/place-reminders.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useEntries, useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

/** The half-yearly reminder where it can only be named: the section *Copies* does it. */
export function ReminderHint({ onLook }: { onLook: () => void }) {
  const { nowMs } = useApi();
  const settings = useSettings();
  const entries = useEntries();
  const { entryName, reminderPress, shortCheckUpText } = useText();
  const reminder = dueReminder(entries, settings.reminderAfterMs, nowMs());
  const entry = entries.find(({ id }) => id === reminder?.id);
  return entry ? (
    <div class="warning amber">
      <p>{shortCheckUpText(entryName(entry))}</p>
      <Button label={reminderPress.look} look="link" onPress={onLook} />
    </div>
  ) : null;
}
