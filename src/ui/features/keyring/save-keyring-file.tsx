import { fromBase64 } from "../../../core/bytes.ts";
import { useApi } from "../../api.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { ActError } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

const FILE_NAME = "sixtyfour-keyring.sealed";

/** One of many files, counted from 1. */
function fileName(number: number): string {
  return `sixtyfour-keyring-${number}.sealed`;
}

function bytesOf(sealed: string): Uint8Array<ArrayBuffer>[] {
  const bytes = fromBase64(sealed);
  return bytes === null || bytes.length === 0 ? [] : [bytes];
}

const nothingToSave = () => new ActError(({ encryptedKeysText }) => encryptedKeysText.nothing);

/** The bytes that this Sixtyfour would open first. */
export function SaveKeyringFile({ label }: { label: string }) {
  const api = useApi();
  const { encryptedKeysText } = useText();
  return (
    <ActButton
      label={label}
      act={async (ask) => {
        const { sealed } = await ask("keyring.export", {});
        const [bytes] = bytesOf(sealed);
        if (bytes === undefined) throw nothingToSave();
        api.saveFile(FILE_NAME, bytes);
        return encryptedKeysText.saved;
      }}
    />
  );
}

type SaveRunsProps = { label: string; from: number; whenNone: () => string };

/** A file for each run of bytes in storage, from the run at index `from` on. */
function SaveRuns({ label, from, whenNone }: SaveRunsProps) {
  const api = useApi();
  const { filesSavedText } = useText();
  return (
    <ActButton
      label={label}
      act={async (ask) => {
        const { sealed } = await ask("keyring.export-all", {});
        const runs = sealed.slice(from).flatMap(bytesOf);
        for (const [index, bytes] of runs.entries()) api.saveFile(fileName(index + 1), bytes);
        return runs.length === 0 ? whenNone() : filesSavedText(runs.length);
      }}
    />
  );
}

export function SaveEverything() {
  const { encryptedKeysPress } = useText();
  const whenNone = () => {
    throw nothingToSave();
  };
  return <SaveRuns label={encryptedKeysPress.saveEverything} from={0} whenNone={whenNone} />;
}

/** All but the first run, which is the keyring in use. */
export function SaveWhatWasSetAside() {
  const { encryptedKeysPress, encryptedKeysText } = useText();
  return (
    <SaveRuns label={encryptedKeysPress.saveAside} from={1} whenNone={() => encryptedKeysText.nothingAside} />
  );
}
