import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import { QrSvg } from "./qr-svg.tsx";

/** The code over the whole tab, as large as it goes. It asks nothing, so it is no `Dialog`. */
export function QrScreen({ hex, onClose }: { hex: string; onClose: () => void }) {
  const { copiesPress, qrText } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="qr-screen" aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{qrText.title}</h2>
      <p>{qrText.hint}</p>
      <QrSvg hex={hex} label={qrText.label} />
      <div class="buttons">
        <Button label={copiesPress.close} onPress={onClose} />
      </div>
    </dialog>
  );
}
