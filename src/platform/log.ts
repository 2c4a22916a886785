/** The one log. It takes a fixed code and a count, so that no secret can reach it. */
export type LogCode =
  | "handler-failed"
  | "clipboard-clear-failed"
  | "lock-store-failed"
  | "start-failed"
  | "unfinished-files-stay";

export function log(code: LogCode, count = 1): void {
  // biome-ignore lint/suspicious/noConsole: the one place that writes to the console
  console.warn(`sixtyfour: ${code} (${count})`);
}
