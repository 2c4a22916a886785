import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** How long what the button acts on has to be on the screen before the button answers. */
const GUARD_MS = 500;

type GuardedButtonProps = {
  /** Names all that the button acts on; when it changes, the wait starts again. */
  over: string;
  label: string;
  onPress: () => void;
};

/**
 * A button that cannot be pressed by accident or by a page: it waits until what it acts on was painted for
 * {@link GUARD_MS}, and takes neither repeated keys nor events made by scripts. A press counts only if it
 * also began after the wait.
 */
export function GuardedButton({ over, label, onPress }: GuardedButtonProps) {
  const [readyFor, setReadyFor] = useState<string | null>(null);
  const beganEarly = useRef(false);
  const ready = readyFor === over;
  useLayoutEffect(() => {
    // What comes back after something else has to wait as if it were new.
    setReadyFor(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The second frame starts after the first one was painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => setReadyFor(over), GUARD_MS);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [over]);
  const begin = () => {
    beganEarly.current = !ready;
  };
  return (
    <button
      type="button"
      class="primary"
      aria-disabled={!ready}
      onPointerDown={begin}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
        else begin();
      }}
      onClick={(event) => {
        const early = beganEarly.current;
        beganEarly.current = false;
        if (ready && !early && event.isTrusted) onPress();
      }}
    >
      {label}
    </button>
  );
}
