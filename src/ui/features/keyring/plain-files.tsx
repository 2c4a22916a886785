/**
 * Plain-text exports that may still lie in the downloads: a line for each, until the user says that it is
 * deleted.
 *
 * Kept for as long as the tab lives, through every section and a lock, and stored nowhere: where keys lie in
 * plain text is nothing to write down.
 */

import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

type PlainFile = { id: number; savedAtMs: number };
type PlainFiles = {
  files: readonly PlainFile[];
  /** Keys were saved as plain text just now. */
  add: (savedAtMs: number) => void;
  remove: (id: number) => void;
};

const PlainFilesContext = createContext<PlainFiles>({ files: [], add() {}, remove() {} });

export function usePlainFiles(): PlainFiles {
  return useContext(PlainFilesContext);
}

export function PlainFilesProvider({ children }: { children: ComponentChildren }) {
  const [files, setFiles] = useState<readonly PlainFile[]>([]);
  const count = useRef(0);
  const value = useMemo<PlainFiles>(
    () => ({
      files,
      add(savedAtMs) {
        const id = ++count.current;
        setFiles((now) => [...now, { id, savedAtMs }]);
      },
      remove: (id) => setFiles((now) => now.filter((file) => file.id !== id)),
    }),
    [files],
  );
  return <PlainFilesContext.Provider value={value}>{children}</PlainFilesContext.Provider>;
}

/** Above every section. */
export function PlainFilesLeft() {
  const { plainFileLeftText, plainFilesText } = useText();
  const say = useSay();
  const { files, remove } = usePlainFiles();
  if (files.length === 0) return null;
  const deleted = (id: number) => {
    remove(id);
    say.status(plainFilesText.trash);
  };
  return (
    <section class="left-behind" aria-label={plainFilesText.title}>
      {files.map(({ id, savedAtMs }) => (
        <div key={id} class="warning amber">
          <p>{plainFileLeftText(savedAtMs)}</p>
          <Button label={plainFilesText.deleted} onPress={() => deleted(id)} />
        </div>
      ))}
    </section>
  );
}
