import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { KeyGrid } from "./key-grid.tsx";
import { useCopyKey } from "./use-copy-key.tsx";
import { useRevealedKey } from "./use-revealed.ts";

/** Digits that were marked by hand are copied as the button does it: whole, and cleared in time. */
function useMarkedCopy(panel: { readonly current: Element | null }, copy: () => void): void {
  const latest = useLatest(copy);
  useEffect(() => {
    const instead = (event: Event) => {
      const marked = document.getSelection();
      if (!panel.current || !marked || marked.isCollapsed || !marked.containsNode(panel.current, true))
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("copy", instead);
    return () => document.removeEventListener("copy", instead);
  }, [panel, latest]);
}

/** The 64 digits of one key, with *Reveal* and *Copy*. `revealed`: they are shown at once. */
export function KeyPanel({ id, revealed }: { id: string; revealed: boolean }) {
  const { copyText, press } = useText();
  const { shown: hex, reveal, hide } = useRevealedKey(id);
  const [copied, setCopied] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const copy = useCopyKey(id, () => setCopied(true));
  useMarkedCopy(panel, copy);
  const first = useLatest({ revealed, reveal });
  useEffect(() => {
    if (first.current.revealed) void first.current.reveal();
  }, [first]);
  return (
    <div class="key-panel" ref={panel}>
      <KeyGrid hex={hex} />
      <div class="buttons">
        <Button label={hex === null ? press.reveal : press.hide} onPress={hex === null ? reveal : hide} />
        <Button label={press.copy} onPress={copy} />
      </div>
      {copied && <p class="hint">{copyText.notes}</p>}
    </div>
  );
}
