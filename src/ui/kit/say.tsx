/**
 * The two live regions of a page, in the document before anything is said in them. What is said belongs to the
 * view in which it is said: it goes with that view, and an alert about what is typed goes once that is changed.
 */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { StorageNotice } from "../../protocol/page.ts";
import { useText } from "../text/use-text.ts";

export type Say = {
  status(message: ComponentChildren): void;
  alert(message: string): void;
  /** An alert about what is typed or chosen: it goes with the next change of that. `at`: the box that it is about. */
  mistake(message: string, at?: BoxOfForm): void;
  /** What failed before is no longer the case, or is being tried again. */
  clearAlert(): void;
  clear(): void;
};

/** A box, by its name in a form of the page. */
export type BoxOfForm = { form: object; box: string };

type Kind = "status" | "alert" | "mistake";
/** `view`: where it is said; null until it is drawn. */
type Said = {
  kind: Kind;
  message: ComponentChildren;
  times: number;
  view: string | null;
  at?: BoxOfForm | undefined;
};

const nothing = () => undefined;
const SayContext = createContext<Say>({
  status: nothing,
  alert: nothing,
  mistake: nothing,
  clearAlert: nothing,
  clear: nothing,
});

const MistakeContext = createContext<Said | null>(null);

/** The box's error, to stand below the box: what was said last of it, and only until something is typed. */
export function useErrorOf(form: object): (box: string) => string | undefined {
  const said = useContext(MistakeContext);
  return (box) => (said?.at?.form === form && said.at.box === box ? String(said.message) : undefined);
}

export function useSay(): Say {
  return useContext(SayContext);
}

type SayProviderProps = {
  notices: StorageNotice[];
  /** What the page is at, beside its address: another stage is another view. */
  stage?: string;
  children: ComponentChildren;
};

export function SayProvider({ notices, stage = "", children }: SayProviderProps) {
  const { noticeText } = useText();
  const [said, setSaid] = useState<Said | null>(null);
  const say = useMemo<Say>(() => {
    const put = (kind: Kind, message: ComponentChildren, at?: BoxOfForm) =>
      setSaid((last) => ({ kind, message, times: (last?.times ?? 0) + 1, view: null, at }));
    return {
      status: (message) => put("status", message),
      alert: (message) => put("alert", message),
      mistake: (message, at) => put("mistake", message, at),
      clearAlert: () => setSaid((last) => (last?.kind === "status" ? last : null)),
      clear: () => setSaid(null),
    };
  }, []);
  // An act leads to another view, or to another stage, and then says what it has done: that belongs to the view in
  // which it is first drawn.
  useLayoutEffect(() => {
    if (said?.view === null) setSaid((last) => (last === said ? { ...said, view: viewOf(stage) } : last));
  }, [said, stage]);
  useEffect(() => {
    const leave = () => setSaid((last) => (last === null || isIn(last, stage) ? last : null));
    leave();
    window.addEventListener("hashchange", leave);
    return () => window.removeEventListener("hashchange", leave);
  }, [stage]);
  const status = said?.kind === "status" ? said : null;
  const alert = said === status ? null : said;
  // A new key makes a new paragraph, so that the same sentence said twice is heard twice.
  return (
    <SayContext.Provider value={say}>
      <div class="page" onInput={() => said?.kind === "mistake" && say.clear()}>
        <div role="alert" class="say alert">
          {alert && (
            <p key={alert.times} class={alert.at && "at-box"}>
              {alert.message}
            </p>
          )}
        </div>
        <div role="status" class="say status">
          {notices.map((notice) => (
            <p key={notice} class="notice">
              {noticeText[notice]}
            </p>
          ))}
          {status && <p key={status.times}>{status.message}</p>}
        </div>
        <MistakeContext.Provider value={alert}>{children}</MistakeContext.Provider>
      </div>
    </SayContext.Provider>
  );
}

const viewOf = (stage: string): string => `${stage} ${location.hash}`;

/** What is not drawn yet comes with the next view. */
const isIn = ({ view }: Said, stage: string): boolean => view === null || view === viewOf(stage);
