import { useCallback } from "preact/hooks";
import { ok } from "../../../core/errors.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { useRevealed } from "../keys/use-revealed.ts";
import { SheetPanel, type ShownKey } from "./sheet-panel.tsx";

type ShowAllProps = { api: Api; entries: readonly EntrySummary[] };

/** All keys on paper, a sheet each; what is read off a screen is for one key at a time, and says so. */
export function ShowAll({ api, entries }: ShowAllProps) {
  const { copiesPress, copiesText } = useText();
  const say = useSay();
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const keys: ShownKey[] = [];
      for (const entry of entries) {
        if (!isWanted()) break;
        const reply = await api.ask("key.reveal", { id: entry.id });
        if (!reply.ok) return reply;
        keys.push({ entry, hex: reply.value.hex });
      }
      return ok(keys);
    },
    [api, entries],
  );
  const { shown, reveal, hide } = useRevealed(read, true);
  const onePlease = () => say.alert(copiesText.onePlease);
  return (
    <>
      <div class="buttons tools">
        <button type="button" onClick={() => void reveal()}>
          {copiesPress.print}
        </button>
        <button type="button" onClick={onePlease}>
          {copiesPress.qr}
        </button>
        <button type="button" onClick={onePlease}>
          {copiesPress.readAlong}
        </button>
      </div>
      {shown && <SheetPanel keys={shown} onClose={hide} />}
    </>
  );
}
