import { useEffect, useRef } from "preact/hooks";
import { keyInCode } from "../../../copies/qr/key-in-code.ts";
import { Button } from "../../kit/button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { findPictureProblem, readQrFromPicture } from "./read-picture.ts";

type PicturePanelProps = {
  /** Gets 64 lower-case hex digits; the panel wants to be closed. */
  onKey: (hex: string) => void;
  onClose: () => void;
};

/** A picture with a code, chosen or pasted. */
export function PicturePanel({ onKey, onClose }: PicturePanelProps) {
  const { inputPress, noKeyInCode, pictureProblemText, pictureText } = useText();
  const { busy, run, say } = useAct();
  const isHere = useRef(true);
  const read = (file: Blob) =>
    run(async () => {
      say.status(pictureText.reading);
      const problem = await findPictureProblem(file);
      const text = problem === null ? await readQrFromPicture(file) : null;
      // Closed meanwhile: nobody waits for it.
      if (!isHere.current) return;
      if (problem !== null) return say.alert(pictureProblemText[problem]);
      if (text === null) return say.alert(pictureText.noCode);
      const hex = keyInCode(text);
      if (hex === null) return say.alert(noKeyInCode);
      say.clear();
      onKey(hex);
    });
  const latest = useLatest(read);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    isHere.current = true;
    document.addEventListener("paste", onPaste);
    return () => {
      isHere.current = false;
      document.removeEventListener("paste", onPaste);
    };
  }, [latest]);
  return (
    <Panel title={pictureText.title} level={2} focus={true}>
      <p class="hint">{pictureText.hint}</p>
      <div class="buttons">
        <FileButton
          label={inputPress.choosePicture}
          busy={busy}
          accept="image/png,image/jpeg,image/webp"
          look="primary"
          onFile={read}
        />
        <Button label={inputPress.close} onPress={onClose} />
      </div>
    </Panel>
  );
}
