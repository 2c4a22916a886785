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
  | "clock-behind"
  | "waits-begun-anew"
  | "database-went-back"
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
  event(event: LogEvent, count?: number): void;
  request(line: RequestLine): void;
  /** From now on other pseudonyms. */
  turn(turn: number): void;
};

export function makeLog(keys: Keys, nowMs: () => number, write: (line: string) => void): Log {
  let pseudonym = keys.pseudonyms(0);
  const line = (content: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: new Date(nowMs()).toISOString(), ...content })}\n`);
  return {
    event: (event, count = 1) => line({ event, count }),
    request: ({ row, ...rest }) => line(row ? { ...rest, account: pseudonym(row) } : rest),
    turn: (turn) => {
      pseudonym = keys.pseudonyms(turn);
    },
  };
}
