/** The entry point of the program and of its workers. */
import "./node-bytes.ts";
import "./node-inflate.ts";
import { constants } from "node:os";
import { isMainThread } from "node:worker_threads";
import { removeUnfinished } from "./outgoing.ts";
import { endWithReader } from "./output.ts";
import { run } from "./run.ts";
import { searchAsWorker } from "./search.ts";

const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Removes unfinished output synchronously, however the program ends: it may be decrypted chats. */
function cleanUpOnEnd(): void {
  process.on("exit", removeUnfinished);
  for (const signal of ENDINGS) process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

if (isMainThread) {
  endWithReader();
  cleanUpOnEnd();
  process.exitCode = await run(process.argv.slice(2));
} else {
  await searchAsWorker();
}
