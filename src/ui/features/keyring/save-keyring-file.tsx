import { fromBase64 } from "../../../core/bytes.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
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

/** The bytes that this Sixtyfour would open first. */
export function SaveKeyringFile({ label }: { label: string }) {
  const api = useApi();
  const { damagedText, errorText, settingsText } = useText();
  const say = useSay();
  const save = async () => {
    const reply = await api.ask("keyring.export", {});
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    const [bytes] = bytesOf(reply.value.sealed);
    if (bytes === undefined) return say.alert(damagedText.nothingToSave);
    api.saveFile(FILE_NAME, bytes);
    say.status(settingsText.fileSaved);
  };
  return <Button label={label} onPress={save} />;
}

type SaveRunsProps = { label: string; from: number; onNothing: () => void };

/** A file for each run of bytes in storage, from the run at index `from` on. */
function SaveRuns({ label, from, onNothing }: SaveRunsProps) {
  const api = useApi();
  const { errorText, filesSavedText } = useText();
  const say = useSay();
  const save = async () => {
    const reply = await api.ask("keyring.export-all", {});
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    const runs = reply.value.sealed.slice(from).flatMap(bytesOf);
    if (runs.length === 0) return onNothing();
    for (const [index, bytes] of runs.entries()) api.saveFile(fileName(index + 1), bytes);
    say.status(filesSavedText(runs.length));
  };
  return <Button label={label} onPress={save} />;
}

export function SaveEverything() {
  const { damagedText, tabPress } = useText();
  const say = useSay();
  const onNothing = () => say.alert(damagedText.nothingToSave);
  return <SaveRuns label={tabPress.saveEverything} from={0} onNothing={onNothing} />;
}

/** All but the first run, which is the keyring in use. */
export function SaveWhatWasSetAside() {
  const { settingsText, tabPress } = useText();
  const say = useSay();
  const onNothing = () => say.status(settingsText.nothingAside);
  return <SaveRuns label={tabPress.saveAside} from={1} onNothing={onNothing} />;
}
