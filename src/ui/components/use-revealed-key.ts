import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Api } from "../api.ts";
import { errorText } from "../text.ts";
import { useSay } from "./say.tsx";

const REVEAL_MS = 30_000;

type RevealedKey = { hex: string | null; reveal: () => Promise<void>; hide: () => void };

/**
 * The digits of one key from *Reveal* until hidden by hand, by time, or by looking elsewhere. `stays`: while they are
 * typed into a phone or printed, neither time nor another window hides them; another tab in front still does.
 */
export function useRevealedKey(api: Api, id: string, stays = false): RevealedKey {
  const say = useSay();
  const [hex, setHex] = useState<string | null>(null);
  /** Counts up at every reveal and hide, so that an answer that comes too late is dropped. */
  const turn = useRef(0);
  const hide = useCallback(() => {
    turn.current++;
    setHex(null);
  }, []);
  const reveal = useCallback(async () => {
    const mine = ++turn.current;
    const reply = await api.ask("key.reveal", { id });
    if (mine !== turn.current || document.visibilityState === "hidden") return;
    if (reply.ok) setHex(reply.value.hex);
    else say.alert(errorText[reply.error.code]);
  }, [api, id, say]);
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
    if (hex === null || stays) return;
    const timer = setTimeout(hide, REVEAL_MS);
    return () => clearTimeout(timer);
  }, [hex, hide, stays]);
  return { hex, reveal, hide };
}
