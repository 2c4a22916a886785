import { useText } from "../text/use-text.ts";

import { TextBox } from "./text-box.tsx";

type PassphraseBoxProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  shown: boolean;
  /** Without it the box follows another box's toggle. */
  onToggle?: () => void;
  onEnter?: () => void;
  first?: boolean;
  hint?: string;
};

export function PassphraseBox({ shown, onToggle, ...box }: PassphraseBoxProps) {
  const { toggleText } = useText();
  const name = shown ? toggleText.hide : toggleText.show;
  return (
    <TextBox {...box} masked={!shown} mono={shown}>
      {onToggle && (
        <button type="button" class="quiet" aria-label={name} onClick={onToggle}>
          {name.slice(0, name.indexOf(" "))}
        </button>
      )}
    </TextBox>
  );
}
