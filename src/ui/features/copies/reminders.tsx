import { DRILL_PAUSE_MS, dueDrill, isExportOutdated } from "../../../core/keyring/copy-reminders.ts";
import { isExported, isVaultPlace } from "../../../core/keyring/proven-copies.ts";
import { useApi } from "../../api.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { Button } from "../../kit/button.tsx";
import type { Ask } from "../../kit/use-act.ts";
import { useEntries, useSettings } from "../../page-state.ts";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

type RemindersProps = {
  /** The user wants to prove the copy of this entry in this place. */
  onProve: (id: string, place: string) => void;
};

/** What is to be done about copies beside the amber marks: it asks, and holds nobody up. */
export function Reminders({ onProve }: RemindersProps) {
  const settings = useSettings();
  const entries = useEntries();
  const { nowMs } = useApi();
  const { drillText, entryName, reminderPress, reminderText } = useText();
  const drill = dueDrill(entries, settings.drillAfterMs, nowMs());
  const entry = entries.find(({ id }) => id === drill?.id);
  const isOutdated = isExportOutdated(entries);
  const postpone = async (ask: Ask) => {
    await ask("settings.save", { ...settings, drillAfterMs: nowMs() + DRILL_PAUSE_MS });
    return reminderText.postponed;
  };
  if (!isOutdated && !(drill && entry)) return null;
  return (
    <section class="stack reminders" aria-label={reminderText.title}>
      {drill && entry && (
        <div class="warning amber">
          <p>{drillText(entryName(entry), drill)}</p>
          <div class="buttons">
            {isVaultPlace(drill.place) ? (
              <a href={VAULT_PAGE}>{reminderPress.prove}</a>
            ) : (
              <Button label={reminderPress.prove} onPress={() => onProve(entry.id, drill.place)} />
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
