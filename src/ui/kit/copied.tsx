import { useEffect, useState } from "preact/hooks";
import { useText } from "../text/use-text.ts";

/** Says once that the key was copied, then counts down without saying every second aloud. */
export function Copied({ clearsAtMs, nowMs }: { clearsAtMs: number; nowMs: () => number }) {
  const { copyText } = useText();
  const [atMs, setAtMs] = useState(nowMs);
  const left = Math.max(0, Math.ceil((clearsAtMs - atMs) / 1000));
  const over = left === 0;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setAtMs(nowMs()), 1000);
    return () => clearInterval(timer);
  }, [over, nowMs]);
  if (over) return null;
  return (
    <>
      {copyText.copied} <span aria-live="off">{left} s</span>
    </>
  );
}
