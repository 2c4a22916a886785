import { useRef, useState } from "preact/hooks";
import { log } from "../../platform/log.ts";
import { useText } from "../text/use-text.ts";

import { useSay } from "./say.tsx";

/** For an act that failed although nobody expected it: logs it and says so. */
export function useActFailed(): (reason: unknown) => void {
  const { reportText } = useText();
  const say = useSay();
  return (reason) => {
    log("act-failed", reason);
    say.alert(reportText.actFailed);
  };
}

/** Runs one piece of work at a time; what is started meanwhile is left out. */
export function useBusy(): [boolean, (work: () => Promise<void>) => void] {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const failed = useActFailed();
  const run = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work();
    } catch (reason) {
      failed(reason);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return [busy, (work) => void run(work)];
}
