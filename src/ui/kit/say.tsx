/** The two live regions of a page, in the document before anything is said in them. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import type { StorageNotice } from "../../protocol/page.ts";
import { useText } from "../text/use-text.ts";

export type Say = {
  status(message: ComponentChildren): void;
  alert(message: string): void;
  clear(): void;
};

type Said = { status: ComponentChildren; alert: string; times: number };
const SILENCE: Said = { status: null, alert: "", times: 0 };

const SayContext = createContext<Say>({ status() {}, alert() {}, clear() {} });

export function useSay(): Say {
  return useContext(SayContext);
}

export function SayProvider({
  notices,
  children,
}: {
  notices: StorageNotice[];
  children: ComponentChildren;
}) {
  const { noticeText } = useText();
  const [said, setSaid] = useState(SILENCE);
  const say = useMemo<Say>(
    () => ({
      status: (status) => setSaid(({ times }) => ({ status, alert: "", times: times + 1 })),
      alert: (alert) => setSaid(({ times }) => ({ status: null, alert, times: times + 1 })),
      clear: () => setSaid(SILENCE),
    }),
    [],
  );
  // A new key makes a new paragraph, so that the same sentence said twice is heard twice.
  return (
    <SayContext.Provider value={say}>
      <div class="page">
        <div role="alert" class="say alert">
          {said.alert !== "" && <p key={said.times}>{said.alert}</p>}
        </div>
        <div role="status" class="say status">
          {notices.map((notice) => (
            <p key={notice} class="notice">
              {noticeText[notice]}
            </p>
          ))}
          {said.status !== null && <p key={said.times}>{said.status}</p>}
        </div>
        {children}
      </div>
    </SayContext.Provider>
  );
}
