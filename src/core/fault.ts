/**
 * What is kept of a failure that nobody expected. Pure: the log itself is `platform/log.ts`.
 *
 * People show it in public. So a fault holds only words of closed lists, names of our scripts, and positions
 * in them: no text that was thrown, no address, no value. Its cause is left out, and so is any error inside
 * it.
 */
import * as v from "valibot";
import { BUG_MESSAGES } from "./bug-messages.ts";
import { isErrorCode } from "./errors.ts";
import { exact, integer, list, type TypeOf } from "./schema.ts";

const FAULT_CODES = [
  // the background
  "handler-failed",
  "event-failed",
  "resume-failed",
  "storage-failed",
  "clipboard-refused",
  "clipboard-clear-failed",
  "unfinished-files-stay",
  // our pages
  "act-failed",
  "draw-failed",
  // both
  "derivation-failed",
  "uncaught-error",
  "unhandled-rejection",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/**
 * What the language and the browsers throw (ECMA-262 §20.5.5, webidl.spec.whatwg.org §2.8.1, WebAssembly).
 */
const NAMES: readonly string[] = [
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError"],
  ...["URIError", "CompileError", "LinkError", "RuntimeError"],
  ...["AbortError", "ConstraintError", "DataCloneError", "DataError", "EncodingError", "InvalidAccessError"],
  ...["InvalidCharacterError", "InvalidModificationError", "InvalidStateError", "NetworkError"],
  ...[
    "NoModificationAllowedError",
    "NotAllowedError",
    "NotFoundError",
    "NotReadableError",
    "NotSupportedError",
  ],
  ...[
    "OperationError",
    "OptOutError",
    "QuotaExceededError",
    "ReadOnlyError",
    "SecurityError",
    "TimeoutError",
  ],
  ...["TransactionInactiveError", "TypeMismatchError", "UnknownError", "VersionError"],
];
/** Something was thrown that is no error, or an error of another name. */
const OTHER = "other";

const MOST_FRAMES = 8;
/**
 * Words of letters with at most one digit behind: `argon2` is a name of ours, a run of digits could be a
 * key's. So could letters that are all hex digits, beyond the four of `aead`.
 */
const WORD = "(?![a-f]{5,}\\d?\\b)[a-z]{1,20}\\d?";
const NAME = `${WORD}(?:[.-]${WORD}){0,4}`;
/** One script of ours, and a place in it. */
const SCRIPT = `(?:${NAME}/){0,3}${NAME}\\.js:\\d{1,7}:\\d{1,7}`;
const FRAME = new RegExp(`^${SCRIPT}$`);
const FRAME_IN_STACK = new RegExp(`(?:chrome|moz)-extension://[\\w-]+/(${SCRIPT})\\)?$`);

const isName = (value: unknown): value is string =>
  value === OTHER || (NAMES as readonly unknown[]).includes(value);

const isMessage = (value: unknown): value is string =>
  (BUG_MESSAGES as readonly unknown[]).includes(value) || isErrorCode(value);

/** What came by a message or lay in storage holds this and nothing else. */
export const faultSchema = exact({
  code: v.picklist(FAULT_CODES),
  /** One of {@link NAMES}, or `other`. */
  name: v.custom<string>(isName),
  /** One of {@link BUG_MESSAGES} or an error code; null for every other message. */
  message: v.nullable(v.custom<string>(isMessage)),
  /** `background/main.js:1:2345`, the innermost first. */
  frames: list(v.pipe(v.string(), v.regex(FRAME)), MOST_FRAMES),
  times: integer(1, Number.MAX_SAFE_INTEGER),
});
export type Fault = TypeOf<typeof faultSchema>;

export const MOST_FAULTS = 50;
export const faultsSchema = list(faultSchema, MOST_FAULTS);

/**
 * The lines of a stack without the message that Chromium puts before them: a message could look like lines of
 * a stack. Empty if the message has changed since the error was made.
 */
function linesOf(stack: string, message: string): string[] {
  if (!stack.includes("\n    at ")) return stack.split("\n"); // Firefox puts no message there
  const [name = ""] = /^\w*/.exec(stack) ?? [];
  const header = message === "" ? name : `${name}: ${message}`;
  return stack.startsWith(`${header}\n`) ? stack.slice(header.length).split("\n") : [];
}

function framesOf(stack: unknown, message: unknown): string[] {
  if (typeof stack !== "string" || typeof message !== "string") return [];
  const frames: string[] = [];
  for (const line of linesOf(stack, message)) {
    const [, frame] = FRAME_IN_STACK.exec(line) ?? [];
    if (frame !== undefined) frames.push(frame);
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
}

/** @param thrown - anything at all. Never throws. */
export function describeFault(code: FaultCode, thrown: unknown): Fault {
  const unnamed: Fault = { code, name: OTHER, message: null, frames: [], times: 1 };
  try {
    if (!(thrown instanceof Error)) return unnamed;
    const { name, message, stack } = thrown;
    return {
      ...unnamed,
      name: isName(name) ? name : OTHER,
      message: isMessage(message) ? message : null,
      frames: framesOf(stack, message),
    };
  } catch {
    // What was thrown has a getter that throws.
    return unnamed;
  }
}

/** One line of a report. */
export function formatFault({ code, name, message, frames, times }: Fault): string {
  const said = message === null ? name : `${name}: ${message}`;
  return `${code} (${times}) ${said}${frames.map((frame) => ` < ${frame}`).join("")}`;
}

export type FaultLog = ReturnType<typeof createFaultLog>;

/**
 * The newest {@link MOST_FAULTS} faults. One that repeats is kept once and counted, so it does not displace
 * others.
 */
export function createFaultLog() {
  const nameOf = (fault: Fault) => formatFault({ ...fault, times: 1 });
  const kept = new Map<string, Fault>();
  return {
    add(fault: Fault): void {
      const name = nameOf(fault);
      const times = fault.times + (kept.get(name)?.times ?? 0);
      kept.delete(name); // a map keeps the order of insertion: this one is the newest now
      kept.set(name, { ...fault, times });
      for (const oldest of kept.keys()) if (kept.size > MOST_FAULTS) kept.delete(oldest);
    },

    all: (): Fault[] => [...kept.values()],

    /** Somebody else keeps these now. What came again since then stays. */
    remove(faults: readonly Fault[]): void {
      for (const fault of faults) {
        const name = nameOf(fault);
        const times = (kept.get(name)?.times ?? 0) - fault.times;
        if (times > 0) kept.set(name, { ...fault, times });
        else kept.delete(name);
      }
    },
  };
}
