/** Ends a browser as a power cut would: every process of its tree at once, with SIGKILL. Linux only. */
import { readdirSync, readFileSync } from "node:fs";
import { waitFor } from "../support/wait.ts";

type Process = { pid: number; parent: number; startedAt: string; state: string };

/** `/proc/<pid>/stat`, man 5 proc; the name in brackets may itself hold brackets and blanks. */
function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { pid, state: fields[0] ?? "", parent: Number(fields[1]), startedAt: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

/** The process and all its descendants, parents first. */
export function processTree(root: number): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const tree = all.filter((process) => process.pid === root);
  for (const parent of tree) tree.push(...all.filter((process) => process.parent === parent.pid));
  return tree;
}

/** The start time tells a process from a later one with the same number; a zombie no longer runs. */
function runs(process: Process): boolean {
  const now = readProcess(process.pid);
  return now !== undefined && now.startedAt === process.startedAt && now.state !== "Z";
}

/** Sends SIGKILL to the whole tree, the root first so that it starts nothing new, and awaits its end. */
export async function killTree(root: number): Promise<void> {
  const tree = processTree(root);
  for (const process of tree) {
    if (runs(process)) signal(process.pid);
  }
  await waitFor(`the end of process ${root} and its children`, () => !tree.some(runs), { everyMs: 10 });
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
