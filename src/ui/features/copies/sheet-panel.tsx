import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useText } from "../../text/use-text.ts";
import { RecoverySheet } from "./recovery-sheet.tsx";

/** One key with its digits. */
export type ShownKey = { entry: EntrySummary; hex: string };

type SheetPanelProps = { keys: readonly ShownKey[]; onClose: () => void };

/** The sheets as they will be printed, a page each; the style sheet for print leaves out all else. */
export function SheetPanel({ keys, onClose }: SheetPanelProps) {
  const { placesPress, sheetText } = useText();
  const isOne = keys.length === 1;
  return (
    <section class="stack">
      <Heading>{isOne ? sheetText.title : sheetText.titleAll}</Heading>
      <p class="hint">{isOne ? sheetText.hint : sheetText.hintAll}</p>
      <div class="buttons">
        <Button label={placesPress.printNow} look="primary" onPress={() => window.print()} />
        <Button label={placesPress.close} onPress={onClose} />
      </div>
      {keys.map(({ entry, hex }) => (
        <RecoverySheet key={entry.id} entry={entry} hex={hex} />
      ))}
    </section>
  );
}
