import { useEffect } from "preact/hooks";
import { useLatest } from "../../kit/use-latest.ts";

/** Escape goes back before it closes the popup. A dialog that is open takes it first. `back`: null at the start. */
export function useEscape(back: (() => void) | null): void {
  const latest = useLatest(back);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || latest.current === null) return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [latest]);
}
