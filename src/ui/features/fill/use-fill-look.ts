import { createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import type { FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";

/** How soon to look again where no form was seen. */
const LOOK_AGAIN_MS = 3000;
/** An offer is renewed this long before it expires. */
const BEFORE_EXPIRY_MS = 1500;
const SHORTEST_WAIT_MS = 1000;

type Seen = { look: FillLook | null; times: number };

function waitMs(look: FillLook | null, nowMs: number): number {
  if (look?.kind !== "form") return LOOK_AGAIN_MS;
  return Math.max(SHORTEST_WAIT_MS, look.expiresAtMs - nowMs - BEFORE_EXPIRY_MS);
}

/** What stands on the page in front; null until the first look. */
type Watched = { look: FillLook | null; lookAgain: () => Promise<void> };

const WatchedContext = createContext<Watched>({ look: null, lookAgain: () => Promise.resolve() });

/** For all that is drawn of the page in front. */
export const WatchedProvider = WatchedContext.Provider;

export function useFillLook(): Watched {
  return useContext(WatchedContext);
}

/** Looks at the page in front, again and again while this page is visible. */
export function useWatched(): Watched {
  const api = useApi();
  const [seen, setSeen] = useState<Seen>({ look: null, times: 0 });
  /** Numbers of looks: the last one begun, and the one whose answer is shown. */
  const count = useRef({ begun: 0, shown: 0 });
  const lookAgain = useCallback(async () => {
    const number = ++count.current.begun;
    const reply = await api.ask("fill.look", {});
    // Overtaken: what it saw was in front before what is shown now.
    if (number < count.current.shown) return;
    count.current.shown = number;
    setSeen(({ times }) => ({ look: reply.ok ? reply.value : null, times: times + 1 }));
  }, [api]);
  useEffect(() => {
    const next = () => {
      if (document.visibilityState === "visible") void lookAgain();
      else setSeen(({ look, times }) => ({ look, times: times + 1 }));
    };
    const timer = setTimeout(next, waitMs(seen.look, api.nowMs()));
    return () => clearTimeout(timer);
  }, [seen, api, lookAgain]);
  useEffect(() => {
    const look = () => void lookAgain();
    look();
    window.addEventListener("focus", look);
    const stop = api.onNotice(look);
    return () => {
      window.removeEventListener("focus", look);
      stop();
    };
  }, [api, lookAgain]);
  return { look: seen.look, lookAgain };
}
