/**
 * The log: one line of JSON for each request and each event of a closed list, on standard output.
 *
 * No name, no address, no body. An account appears as a pseudonym of its row id. The operator can change the
 * pseudonyms' key; after that, nobody can match old lines with new ones.
 */
import type { Keys } from "./keys.ts";

type LogEvent =
  | "started"
  | "stopping"
  | "certificate-renewed"
  | "certificate-refused"
  | "clock-behind"
  | "waits-begun-again"
  | "database-went-back"
  | "database-unsafe"
  | "database-safe"
  | "standby-missing"
  | "standby-back"
  | "store-failed"
  | "tick-failed"
  | "bug";

type RequestLine = {
  method: string;
  /** The endpoint's path, not what was asked for. */
  path: string;
  status: number;
  ms: number;
  row?: Uint8Array | undefined;
};

export type Log = {
  /** @param cause - the code of what failed: SQLSTATE, SQLite's or the system's. Never data. */
  event(event: LogEvent, cause?: string): void;
  request(line: RequestLine): void;
  /** From now on other pseudonyms. */
  turn(turn: number): void;
};

export function makeLog(keys: Keys, nowMs: () => number, write: (line: string) => void): Log {
  let pseudonym = keys.pseudonyms(0);
  const line = (content: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: new Date(nowMs()).toISOString(), ...content })}\n`);
  return {
    event: (event, cause) => line({ event, count: 1, ...(cause !== undefined && { cause }) }),
    request: ({ row, ...rest }) => line(row ? { ...rest, account: pseudonym(row) } : rest),
    turn: (turn) => {
      pseudonym = keys.pseudonyms(turn);
    },
  };
}
