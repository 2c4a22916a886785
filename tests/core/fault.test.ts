/** What is kept of thrown things, also of those that were made to carry a secret out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUG_MESSAGES } from "../../src/core/bug-messages.ts";
import {
  createFaultLog,
  describeFault,
  type Fault,
  faultSchema,
  faultsSchema,
  formatFault,
  MOST_FAULTS,
} from "../../src/core/fault.ts";
import { formatBackupKey, generateBackupKey } from "../../src/core/key/backup-key.ts";
import { read } from "../../src/core/schema.ts";
import { runs } from "../support/all.ts";

const HOME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
const UUID = "moz-extension://0dfa7f0e-6a6b-4a0f-9d4e-1b2c3d4e5f60";
const KEY = formatBackupKey(generateBackupKey());
/** A group of a key's digits that happens to be letters only. */
const LETTERS = "bceaafaf";
const NOTE = "Spare handset 4711";

const said = (thrown: unknown): string => formatFault(describeFault("act-failed", thrown));

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (reason) {
    return reason;
  }
  throw new Error("nothing was thrown");
}

function errorWith(part: { name?: string; message?: string; stack?: unknown }): Error {
  const error = new Error(part.message ?? "");
  for (const [name, value] of Object.entries(part)) Object.defineProperty(error, name, { value });
  return error;
}

/** As Chromium writes it. */
function chromiumStack(message: string, ...lines: string[]): string {
  return [`Error: ${message}`, ...lines.map((line) => `    at ${line}`)].join("\n");
}

describe("what is kept", () => {
  test("our own message, the name, and where it was thrown, in Chromium", () => {
    const [message] = BUG_MESSAGES;
    const stack = chromiumStack(
      message,
      `f (${HOME}/background/main.js:1:2345)`,
      `async Object.g (${HOME}/popup-shared.js:12:1)`,
      `${HOME}/index.esm.js:1:7`,
      "new Promise (<anonymous>)",
    );
    const fault = describeFault("handler-failed", errorWith({ message, stack }));
    const frames = ["background/main.js:1:2345", "popup-shared.js:12:1", "index.esm.js:1:7"];
    expect(fault).toEqual({ code: "handler-failed", name: "Error", message, frames, times: 1 });
    expect(formatFault({ ...fault, times: 3 })).toBe(
      `handler-failed (3) Error: ${message} < ${frames.join(" < ")}`,
    );
    expect(read(faultSchema, fault)).toEqual(fault);
  });

  test("the same in Firefox, without the profile's own id", () => {
    const stack = `f@${UUID}/background/main.js:1:2345\nasync*g@${UUID}/popup-shared.js:12:1\n@debugger eval code:1:1\n`;
    expect(describeFault("act-failed", errorWith({ message: "no room", stack })).frames).toEqual([
      "background/main.js:1:2345",
      "popup-shared.js:12:1",
    ]);
  });

  test.each(["QuotaExceededError", "DataCloneError", "AbortError"])("the browser's name %s", (name) => {
    expect(describeFault("act-failed", new DOMException("x", name)).name).toBe(name);
  });

  test("the code of a refused request", () => {
    expect(describeFault("act-failed", new Error("not-stored")).message).toBe("not-stored");
  });

  test("no more than eight frames, of a stack of any length", () => {
    const stack = `Error${`\n    at ${HOME}/a.js:1:1`.repeat(200_000)}`;
    const fault = describeFault("act-failed", errorWith({ stack }));
    expect(fault.frames).toHaveLength(8);
  });
});

const huge = `${KEY}\n`.repeat(50_000);
const forged = `    at f (${HOME}/${KEY}.js:1:1)\n    at g (${HOME}/abc.js:${"4711".repeat(8)}:1)`;
const HOSTILE: [string, unknown][] = [
  ["JSON.parse, which quotes its text", thrownBy(() => JSON.parse(`${KEY} ${NOTE}`))],
  ["a message with a key", new Error(`no entry ${KEY} ${NOTE}`)],
  ["our message with a key behind it", new Error(`no room ${KEY}`)],
  ["a cause chain", new Error("no room", { cause: new Error(KEY, { cause: NOTE }) })],
  ["errors within an error", new AggregateError([new Error(KEY)], NOTE)],
  ["a string", KEY],
  ["an object", { name: NOTE, message: KEY, stack: KEY, toString: () => KEY }],
  ["a bytes array", new TextEncoder().encode(KEY)],
  ["null", null],
  ["undefined", undefined],
  ["a symbol", Symbol(KEY)],
  ["a function", () => KEY],
  ["a name with a key", errorWith({ name: `${NOTE} ${KEY}` })],
  ["a name that is no text", errorWith({ name: { toString: () => KEY } as unknown as string })],
  ["a message that is no text", errorWith({ message: [KEY] as unknown as string })],
  ["a huge message", new Error(huge)],
  ["a huge stack", errorWith({ stack: huge })],
  ["a huge line in a stack", errorWith({ stack: `Error\n    at ${KEY.repeat(50_000)}` })],
  ["a message like a stack", new Error(`x\n${forged}`)],
  [
    "a message like a stack, changed since",
    errorWith({ message: "x", stack: `Error: x ${NOTE}\n${forged}\n    at ${HOME}/abc.js:77:1` }),
  ],
  ["an empty message instead of one like a stack", errorWith({ stack: `Error: ${NOTE}\n${forged}` })],
  ["a stack that is no text", errorWith({ stack: { toString: () => KEY } })],
  ["a file of a person's", errorWith({ stack: `f@file:///home/somebody/${KEY}.js:1:1\n` })],
  ["a web page's script", errorWith({ stack: `f@https://example.org/${KEY}/x.js:1:1\n` })],
  ["an address with a query", errorWith({ stack: `f@${UUID}/app.js?key=${KEY}:1:1\n` })],
  ["digits in a script's name", errorWith({ stack: `f@${UUID}/${KEY}.js:1:1\n` })],
  ["hex letters as a script's name", errorWith({ stack: `f@${UUID}/${LETTERS}.js:1:1\n` })],
  ["hex letters and a digit", errorWith({ stack: `f@${UUID}/app/${LETTERS}7.js:1:1\n` })],
  ["hex letters as a folder's name", errorWith({ stack: `f@${UUID}/${LETTERS}/x.js:1:1\n` })],
  ["digits in a folder's name", errorWith({ stack: `f@${UUID}/${KEY}/x.js:1:1\n` })],
  [
    "a getter that throws",
    Object.defineProperty(new Error("x"), "message", {
      get() {
        throw new Error(KEY);
      },
    }),
  ],
  [
    "a proxy that throws",
    new Proxy(new Error("x"), {
      getPrototypeOf() {
        throw new Error(KEY);
      },
    }),
  ],
];

/** Any eight digits of the key in a row, a group of letters, or a word of the note. */
function leaks(text: string): string[] {
  const pieces = Array.from({ length: KEY.length - 7 }, (_, at) => KEY.slice(at, at + 8));
  return [...pieces, LETTERS, "Spare", "handset", "4711", "somebody", "77"].filter((piece) =>
    text.includes(piece),
  );
}

describe("nothing gets out", () => {
  test.each(HOSTILE)("%s", (_, thrown) => {
    expect(leaks(said(thrown))).toEqual([]);
    expect(read(faultSchema, describeFault("act-failed", thrown))).not.toBeNull();
  });

  test("this search finds what is there", () => {
    expect(leaks(KEY.slice(3, 20)).length).toBeGreaterThan(5);
    expect(leaks(NOTE)).toEqual(["Spare", "handset", "4711"]);
  });

  test("whatever is thrown: closed words, our scripts, positions", () => {
    const part = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(KEY, NOTE, forged));
    const words = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(words, words, words, (name, message, stack) => {
        const line = said(errorWith({ name, message, stack }));
        expect(line).toMatch(/^act-failed \(1\) [A-Za-z]+(: [ A-Za-z0-9-]+)?( < [a-z2./-]+\.js:\d+:\d+)*$/);
        expect(leaks(line)).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe("a fault from outside", () => {
  const fault = describeFault("act-failed", new Error("no room"));
  test.each([
    ["an unknown code", { ...fault, code: KEY }],
    ["an unknown name", { ...fault, name: NOTE }],
    ["another message", { ...fault, message: KEY }],
    ["a frame that is none", { ...fault, frames: [KEY] }],
    ["a frame that goes on", { ...fault, frames: [`a.js:1:1 ${NOTE}`] }],
    ["a frame of two lines", { ...fault, frames: [`a.js:1:1\n${NOTE}`] }],
    ["a frame that is no text", { ...fault, frames: [[`a.js:1:1`]] }],
    ["too many frames", { ...fault, frames: Array.from({ length: 9 }, () => "a.js:1:1") }],
    ["no frames", { ...fault, frames: "a.js:1:1" }],
    ["a count that is none", { ...fault, times: 0.5 }],
    ["one thing more", { ...fault, note: NOTE }],
    ["one thing less", { code: "act-failed" }],
    ["no fault", KEY],
  ])("is refused: %s", (_, raw) => {
    expect(read(faultSchema, raw)).toBeNull();
    expect(read(faultsSchema, [fault, raw])).toBeNull();
  });

  test("a list is bounded", () => {
    expect(
      read(
        faultsSchema,
        Array.from({ length: MOST_FAULTS }, () => fault),
      ),
    ).toHaveLength(MOST_FAULTS);
    expect(
      read(
        faultsSchema,
        Array.from({ length: MOST_FAULTS + 1 }, () => fault),
      ),
    ).toBeNull();
    expect(read(faultsSchema, { length: 1, 0: fault })).toBeNull();
  });
});

describe("the log", () => {
  const at = (column: number): Fault => ({
    ...describeFault("act-failed", null),
    frames: [`a.js:1:${column}`],
  });

  test("keeps the newest fifty", () => {
    const log = createFaultLog();
    for (let column = 0; column < 60; column++) log.add(at(column));
    expect(log.all()).toHaveLength(MOST_FAULTS);
    expect(log.all()[0]).toEqual(at(10));
    expect(log.all().at(-1)).toEqual(at(59));
  });

  test("counts what repeats, and does not lose the others by it", () => {
    const log = createFaultLog();
    log.add(at(1));
    for (let times = 0; times < 100; times++) log.add(at(2));
    log.add(at(1));
    expect(log.all()).toEqual([
      { ...at(2), times: 100 },
      { ...at(1), times: 2 },
    ]);
  });

  test("gives away what another keeps, but not what came again", () => {
    const log = createFaultLog();
    for (const column of [1, 2, 2]) log.add(at(column));
    const sent = log.all();
    log.add(at(2));
    log.remove(sent);
    expect(log.all()).toEqual([at(2)]);
    log.remove(log.all());
    expect(log.all()).toEqual([]);
  });
});
