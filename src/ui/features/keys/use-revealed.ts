import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ok, type Result } from "../../../core/errors.ts";
import { useApi } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

const REVEAL_MS = 30_000;

type Revealed<T> = { shown: T | null; reveal: () => Promise<void>; hide: () => void };

/** @returns the secret to show. May stop early when `isWanted` says that nobody waits for it any more. */
type Read<T> = (isWanted: () => boolean) => Promise<Result<T>>;

/**
 * A secret from *Reveal* until the user hides it, time runs out, or something else is in front. With `stays`,
 * only the user or another tab in front hides it: it is being typed into a phone, or printed.
 *
 * @param read - must be the same function for as long as it reads the same secret.
 */
export function useRevealed<T>(read: Read<T>, stays: boolean): Revealed<T> {
  const { errorText } = useText();
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
  }, [read, say, errorText]);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") hide();
    };
    if (!stays) window.addEventListener("blur", hide);
    window.addEventListener("pagehide", hide);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      hide();
      window.removeEventListener("blur", hide);
      window.removeEventListener("pagehide", hide);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [hide, stays]);
  useEffect(() => {
    if (shown === null || stays) return;
    const timer = setTimeout(hide, REVEAL_MS);
    return () => clearTimeout(timer);
  }, [shown, hide, stays]);
  return { shown, reveal, hide };
}

/** The 64 digits of one key. */
export function useRevealedKey(id: string, { stays = false } = {}): Revealed<string> {
  const api = useApi();
  const read = useCallback(async () => {
    const reply = await api.ask("key.reveal", { id });
    return reply.ok ? ok(reply.value.hex) : reply;
  }, [api, id]);
  return useRevealed(read, stays);
}
