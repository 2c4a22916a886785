import { dueReminder, isExportOutdated, REMINDER_PAUSE_MS } from "../../../core/keyring/place-reminders.ts";
import { isExported, isVaultPlace } from "../../../core/keyring/verified-places.ts";
import { useApi } from "../../api.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { Button } from "../../kit/button.tsx";
import type { Ask } from "../../kit/use-act.ts";
import { useEntries, useSettings } from "../../page-state.ts";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";

type RemindersProps = {
  /** The user wants to verify this entry in this place. */
  onVerify: (id: string, place: string) => void;
};

/** What is to be done about places beside the amber marks: it asks, and holds nobody up. */
export function Reminders({ onVerify }: RemindersProps) {
  const settings = useSettings();
  const entries = useEntries();
  const { nowMs } = useApi();
  const { checkUpText, reminderPress, reminderText } = useText();
  const { nameOf } = useKeyNames();
  const reminder = dueReminder(entries, settings.reminderAfterMs, nowMs());
  const entry = entries.find(({ id }) => id === reminder?.id);
  const isOutdated = isExportOutdated(entries);
  const postpone = async (ask: Ask) => {
    await ask("settings.save", { ...settings, reminderAfterMs: nowMs() + REMINDER_PAUSE_MS });
    return reminderText.postponed;
  };
  if (!isOutdated && !(reminder && entry)) return null;
  return (
    <section class="stack reminders" aria-label={reminderText.title}>
      {reminder && entry && (
        <div class="warning amber">
          <p>{checkUpText(nameOf(entry), reminder)}</p>
          <div class="buttons">
            {isVaultPlace(reminder.place) ? (
              <a href={VAULT_PAGE}>{reminderPress.verify}</a>
            ) : (
              <Button label={reminderPress.verify} onPress={() => onVerify(entry.id, reminder.place)} />
            )}
            <ActButton label={reminderPress.later} look="quiet" act={postpone} />
          </div>
        </div>
      )}
      {isOutdated && (
        <p class="warning">{entries.some(isExported) ? reminderText.oldExport : reminderText.noExport}</p>
      )}
    </section>
  );
}
