import { useEffect, useRef, useState } from "preact/hooks";
import { warningMs } from "../core/keyring/lock-state.ts";
import type { KeyringState } from "../protocol/page.ts";
import { useApi } from "./api.ts";
import { Button } from "./kit/button.tsx";
import { useAct } from "./kit/use-act.ts";
import { usePageState } from "./page-state.ts";
import { useText } from "./text/use-text.ts";

/** A use moves the deadline and no page is told of it: a page that warns looks again so often. */
const LOOK_EVERY_MS = 2_000;

/** Until the warning is due; null where no clock locks. */
function msToWarning({ locksAtMs, settings }: KeyringState, nowMs: number): number | null {
  const minutes = settings?.autoLockMinutes ?? null;
  return locksAtMs === null || minutes === null ? null : locksAtMs - warningMs(minutes) - nowMs;
}

/** Is Sixtyfour about to lock by itself? Asks the background only once the last known deadline comes near. */
function useLocksSoon(): boolean {
  const api = useApi();
  const { keyring } = usePageState();
  const [isSoon, setSoon] = useState(false);
  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    const wait = (state: KeyringState) => {
      const ms = msToWarning(state, api.nowMs());
      setSoon(ms !== null && ms <= 0);
      if (ms !== null) stop = api.after(ms > 0 ? ms : LOOK_EVERY_MS, look);
    };
    const look = async () => {
      const reply = await api.ask("keyring.state", {});
      if (isOver) return;
      if (reply.ok) wait(reply.value);
      else stop = api.after(LOOK_EVERY_MS, look);
    };
    wait(keyring);
    return () => {
      isOver = true;
      stop();
    };
  }, [api, keyring]);
  return isSoon;
}

function Warning() {
  const { lockWarningText } = useText();
  const { run, ask } = useAct();
  const before = useRef<EventTarget | null>(null);
  const stay = () => {
    // The button goes with the warning: the keyboard goes on from where it was.
    if (before.current instanceof HTMLElement) before.current.focus();
    run(() => ask("keyring.use", {}));
  };
  return (
    <div
      role="alert"
      class="lock-warning warning amber"
      onFocusIn={({ relatedTarget }) => {
        before.current ??= relatedTarget;
      }}
    >
      <p>{lockWarningText.soon}</p>
      <Button label={lockWarningText.stay} onPress={stay} />
    </div>
  );
}

/** Said in the page, and nowhere outside it: a browser's notification would tell who stands behind. */
export function LockWarning() {
  return useLocksSoon() ? <Warning /> : null;
}
