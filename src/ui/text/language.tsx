import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { en } from "./en/english.ts";
import { type Messages, TextProvider } from "./use-text.ts";

const isDisguised = () => new URLSearchParams(location.search).get("language") === "pseudo";

/** English; in development `?language=pseudo` in a page's address chooses the disguise of `pseudo.ts`. */
export function Language({ children }: { children: ComponentChildren }) {
  // Nothing is drawn, and so nothing said, before its language is there.
  const [messages, setMessages] = useState<Messages | null>(() =>
    import.meta.env.DEV && isDisguised() ? null : en,
  );
  useEffect(() => {
    // A build leaves this out, and the disguise with it.
    if (!import.meta.env.DEV || !isDisguised()) return;
    document.documentElement.dir = "rtl";
    void import("./pseudo.ts").then(({ pseudo }) => setMessages(pseudo));
  }, []);
  return messages && <TextProvider value={messages}>{children}</TextProvider>;
}
