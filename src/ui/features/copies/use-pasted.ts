/**
 * Whether what stands in the boxes of a panel was typed, or came in one piece: by pasting, dropping, or however else
 * a browser puts text into a box. What came in one piece may be what Sixtyfour itself has copied.
 */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PlaceEvidence, ShownEvidence } from "../../../protocol/requests/kept-places.ts";
import { useApi } from "../../api.ts";
import { isOwnDrag } from "../../kit/own-drag.ts";
import { useLatest } from "../../kit/use-latest.ts";

/** One character, or one taken away. A browser that does not say what it did has not been typed into. */
function isTyped(event: Event): boolean {
  const { inputType = "", data = null } = event as Partial<InputEvent>;
  if (inputType.startsWith("delete") || inputType.startsWith("insertLine")) return true;
  return inputType === "insertText" && data !== null && data.length <= 1;
}

type Pasted = {
  /** Of the element that the boxes are in. */
  box: RefObject<HTMLDivElement | null>;
  /** With the time of the first piece since {@link forget}: what is deleted and brought back is as old as before. */
  evidenceOf: (given: ShownEvidence) => PlaceEvidence;
  forget: () => void;
};

/** @param onOwnDrag - digits that were dragged out of our own page were dropped, and stay out. */
export function usePasted(onOwnDrag: () => void): Pasted {
  const { nowMs } = useApi();
  const box = useRef<HTMLDivElement>(null);
  const sinceMs = useRef<number | null>(null);
  const latest = useLatest({ nowMs, onOwnDrag });
  useEffect(() => {
    const element = box.current;
    const came = () => {
      sinceMs.current ??= latest.current.nowMs();
    };
    const onInput = (event: Event) => isTyped(event) || came();
    const onDrop = (event: DragEvent) => {
      if (!isOwnDrag(event)) return came();
      event.preventDefault();
      event.stopPropagation();
      latest.current.onOwnDrag();
    };
    element?.addEventListener("input", onInput, true);
    element?.addEventListener("paste", came, true);
    element?.addEventListener("drop", onDrop, true);
    return () => {
      element?.removeEventListener("input", onInput, true);
      element?.removeEventListener("paste", came, true);
      element?.removeEventListener("drop", onDrop, true);
    };
  }, [latest]);
  return {
    box,
    evidenceOf: (given) =>
      sinceMs.current === null
        ? given
        : { kind: "pasted", msAgo: Math.max(0, Math.floor(nowMs() - sinceMs.current)), given },
    forget: () => {
      sinceMs.current = null;
    },
  };
}
