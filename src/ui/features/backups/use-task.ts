import { useEffect, useRef, useState } from "preact/hooks";
import { useActFailed } from "../../kit/use-act.ts";
import type { RunTask, Task } from "./model.ts";

/** Often enough to be followed, seldom enough to cost nothing. */
const SHOW_EVERY_MS = 200;

/** One piece of work at a time; leaving the view stops it. */
export function useTask(nowMs: () => number): { task: Task | null; run: RunTask; cancel: () => void } {
  const [task, setTask] = useState<Task | null>(null);
  const running = useRef<AbortController | null>(null);
  const failed = useActFailed();
  useEffect(() => () => running.current?.abort(), []);
  const run: RunTask = (label, totalBytes, work) => {
    if (running.current) return;
    const stop = new AbortController();
    running.current = stop;
    const startedAtMs = nowMs();
    let shownAtMs = startedAtMs;
    setTask({ label, doneBytes: 0, totalBytes, startedAtMs });
    const onProgress = (doneBytes: number) => {
      if (nowMs() - shownAtMs < SHOW_EVERY_MS || stop.signal.aborted) return;
      shownAtMs = nowMs();
      setTask({ label, doneBytes, totalBytes, startedAtMs });
    };
    void work(stop.signal, onProgress)
      .catch(failed)
      .finally(() => {
        running.current = null;
        setTask(null);
      });
  };
  return { task, run, cancel: () => running.current?.abort() };
}
