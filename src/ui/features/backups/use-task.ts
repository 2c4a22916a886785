import { useEffect, useRef, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { useKeep } from "../../kit/kept-view.tsx";
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

/** The shortest auto-lock is a minute. */
const USE_EVERY_MS = 15_000;

/** Often enough to be followed, seldom enough to cost nothing. */
const SHOW_EVERY_MS = 200;

/** What a task itself has to say of a failure; undefined where the page's own sentences are right. */
function sentenceFor(reason: unknown, text: TaskText, deletedKey: string): string | undefined {
  if (reason instanceof RefusedError) return reason.code === "not-found" ? deletedKey : undefined;
  if (isUnreadable(reason)) return text.unreadable ?? text.failed;
  if (isDiskFull(reason)) return text.full ?? text.failed;
  return text.failed;
}

/** The browser asks before the tab goes to another page, which would end the work. */
const holdTab = (event: BeforeUnloadEvent) => event.preventDefault();

/** One piece of work at a time. Another view does not stop it; a lock does, and the end of the page. */
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
