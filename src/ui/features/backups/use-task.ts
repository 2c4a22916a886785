import { useEffect, useRef, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { RefusedError, useActFailed } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { isDiskFull, isUnreadable } from "./file-failures.ts";

/** Work that takes a while: one at a time, with its progress and a way to stop it. */
type Task = {
  /** What is being done, as a sentence. */
  label: string;
  /** Bytes, or keys that were tried. */
  done: number;
  /** 0: not known. */
  total: number;
  startedAtMs: number;
};

/** What a task says: while it runs, and of the ways in which it ends early. */
export type TaskText = {
  running: string;
  cancelled: string;
  /** For what is no refusal; without it, what is said of anything that nobody expected. */
  failed?: string;
  /** The disk is full. */
  full?: string;
  /** A file cannot be read any more. */
  unreadable?: string;
};

/** Gets the signal of *Cancel* and a way to tell how far it is. */
export type Work = (signal: AbortSignal, onProgress: (done: number) => void) => Promise<unknown>;

export type Tasks = {
  task: Task | null;
  /** Runs one piece of work, and says why if it ends early. While another one runs, it only says so. */
  run: (text: TaskText, total: number, work: Work) => Promise<void>;
  /**
   * The same for work that needs a place to write to.
   *
   * @param choose - opens the picker, which must follow the press. Null: it was closed.
   */
  runAt: <P>(
    choose: () => Promise<P | null>,
    text: TaskText & { noPlace: string },
    total: number,
    work: (place: P, ...to: Parameters<Work>) => Promise<unknown>,
  ) => Promise<void>;
  cancel: () => void;
};

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
