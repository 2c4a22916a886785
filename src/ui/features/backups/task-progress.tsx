import { useId } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import type { Tasks } from "./use-task.ts";

type TaskProgressProps = {
  tasks: Tasks;
  /** Says how far the task is and how fast. */
  rate: (done: number, total: number, elapsedMs: number) => string;
};

/** Screen readers hear the start and the end, not every step. */
export function TaskProgress({ tasks: { task, cancel }, rate }: TaskProgressProps) {
  const { press } = useText();
  const api = useApi();
  const id = useId();
  if (task === null) return null;
  const { label, done, total, startedAtMs } = task;
  return (
    <div class="task">
      <label for={id}>{label}</label>
      {total > 0 ? <progress id={id} value={done} max={total} /> : <progress id={id} />}
      <span class="hint">{rate(done, total, api.nowMs() - startedAtMs)}</span>
      <Button label={press.cancel} onPress={cancel} />
    </div>
  );
}
