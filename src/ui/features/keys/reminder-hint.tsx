import { dueReminder } from "../../../core/keyring/place-reminders.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useEntries, useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "./twins.ts";

/** A short form of the half-yearly reminder. The section *Safe places* shows all of it. */
export function ReminderHint({ onLook }: { onLook: () => void }) {
  const { nowMs } = useApi();
  const settings = useSettings();
  const entries = useEntries();
  const { reminderPress, shortCheckUpText } = useText();
  const { nameOf } = useKeyNames();
  const reminder = dueReminder(entries, settings.reminderAfterMs, nowMs());
  const entry = entries.find(({ id }) => id === reminder?.id);
  return entry ? (
    <div class="warning amber">
      <p>{shortCheckUpText(nameOf(entry))}</p>
      <Button label={reminderPress.look} look="link" onPress={onLook} />
    </div>
  ) : null;
}
