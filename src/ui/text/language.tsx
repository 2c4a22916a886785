import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { en } from "./en/english.ts";
import { type Messages, TextProvider } from "./use-text.ts";

/** English; in development `?language=pseudo` in a page's address chooses the disguise of `pseudo.ts`. */
export function Language({ children }: { children: ComponentChildren }) {
  const [messages, setMessages] = useState<Messages>(en);
  useEffect(() => {
    // A build leaves this out, and the disguise with it.
    if (!import.meta.env.DEV || new URLSearchParams(location.search).get("language") !== "pseudo") return;
    document.documentElement.dir = "rtl";
    void import("./pseudo.ts").then(({ pseudo }) => setMessages(pseudo));
  }, []);
  return <TextProvider value={messages}>{children}</TextProvider>;
}
