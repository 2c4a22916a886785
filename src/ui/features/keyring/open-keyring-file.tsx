import { useEffect, useRef, useState } from "preact/hooks";
import { type Findings, isNothing } from "../../../copies/findings.ts";
import type { Found } from "../../../copies/found.ts";
import { wipeFound } from "../../../copies/import.ts";
import { type OwnFormat, ownFormatOf } from "../../../copies/own-files.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { bytesOfFile } from "../../kit/file-bytes.ts";
import { PasswordField } from "../../kit/password-field.tsx";
import { RefusedError, useAct } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { FoundList } from "./found-list.tsx";
import { openForRestoring, restoreChosen } from "./restore-export.ts";

const MEBIBYTE = 1024 * 1024;
/** Limits for sealed bytes as they are stored, and for a Sixtyfour file. */
const LARGEST_BYTES = { "sealed-keyring": 4 * MEBIBYTE, "keyring-export": 16 * MEBIBYTE };

type Opened = { found: Found; findings: Findings };

/**
 * Reads a keyring from a file, if no keyring opens here: sealed bytes as they were stored, or a Sixtyfour file.
 * It shows what is in it before anything is saved, like any import. `isDamaged`: sets aside what is stored here
 * before it creates anything.
 */
export function OpenKeyringFile({ isDamaged = false }: { isDamaged?: boolean }) {
  const api = useApi();
  const { firstRunPress, firstRunText, importText, openerText, restoredText } = useText();
  const { busy, run, ask, say } = useAct();
  /** A file that waits for its passphrase or file password. */
  const [file, setFile] = useState<{ format: OwnFormat; bytes: Uint8Array } | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useLatest(opened);
  const show = (next: Opened | null) => {
    if (latest.current) wipeFound(latest.current.found);
    setOpened(next);
  };
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      if (latest.current) wipeFound(latest.current.found);
    },
    [latest],
  );
  const take = (given: File) =>
    run(async () => {
      setFile(null);
      setPassphrase("");
      show(null);
      if (given.size > LARGEST_BYTES["keyring-export"]) return say.alert(firstRunText.fileTooLarge);
      const bytes = await bytesOfFile(given);
      const format = ownFormatOf(bytes);
      if (format === null) throw new RefusedError("not-a-keyring-file");
      if (bytes.length > LARGEST_BYTES[format]) return say.alert(firstRunText.fileTooLarge);
      say.status(openerText[format].needed);
      setFile({ format, bytes });
    });
  const open = () =>
    run(async () => {
      if (file === null) return;
      if (passphrase === "") return say.mistake(openerText[file.format].missing);
      say.status(firstRunText.opening);
      const next = await openForRestoring(api, file.format, file.bytes, passphrase);
      if (isGone.current) return wipeFound(next.found);
      show(next);
      say.status(importText.look);
    });
  const restore = (from: Opened, chosen: Findings) =>
    run(async () => {
      if (isNothing(chosen)) return say.mistake(importText.nothingChosen);
      say.status(firstRunText.restoring);
      const wish = { ...from, chosen, passphrase, isDamaged };
      say.status(restoredText(await restoreChosen(api, ask, wish)));
    });
  const drop = () => {
    show(null);
    setFile(null);
    setPassphrase("");
  };
  return (
    <>
      <div class="buttons">
        <FileButton label={firstRunPress.openFile} busy={busy} onFile={take} />
      </div>
      {file && !opened && (
        <div class="stack restore">
          <PasswordField
            first={true}
            label={openerText[file.format].label}
            value={passphrase}
            onInput={setPassphrase}
            onEnter={open}
          />
          <div class="buttons">
            <Button label={firstRunPress.lookInFile} look="primary" busy={busy} onPress={open} />
          </div>
        </div>
      )}
      {opened && (
        <FoundList
          findings={opened.findings}
          isOurs={true}
          isFresh={true}
          label={firstRunPress.restoreAll}
          busy={busy}
          onSave={(chosen) => restore(opened, chosen)}
          onDrop={drop}
        />
      )}
    </>
  );
}
