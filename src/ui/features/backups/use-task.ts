import { useEffect, useRef, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { RefusedError, useActFailed } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { isDiskFull, isUnreadable } from "./file-failures.ts";
import type { Task, Tasks, TaskText } from "./model.ts";

/** Often enough to be followed, seldom enough to cost nothing. */
const SHOW_EVERY_MS = 200;

/** What a task itself has to say of a failure; undefined where the page's own sentences are right. */
function sentenceFor(reason: unknown, text: TaskText, deletedKey: string): string | undefined {
  if (reason instanceof RefusedError) return reason.code === "not-found" ? deletedKey : undefined;
  if (isUnreadable(reason)) return text.unreadable ?? text.failed;
  if (isDiskFull(reason)) return text.full ?? text.failed;
  return text.failed;
}

/** One piece of work at a time; leaving the view stops it. */
export function useTask(): Tasks {
  const api = useApi();
  const { backupsSay } = useText();
  const say = useSay();
  const actFailed = useActFailed();
  const [task, setTask] = useState<Task | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const failed = (reason: unknown, text: TaskText) => {
    const sentence = sentenceFor(reason, text, backupsSay.deletedKey);
    if (sentence === undefined) actFailed(reason);
    else say.alert(sentence);
  };
  const run: Tasks["run"] = async (text, total, work) => {
    if (running.current) return say.alert(backupsSay.busy);
    const stop = new AbortController();
    running.current = stop;
    const startedAtMs = api.nowMs();
    let shownAtMs = startedAtMs;
    const show = (done: number) => setTask({ label: text.running, done, total, startedAtMs });
    show(0);
    const onProgress = (done: number) => {
      if (api.nowMs() - shownAtMs < SHOW_EVERY_MS || stop.signal.aborted) return;
      shownAtMs = api.nowMs();
      show(done);
    };
    try {
      await work(stop.signal, onProgress);
    } catch (reason) {
      if (stop.signal.aborted) say.status(text.cancelled);
      else failed(reason, text);
    } finally {
      running.current = null;
      setTask(null);
    }
  };
  const runAt: Tasks["runAt"] = async (choose, text, total, work) => {
    if (running.current) return say.alert(backupsSay.busy);
    const place = await choose().catch((reason) => failed(reason, text));
    if (place === null) say.status(text.noPlace);
    if (place) await run(text, total, (...to) => work(place, ...to));
  };
  return { task, run, runAt, cancel: () => running.current?.abort() };
}
