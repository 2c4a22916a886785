/** What is typed so far of a key to add; kept by the tab while other parts of it are looked at. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { useSay } from "../../kit/say.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";

type Draft = { text: string; label: string; phoneEnding: string; replaces: boolean };
const EMPTY: Draft = { text: "", label: "", phoneEnding: "", replaces: false };

type Drafting = { draft: Draft; change: (part: Partial<Draft>) => void; clear: () => void };

const DraftContext = createContext<Drafting>({ draft: EMPTY, change() {}, clear() {} });

export function useDraft(): Drafting {
  return useContext(DraftContext);
}

/** Stands for as long as the keyring is unlocked: what was typed goes with it, which is said. */
export function DraftProvider({ children }: { children: ComponentChildren }) {
  const { lockedText } = useText();
  const say = useSay();
  const [draft, setDraft] = useState(EMPTY);
  const latest = useLatest({ draft, say, sentence: lockedText.draftDropped });
  useEffect(
    () => () => {
      const { draft: left, say: last, sentence } = latest.current;
      if (left.text !== "") last.status(sentence);
    },
    [latest],
  );
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const clear = () => setDraft(EMPTY);
  return <DraftContext.Provider value={{ draft, change, clear }}>{children}</DraftContext.Provider>;
}
