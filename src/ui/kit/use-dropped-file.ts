import { useLayoutEffect } from "preact/hooks";
import { useLatest } from "./use-latest.ts";

/** Files that are dropped anywhere on the page; left alone, they would take the tab to themselves. */
export function useDroppedFile(take: (file: File) => void): void {
  const latest = useLatest(take);
  useLayoutEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) latest.current(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [latest]);
}
