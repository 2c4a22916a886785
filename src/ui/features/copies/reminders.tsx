import { DRILL_PAUSE_MS, dueDrill, isExportOutdated } from "../../../core/keyring/copy-reminders.ts";
import type { Settings } from "../../../core/keyring/opened-keyring.ts";
import { isExported, isVaultPlace } from "../../../core/keyring/proven-copies.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

import { nameOfPlace } from "./place-choice.tsx";

type RemindersProps = {
  api: Api;
  entries: readonly EntrySummary[];
  settings: Settings;
  /** The user wants to prove the copy of this entry in this place. */
  onProve: (id: string, place: string) => void;
};

/** What is to be done about copies beside the amber marks: it asks, and holds nobody up. */
export function Reminders({ api, entries, settings, onProve }: RemindersProps) {
  const text = useText();
  const { dateText, drillText, entryName, errorText, reminderPress, reminderText } = text;
  const say = useSay();
  const [busy, run] = useBusy();
  const drill = dueDrill(entries, settings.drillAfterMs, api.nowMs());
  const entry = entries.find(({ id }) => id === drill?.id);
  const isOutdated = isExportOutdated(entries);
  const postpone = () =>
    run(async () => {
      const drillAfterMs = api.nowMs() + DRILL_PAUSE_MS;
      const reply = await api.ask("settings.save", { ...settings, drillAfterMs });
      if (reply.ok) say.status(reminderText.postponed);
      else say.alert(errorText[reply.error.code]);
    });
  if (!isOutdated && !(drill && entry)) return null;
  return (
    <section class="stack reminders" aria-label={reminderText.title}>
      {drill && entry && (
        <div class="warning amber">
          <p>{drillText(entryName(entry), nameOfPlace(drill.place, text), dateText(drill.provenAtMs))}</p>
          <div class="buttons">
            {isVaultPlace(drill.place) ? (
              <a href={VAULT_PAGE}>{reminderPress.prove}</a>
            ) : (
              <button type="button" onClick={() => onProve(entry.id, drill.place)}>
                {reminderPress.prove}
              </button>
            )}
            <button type="button" class="quiet" aria-busy={busy} onClick={postpone}>
              {reminderPress.later}
            </button>
          </div>
        </div>
      )}
      {isOutdated && (
        <p class="warning">{entries.some(isExported) ? reminderText.oldExport : reminderText.noExport}</p>
      )}
    </section>
  );
}
