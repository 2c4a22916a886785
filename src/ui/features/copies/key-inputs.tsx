import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";

import { CameraPanel } from "./camera-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { TypedRows } from "./typed-rows.tsx";

type Way = "rows" | "picture" | "camera";

export type KeyInputsProps = {
  /** Whether the rows of a recovery sheet can be typed here. */
  rows: boolean;
  /**
   * Gets 64 lower-case hex digits. Camera and picture are closed by then; typed rows stay, in case of a slip.
   */
  onKey: (hex: string) => void | Promise<void>;
  /** When it changes, what is open closes: whoever got a key has done with it. */
  done?: unknown;
};

/** The ways by which a key comes back in that need more than a box: one at a time. */
export function KeyInputs({ rows, onKey, done }: KeyInputsProps) {
  const { inputPress } = useText();
  const [way, setWay] = useState<Way | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const close = () => {
    if (way === null) return;
    setWay(null);
    opener.current?.focus();
  };
  const latestClose = useLatest(close);
  useEffect(() => latestClose.current(), [done]);
  const take = (hex: string) => {
    close();
    void onKey(hex);
  };
  const ways: readonly (readonly [Way, string])[] = [
    ...(rows ? ([["rows", inputPress.rows]] as const) : []),
    ["picture", inputPress.picture],
    ["camera", inputPress.camera],
  ];
  return (
    <>
      <div class="buttons">
        {ways.map(([one, name]) => (
          <Button
            key={one}
            label={name}
            expanded={way === one}
            onPress={(button) => {
              opener.current = button;
              setWay(way === one ? null : one);
            }}
          />
        ))}
      </div>
      {way === "rows" && <TypedRows onKey={(hex) => void onKey(hex)} onClose={close} />}
      {way === "picture" && <PicturePanel onKey={take} onClose={close} />}
      {way === "camera" && <CameraPanel onKey={take} onClose={close} />}
    </>
  );
}
