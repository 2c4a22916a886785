import { useId } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

import type { Task } from "./model.ts";

/** Nothing is said aloud at each step: start and end are. */
export function TaskProgress({ task, nowMs, onCancel }: { task: Task; nowMs: number; onCancel: () => void }) {
  const { press, rateText } = useText();
  const id = useId();
  const { label, doneBytes, totalBytes, startedAtMs } = task;
  return (
    <div class="task">
      <label for={id}>{label}</label>
      {totalBytes > 0 ? <progress id={id} value={doneBytes} max={totalBytes} /> : <progress id={id} />}
      <span class="hint">{rateText(doneBytes, totalBytes, nowMs - startedAtMs)}</span>
      <Button label={press.cancel} onPress={onCancel} />
    </div>
  );
}
