import { useState } from "preact/hooks";
import { type Import, type ImportFailure, MOST_IMPORT_BYTES } from "../../../copies/found.ts";
import { importByHand, importFile } from "../../../copies/import.ts";
import { type OwnFormat, ownFormatOf } from "../../../copies/own-files.ts";
import { wipe } from "../../../core/bytes.ts";
import { fail, type Result } from "../../../core/errors.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { bytesOfFile } from "../../kit/file-bytes.ts";
import { PasswordField } from "../../kit/password-field.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useDroppedFile } from "../../kit/use-dropped-file.ts";
import { useText } from "../../text/use-text.ts";
import { readQrFromPicture } from "./read-picture.ts";

type ChosenFileProps = {
  label: string;
  /** A file that is dropped anywhere on the page is read too. */
  isDropped?: boolean;
  /** Gets what was read; whoever takes it wipes the keys. */
  onRead: (found: Import) => Promise<void>;
};

/** What a picture of a code holds. */
async function readPicture(file: File): Promise<Result<Import, ImportFailure>> {
  const text = await readQrFromPicture(file);
  return text === null ? fail("picture") : importByHand(text);
}

/** Reads a file that a password manager or Sixtyfour wrote, or a picture; asks for what opens it. */
export function ChosenFile({ label, isDropped = false, onRead }: ChosenFileProps) {
  const { deriveKey } = useApi();
  const { chosenFileText, importFailureText, openerText, openingFailureText } = useText();
  const { busy, run, say } = useAct();
  /** The file that waits for what opens it. */
  const [waiting, setWaiting] = useState<{ file: File; format: OwnFormat | "foreign" } | null>(null);
  const [password, setPassword] = useState("");

  const read = (file: File, typed: string | null) =>
    run(async () => {
      if (file.size > MOST_IMPORT_BYTES) return say.alert(importFailureText["too-large"]);
      // Typed for another file.
      if (typed === null) setPassword("");
      say.status(chosenFileText.reading);
      const bytes = await bytesOfFile(file);
      const format = ownFormatOf(bytes) ?? "foreign";
      const read = await importFile(bytes, typed, deriveKey);
      wipe(bytes);
      const found = !read.ok && read.error.code === "picture" ? await readPicture(file) : read;
      if (!found.ok) {
        const { code } = found.error;
        setWaiting(code === "needs-password" || code === "wrong-password" ? { file, format } : null);
        return say.alert(openingFailureText(code, format));
      }
      setWaiting(null);
      setPassword("");
      await onRead(found.value);
    });
  useDroppedFile((file) => {
    if (isDropped) read(file, null);
  });
  const open = () => {
    if (waiting) read(waiting.file, password);
  };
  return (
    <>
      <div class="buttons">
        <FileButton label={label} busy={busy} onFile={(file) => read(file, null)} />
      </div>
      {waiting && (
        <div class="stack">
          <PasswordField
            first={true}
            label={openerText[waiting.format].label}
            value={password}
            onInput={setPassword}
            onEnter={open}
          />
          <div class="buttons">
            <Button label={chosenFileText.open} onPress={open} />
          </div>
        </div>
      )}
    </>
  );
}
