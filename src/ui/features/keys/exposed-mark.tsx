import { exposedAtMs } from "../../../core/keyring/entry-marks.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

type MarkProps = { entry: EntrySummary };

function useNextStep({ origin, supersededBy }: EntrySummary): string {
  const { exposedText } = useText();
  if (origin === "generated") return exposedText.generated;
  return supersededBy === null ? exposedText.next : exposedText.replaced;
}

/** What to do about a key that others have seen, and the way to take the mark back. */
export function ExposedNotice({ entry }: MarkProps) {
  const api = useApi();
  const { exposedText, press } = useText();
  const next = useNextStep(entry);
  if (exposedAtMs(entry) === null) return null;
  return (
    <section class="warning amber" aria-label={exposedText.title}>
      <p>
        <strong>{exposedText.title}</strong>
      </p>
      <p>{next}</p>
      <div class="buttons">
        {entry.origin === "whatsapp" && entry.supersededBy === null && (
          <Button label={press.addNew} onPress={() => api.openApp("#add")} />
        )}
        <ActButton
          label={exposedText.unmark}
          look="quiet"
          act={async (ask) => {
            await ask("entry.mark", { id: entry.id, mark: "exposed", isSet: false });
            return exposedText.unmarked;
          }}
        />
      </div>
    </section>
  );
}

/** For a key that was shown in public. It can be taken back, so nothing is asked first. */
export function MarkExposed({ entry }: MarkProps) {
  const { exposedText } = useText();
  if (exposedAtMs(entry) !== null) return null;
  return (
    <ActButton
      label={exposedText.mark}
      look="quiet"
      act={async (ask) => {
        await ask("entry.mark", { id: entry.id, mark: "exposed", isSet: true });
        return exposedText.marked;
      }}
    />
  );
}
