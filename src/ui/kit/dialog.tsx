import { useEffect, useId, useRef } from "preact/hooks";
import { useText } from "../text/use-text.ts";

type DialogProps = {
  title: string;
  consequence: string;
  /** The name of the button that goes on. */
  sure: string;
  onSure: () => void;
  onCancel: () => void;
};

/** Asks before something that cannot be taken back: what happens, in words, and two ways out. */
export function Dialog({ title, consequence, sure, onSure, onCancel }: DialogProps) {
  const { press } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onCancel={onCancel}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{consequence}</p>
      <div class="buttons end">
        <button type="button" onClick={onCancel}>
          {press.cancel}
        </button>
        <button type="button" class="danger" onClick={onSure}>
          {sure}
        </button>
      </div>
    </dialog>
  );
}
