import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useRevealedKey } from "../keys/use-revealed.ts";
import { QrScreen } from "./qr-screen.tsx";
import { ReadAlongPanel } from "./read-along-panel.tsx";
import { SheetPanel } from "./sheet-panel.tsx";
import { type Way, Ways } from "./ways.tsx";

/** The ways by which one key is seen elsewhere; its digits are here while one of them is open. */
export function ShowOne({ entry }: { entry: EntrySummary }) {
  const { shown: hex, reveal, hide } = useRevealedKey(entry.id, { stays: true });
  const [way, setWay] = useState<Way>("sheet");
  const open = (chosen: Way) => {
    setWay(chosen);
    void reveal();
  };
  return (
    <>
      <Ways onOpen={open} />
      {hex !== null && way === "qr" && <QrScreen hex={hex} onClose={hide} />}
      {hex !== null && way === "read-along" && <ReadAlongPanel hex={hex} onClose={hide} />}
      {hex !== null && way === "sheet" && <SheetPanel keys={[{ entry, hex }]} onClose={hide} />}
    </>
  );
}
