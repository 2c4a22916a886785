import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Result } from "../../../core/errors.ts";
import { useSay } from "../../components/say.tsx";
import { errorText } from "../../text.ts";

type Revealed<T> = { shown: T | null; reveal: () => Promise<void>; hide: () => void };

/** @returns what is to be shown; may stop early once nobody waits for it any more. */
type Read<T> = (isWanted: () => boolean) => Promise<Result<T>>;

/**
 * Several secrets from *Reveal* until closed, or until another tab is in front: while they are printed, neither time nor
 * another window hides them. Apart from `useRevealedKey`, which the popup loads and which is kept small for it.
 *
 * @param read - the same function for as long as it reads the same.
 */
export function useRevealed<T>(read: Read<T>): Revealed<T> {
  const say = useSay();
  const [shown, setShown] = useState<T | null>(null);
  /** Counts up at every reveal and hide, so that an answer that comes too late is dropped. */
  const turn = useRef(0);
  const hide = useCallback(() => {
    turn.current++;
    setShown(null);
  }, []);
  const reveal = useCallback(async () => {
    const mine = ++turn.current;
    const isWanted = () => mine === turn.current && document.visibilityState !== "hidden";
    const reply = await read(isWanted);
    if (!isWanted()) return;
    if (reply.ok) setShown(reply.value);
    else say.alert(errorText[reply.error.code]);
  }, [read, say]);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") hide();
    };
    window.addEventListener("pagehide", hide);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      hide();
      window.removeEventListener("pagehide", hide);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [hide]);
  return { shown, reveal, hide };
}
