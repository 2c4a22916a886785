import { useEffect, useState } from "preact/hooks";
import { formatBackupKey, keyIdOf } from "../../../core/key/backup-key.ts";
import { readKeyText } from "../../../core/key/key-text.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Value } from "../../../protocol/page-requests.ts";
import { Button } from "../../kit/button.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useAct, useActFailed } from "../../kit/use-act.ts";
import { type Messages, useText } from "../../text/use-text.ts";
import { KeyIdHint, TwinWarning } from "../keys/entry-facts.tsx";
import { KeyGrid } from "../keys/key-grid.tsx";
import { useKeyNames } from "../keys/twins.ts";
import { useKnownEntry } from "../keys/use-known-entry.ts";

type Reading = Value<"key.read">;

/** Why nothing can be added; null where a key was read. */
function problemOf(reading: Reading, { caughtText }: Messages): string | null {
  if (reading.kind !== "text") return caughtText[reading.kind];
  return readKeyText(reading.text).key === null ? caughtText.notAKey : null;
}

type CaughtProps = {
  text: string;
  hex: string;
  there: EntrySummary | undefined;
  onOpen: (id: string) => void;
};

/** Both the page's words and ours: only who compares them knows that nothing was misread. */
function Caught({ text, hex, there, onOpen }: CaughtProps) {
  const { caughtText } = useText();
  const { nameOf } = useKeyNames();
  return (
    <>
      <h3>{caughtText.asRead}</h3>
      <p class="mono as-read">{text}</p>
      <h3>{caughtText.inGroups}</h3>
      <KeyGrid hex={hex} />
      <p class="hint">{caughtText.compare}</p>
      {there && (
        <p class="warning">
          {caughtText.there} <Button label={nameOf(there)} look="link" onPress={() => onOpen(there.id)} />
        </p>
      )}
    </>
  );
}

type AddFromPageProps = {
  from: "page" | "selection";
  /** Goes to the key of this id: it was added, or was there. */
  onOpen: (id: string) => void;
};

/** A key that the page in front shows, or that is selected there: shown, and saved only by a press. */
export function AddFromPage({ from, onOpen }: AddFromPageProps) {
  const text = useText();
  const { caughtText, pagePress } = text;
  const { busy, run, ask, say } = useAct();
  const failed = useActFailed();
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    ask("key.read", { from }).then(setReading, failed);
  }, [ask, from, failed]);
  const problem = reading && problemOf(reading, text);
  const key = reading?.kind === "text" ? readKeyText(reading.text).key : null;
  const { there, hasTwin } = useKnownEntry(key);
  const save = (hex: string) =>
    run(async () => {
      const { id } = await ask("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
      onOpen(id);
      say.status(caughtText.saved);
    });
  return (
    <article class="stack">
      <Heading>{caughtText.title}</Heading>
      {reading === null && <p>{caughtText.reading}</p>}
      {problem !== null && <p>{problem}</p>}
      {reading?.kind === "text" && key && (
        <>
          <Caught text={reading.text} hex={formatBackupKey(key)} there={there} onOpen={onOpen} />
          {!there && (
            <>
              <KeyIdHint keyId={keyIdOf(key)} />
              {hasTwin && <TwinWarning />}
              <div class="buttons">
                <Button
                  label={pagePress.saveKey}
                  look="primary"
                  busy={busy}
                  onPress={() => save(formatBackupKey(key))}
                />
              </div>
            </>
          )}
        </>
      )}
    </article>
  );
}
