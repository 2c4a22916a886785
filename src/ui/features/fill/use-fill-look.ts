import { createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import type { FillLook } from "../../../protocol/page.ts";
import { type Api, useApi } from "../../api.ts";

/** Our script comes a moment after its page says that it is loaded. */
const SCRIPT_COMES_MS = 1_000;
/** An offer that is about to expire is renewed by whoever still uses this page. */
const BEFORE_EXPIRY_MS = 10_000;
/** A page that changes all the time is looked at so many times at once, and then so rarely. */
const QUICK_LOOKS = 3;
const RARE_LOOK_MS = 3_000;
/** After such a pause it is no such page. */
const CALM_MS = 10_000;
/** What a person does here. */
const SIGNS_OF_USE = ["pointermove", "pointerdown", "keydown"] as const;

/** What stands on the page in front; null until the first look. */
type Watched = { look: FillLook | null; lookAgain: () => Promise<void> };

const WatchedContext = createContext<Watched>({ look: null, lookAgain: () => Promise.resolve() });

/** For all that is drawn of the page in front. */
export const WatchedProvider = WatchedContext.Provider;

export function useFillLook(): Watched {
  return useContext(WatchedContext);
}

type ChangeLook = { changed: () => void; stop: () => void };

/**
 * Decides when a page that says that it has changed is looked at. A form or a key that comes or goes is told of
 * in another way, and looked at once.
 */
function lookOnChange({ nowMs, after }: Pick<Api, "nowMs" | "after">, look: () => void): ChangeLook {
  let looks = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let stop: (() => void) | null = null;
  const lookNow = () => {
    stop = null;
    looks++;
    lastMs = nowMs();
    look();
  };
  return {
    changed() {
      if (stop !== null) return;
      const sinceMs = nowMs() - lastMs;
      if (sinceMs > CALM_MS) looks = 0;
      if (looks < QUICK_LOOKS || sinceMs >= RARE_LOOK_MS) lookNow();
      else stop = after(RARE_LOOK_MS - sinceMs, lookNow);
    },
    stop: () => stop?.(),
  };
}

/**
 * Looks at the page in front when this page opens, and again when it may have changed: the background and the
 * browser tell of that. No clock does.
 */
export function useWatched(): Watched {
  const api = useApi();
  const [look, setLook] = useState<FillLook | null>(null);
  /** Numbers of looks: the last one begun, and the one whose answer is shown. */
  const count = useRef({ begun: 0, shown: 0 });
  const lookAgain = useCallback(async () => {
    const number = ++count.current.begun;
    const reply = await api.ask("fill.look", {});
    // Overtaken: what it saw was in front before what is shown now.
    if (number < count.current.shown) return;
    count.current.shown = number;
    setLook(reply.ok ? reply.value : null);
  }, [api]);
  useEffect(() => {
    const again = () => void lookAgain();
    again();
    window.addEventListener("focus", again);
    const change = lookOnChange(api, again);
    const stop = api.onNotice((notice) => (notice === "change" ? change.changed() : again()));
    return () => {
      window.removeEventListener("focus", again);
      stop();
      change.stop();
    };
  }, [api, lookAgain]);
  const kind = look?.kind;
  useEffect(() => {
    if (kind !== "reload-page") return;
    const timer = setTimeout(() => void lookAgain(), SCRIPT_COMES_MS);
    return () => clearTimeout(timer);
  }, [kind, lookAgain]);
  useEffect(() => {
    if (look?.kind !== "form") return;
    let isRenewed = false;
    const used = () => {
      if (isRenewed || api.nowMs() < look.expiresAtMs - BEFORE_EXPIRY_MS) return;
      isRenewed = true;
      void lookAgain();
    };
    for (const sign of SIGNS_OF_USE) window.addEventListener(sign, used);
    return () => {
      for (const sign of SIGNS_OF_USE) window.removeEventListener(sign, used);
    };
  }, [api, look, lookAgain]);
  return { look, lookAgain };
}
