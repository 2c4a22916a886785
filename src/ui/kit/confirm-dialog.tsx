import { useEffect, useId, useRef } from "preact/hooks";
import { useText } from "../text/use-text.ts";

type ConfirmDialogProps = {
  title: string;
  consequence: string;
  confirm: string;
  onConfirm: () => void;
  onCancel: () => void;
};

export function ConfirmDialog({ title, consequence, confirm, onConfirm, onCancel }: ConfirmDialogProps) {
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
        <button type="button" class="danger" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
