import { useState } from "preact/hooks";
import { useText } from "../text/use-text.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";

type PasswordFieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onEnter?: () => unknown;
  first?: boolean;
  error?: string | undefined;
  /** Where two fields show and hide together, the last has the button: one Tab goes from field to field. */
  together?: { shown: boolean; onToggle?: () => void };
};

/** A passphrase or password, drawn as dots until it is shown. */
export function PasswordField({ together, ...field }: PasswordFieldProps) {
  const { capsLockText, toggleText } = useText();
  const [isCapital, setCapital] = useState(false);
  const [alone, setAlone] = useState(false);
  const shown = together?.shown ?? alone;
  const onToggle = together ? together.onToggle : () => setAlone(!alone);
  const { name, label } = shown ? toggleText.hide : toggleText.show;
  return (
    <TextField
      {...field}
      masked={!shown}
      mono={shown}
      hint={isCapital && !shown ? capsLockText : undefined}
      onKey={(event) => setCapital(event.getModifierState("CapsLock"))}
      onLeave={() => setCapital(false)}
    >
      {onToggle && <Button label={label} name={name} look="quiet" onPress={onToggle} />}
    </TextField>
  );
}
