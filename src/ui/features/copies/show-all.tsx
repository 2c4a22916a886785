import { useCallback } from "preact/hooks";
import { ok } from "../../../core/errors.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";
import { useRevealed } from "../keys/use-revealed.ts";
import { SheetPanel, type ShownKey } from "./sheet-panel.tsx";
import { Ways } from "./ways.tsx";

type ShowAllProps = { entries: readonly EntrySummary[] };

/** All keys on paper, a sheet each; what is read off a screen is for one key at a time, and says so. */
export function ShowAll({ entries }: ShowAllProps) {
  const api = useApi();
  const { placesText } = useText();
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
  return (
    <>
      <Ways onOpen={(way) => (way === "sheet" ? void reveal() : say.alert(placesText.onePlease))} />
      {shown && <SheetPanel keys={shown} onClose={hide} />}
    </>
  );
}
