/** Memory of a process and all it has started, from /proc. Linux only. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { processTree } from "../drivers/process-tree.ts";

const SAMPLE_EVERY_MS = 50;

/**
 * Bytes that are theirs alone or shared in part (proportional set size, man 5 proc), all processes together.
 */
export function memoryOf(root: number): number {
  return processTree(root).reduce((sum, { pid }) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "latin1");
      return sum + Number(/^Pss_Anon:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {
      return sum;
    }
  }, 0);
}

/** How many bytes more than before were in use at most while the work ran. */
export async function peakAbove(root: number, work: () => Promise<unknown>): Promise<number> {
  const idle = memoryOf(root);
  let peak = idle;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, memoryOf(root));
      await sleep(SAMPLE_EVERY_MS);
    }
  })();
  await work();
  isDone = true;
  await watching;
  return peak - idle;
}
