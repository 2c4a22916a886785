import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

type ScreenProps = { title: string; look: string; onClose: () => void; children: ComponentChildren };

/** Something over the whole tab until it is closed. It asks nothing, so it is no `Dialog`. */
export function Screen({ title, look, onClose, children }: ScreenProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={look} aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
