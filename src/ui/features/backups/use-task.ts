import { useEffect, useRef, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { useKeep } from "../../kit/kept-view.tsx";
import { useSay } from "../../kit/say.tsx";
import { RefusedError, useActFailed } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { isDiskFull, isUnreadable } from "./file-failures.ts";

/** A task that takes a while. Only one runs at a time. It has progress and can be stopped. */
type Task = {
  /** What is being done, as a sentence. */
  label: string;
  /** The number of bytes read, or of keys tried. */
  done: number;
  /** 0: not known. */
  total: number;
  startedAtMs: number;
};

/** The sentences of a task: while it runs, and for each way to end early. */
export type TaskText = {
  running: string;
  cancelled: string;
  /** For errors that are no refusals. Without it, the page's sentence for unexpected errors is used. */
  failed?: string;
  /** The disk is full. */
  full?: string;
  /** A file cannot be read any more. */
  unreadable?: string;
};

/** Gets the signal of *Cancel*, and a function to report progress. */
export type Work = (signal: AbortSignal, onProgress: (done: number) => void) => Promise<unknown>;

export type Tasks = {
  task: Task | null;
  /** Runs a task, and says why if it ends early. If another task is running, it only says that. */
  run: (text: TaskText, total: number, work: Work) => Promise<void>;
  /**
   * The same for a task that writes to a file or folder.
   *
   * @param choose - opens the picker. Browsers allow that only right after a press. Null: the user closed it.
   */
  runAt: <P>(
    choose: () => Promise<P | null>,
    text: TaskText & { noPlace: string },
    total: number,
    work: (place: P, ...to: Parameters<Work>) => Promise<unknown>,
  ) => Promise<void>;
  cancel: () => void;
};

/** The shortest auto-lock is a minute. */
const USE_EVERY_MS = 15_000;

/** Often enough to look smooth, and rare enough to cost nothing. */
const SHOW_EVERY_MS = 200;

/** The task's own sentence for an error. Undefined: the page's general sentence fits. */
function sentenceFor(reason: unknown, text: TaskText, deletedKey: string): string | undefined {
  if (reason instanceof RefusedError) return reason.code === "not-found" ? deletedKey : undefined;
  if (isUnreadable(reason)) return text.unreadable ?? text.failed;
  if (isDiskFull(reason)) return text.full ?? text.failed;
  return text.failed;
}

/** The browser asks before the tab goes to another page, which would end the work. */
const holdTab = (event: BeforeUnloadEvent) => event.preventDefault();

/** Runs one task at a time. Leaving the view does not stop it. A lock stops it, and so does closing the page. */
export function useTask(): Tasks {
  const api = useApi();
  const keep = useKeep();
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
    let usedAtMs = startedAtMs;
    const end = keep();
    window.addEventListener("beforeunload", holdTab);
    const show = (done: number) => setTask({ label: text.running, done, total, startedAtMs });
    show(0);
    const onProgress = (done: number) => {
      const nowMs = api.nowMs();
      if (nowMs - shownAtMs < SHOW_EVERY_MS || stop.signal.aborted) return;
      shownAtMs = nowMs;
      show(done);
      // Work that gets on is a use, or it would end by the lock; work that hangs is none.
      if (nowMs - usedAtMs < USE_EVERY_MS) return;
      usedAtMs = nowMs;
      void api.ask("keyring.use", {});
    };
    try {
      await work(stop.signal, onProgress);
    } catch (reason) {
      if (stop.signal.aborted) say.status(text.cancelled);
      else failed(reason, text);
    } finally {
      running.current = null;
      window.removeEventListener("beforeunload", holdTab);
      end();
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
