import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { CameraPanel } from "./camera-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { TypedRows } from "./typed-rows.tsx";

export const INPUTS = ["rows", "picture", "camera"] as const;
export type Input = (typeof INPUTS)[number];

type KeyInputsProps = {
  /** Those that are offered here. */
  inputs: readonly Input[];
  /**
   * Gets 64 lower-case hex digits. Camera and picture are closed by then; typed rows stay, in case of a typo.
   */
  onKey: (hex: string, input: Input) => void | Promise<void>;
  /** When it changes, what is open closes: whoever got a key has done with it. */
  done?: unknown;
};

/** The ways by which a key comes back in that need more than a box: one at a time. */
export function KeyInputs({ inputs, onKey, done }: KeyInputsProps) {
  const { inputPress } = useText();
  const [open, setOpen] = useState<Input | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const close = () => {
    if (open === null) return;
    setOpen(null);
    opener.current?.focus();
  };
  const latestClose = useLatest(close);
  useEffect(() => latestClose.current(), [done]);
  const take = (hex: string, input: Input) => {
    close();
    void onKey(hex, input);
  };
  if (inputs.length === 0) return null;
  return (
    <>
      <div class="buttons">
        {inputs.map((input) => (
          <Button
            key={input}
            label={inputPress[input]}
            expanded={open === input}
            onPress={(button) => {
              opener.current = button;
              setOpen(open === input ? null : input);
            }}
          />
        ))}
      </div>
      {open === "rows" && <TypedRows onKey={(hex) => void onKey(hex, "rows")} onClose={close} />}
      {open === "picture" && <PicturePanel onKey={(hex) => take(hex, "picture")} onClose={close} />}
      {open === "camera" && <CameraPanel onKey={(hex) => take(hex, "camera")} onClose={close} />}
    </>
  );
}
