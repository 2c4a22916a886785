import type { EntrySummary } from "../../../protocol/page.ts";
import { Heading } from "../../components/heading.tsx";
import { copiesPress, sheetText } from "../../text/copies.ts";
import { RecoverySheet } from "./recovery-sheet.tsx";

type SheetPanelProps = { entry: EntrySummary; hex: string; onClose: () => void };

/** The sheet as it will be printed; the style sheet for print leaves out all else. */
export function SheetPanel({ entry, hex, onClose }: SheetPanelProps) {
  return (
    <section class="stack">
      <Heading>{sheetText.title}</Heading>
      <p class="hint">{sheetText.hint}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => window.print()}>
          {copiesPress.printNow}
        </button>
        <button type="button" onClick={onClose}>
          {copiesPress.close}
        </button>
      </div>
      <RecoverySheet entry={entry} hex={hex} />
    </section>
  );
}
