import { useState } from "preact/hooks";
import { readTextImport } from "../../../copies/formats/key-text-file.ts";
import { type Import, MOST_IMPORT_BYTES } from "../../../copies/found.ts";
import { type ImportFailure, importCopy } from "../../../copies/import.ts";
import { wipe } from "../../../core/bytes.ts";
import { fail, type Result } from "../../../core/errors.ts";
import type { DeriveKey } from "../../../core/sealed/kdf.ts";
import { FileButton } from "../../kit/file-button.tsx";
import { PassphraseBox } from "../../kit/passphrase-box.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useDroppedFile } from "../../kit/use-dropped-file.ts";
import { useText } from "../../text/use-text.ts";

import { readQrFromPicture } from "./read-picture.ts";

type CopyFileProps = {
  deriveKey: DeriveKey;
  label: string;
  /** A file that is dropped anywhere on the page is read too. */
  isDropped?: boolean;
  /** Gets what was read; whoever takes it wipes the keys. */
  onRead: (found: Import) => Promise<void>;
};

/** What a picture of a code holds. */
async function readPicture(file: File): Promise<Result<Import, ImportFailure>> {
  const text = await readQrFromPicture(file);
  return text === null ? fail("picture") : readTextImport(text, "by-hand");
}

/** Reads a file that a password manager wrote, or a picture; asks for its password where it has one. */
export function CopyFile({ deriveKey, label, isDropped = false, onRead }: CopyFileProps) {
  const { copyFileText, importFailureText } = useText();
  const say = useSay();
  const [busy, run] = useBusy();
  /** The file that waits for its password. */
  const [waiting, setWaiting] = useState<File | null>(null);
  const [password, setPassword] = useState("");
  const [isShown, setIsShown] = useState(false);

  const read = (file: File, typed: string | null) =>
    run(async () => {
      if (file.size > MOST_IMPORT_BYTES) return say.alert(importFailureText["too-large"]);
      // Typed for another file.
      if (typed === null) setPassword("");
      say.status(copyFileText.reading);
      const buffer = await file.arrayBuffer().catch(() => null);
      if (!buffer) return say.alert(copyFileText.unreadable);
      const bytes = new Uint8Array(buffer);
      const read = await importCopy(bytes, typed, deriveKey);
      wipe(bytes);
      const found = !read.ok && read.error.code === "picture" ? await readPicture(file) : read;
      if (!found.ok) {
        const { code } = found.error;
        setWaiting(code === "needs-password" || code === "wrong-password" ? file : null);
        return say.alert(importFailureText[code]);
      }
      setWaiting(null);
      setPassword("");
      await onRead(found.value);
    });
  useDroppedFile((file) => {
    if (isDropped) read(file, null);
  });
  const open = () => {
    if (waiting) read(waiting, password);
  };
  return (
    <>
      <div class="buttons">
        <FileButton label={label} busy={busy} onFile={(file) => read(file, null)} />
      </div>
      {waiting && (
        <div class="stack">
          <PassphraseBox
            first={true}
            label={copyFileText.password}
            value={password}
            onInput={setPassword}
            shown={isShown}
            onToggle={() => setIsShown(!isShown)}
            onEnter={open}
          />
          <div class="buttons">
            <button type="button" onClick={open}>
              {copyFileText.open}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
