import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesToHex, randomBytes } from "../../../../src/core/bytes.ts";
import { describeFault, type Fault } from "../../../../src/core/fault.ts";
import { formatBackupKey, generateBackupKey, keyIdOf } from "../../../../src/core/key/backup-key.ts";
import type { EntrySummary } from "../../../../src/protocol/page.ts";
import type { BackupFile } from "../../../../src/ui/features/backups/backup-file.ts";
import { browserOf, formatReport, type LookedAt } from "../../../../src/ui/features/help/report.ts";

const VERSIONS = {
  extension: "0.1.0",
  userAgent:
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.1.2 Safari/537.36",
  storageFormat: 1,
};
const DAY_MS = Date.UTC(2026, 10, 23, 23, 59);

function entry(part: Partial<EntrySummary> = {}): EntrySummary {
  return {
    id: bytesToHex(randomBytes(16)),
    label: "",
    phoneEnding: "",
    note: "",
    origin: "whatsapp",
    keyId: keyIdOf(generateBackupKey()),
    createdAtMs: DAY_MS,
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    marks: [],
    verifiedPlaces: 0,
    safe: false,
    supersededBy: null,
    deletedAtMs: null,
    erasedAtMs: null,
    ...part,
  };
}

type Verdict = NonNullable<LookedAt["test"]>["verdict"];

function file(
  kind: "crypt15" | "crypt14" | "media",
  keys: string[],
  verdict: Verdict,
  name = "x",
): BackupFile {
  const prefix = {} as Extract<NonNullable<LookedAt["kind"]>, { kind: "crypt15" }>["prefix"];
  return {
    id: 1,
    source: { name, path: name, modifiedAtMs: null, size: 1, read: async () => new Uint8Array() },
    kind: kind === "media" ? { kind, mediaHash: "ab".repeat(32) } : { kind, prefix },
    isUnreadable: false,
    test: { verdict, keys, payload: null, read: "beginning", undecided: [], md5: "unread" },
    checked: null,
    opened: null,
    salvaged: null,
  };
}

/** Every way in which people and programs write the digits. */
function writings(hex: string): string[] {
  const cut = (size: number) => hex.match(new RegExp(`.{${size}}`, "g")) ?? [];
  const pieces = [2, 4, 8, 16, 32].flatMap((size) =>
    ["", " ", "-", ":", "\n"].map((by) => cut(size).join(by)),
  );
  return [...pieces, ...cut(16), ...cut(8)].flatMap((text) => [text, text.toUpperCase()]);
}

/** What is kept of errors that carry a text in every way an error can. */
function faultsWith(text: string): Fault[] {
  const error = new Error(text, { cause: text });
  error.name = text;
  error.stack = `Error: ${text}\n    at f (chrome-extension://${"a".repeat(32)}/${text}.js:1:1)`;
  return [error, new Error(text), text, { message: text }].map((thrown) =>
    describeFault("act-failed", thrown),
  );
}

describe("what it says", () => {
  const mine = entry({
    origin: "generated",
    testedAtMs: DAY_MS,
    places: [
      { place: "Bitwarden", verifiedAtMs: DAY_MS, goneAtMs: null },
      { place: "paper", verifiedAtMs: null, goneAtMs: null },
    ],
  });
  const old = entry({ supersededBy: mine.id });
  const gone = entry({ deletedAtMs: DAY_MS });
  const files = [
    file("crypt15", [mine.id], "right-key"),
    file("crypt15", [mine.id], "right-key"),
    { ...file("media", [mine.id], "right-key"), checked: { verdict: "damaged" } as BackupFile["checked"] },
    file("crypt14", [], "not-its-key"),
  ];
  const lines = formatReport(VERSIONS, [mine, old, gone], files, []).split("\n");

  it("names versions and counts", () => {
    expect(lines.slice(1, 7)).toEqual([
      "extension: 0.1.0",
      "browser: Chromium 140",
      "storage format: 1",
      "keys: 3",
      "files looked at in this tab: 4",
      "files that no key is known to fit: crypt14 not-its-key 1",
    ]);
  });

  it("describes each key by Key ID, days, verdicts and counts", () => {
    expect(lines.slice(8, 16)).toEqual([
      "Key 1",
      `  key ID: ${mine.keyId}`,
      "  state: current",
      "  origin: generated",
      "  added: 2026-11-23",
      "  last tested on a file: 2026-11-23",
      "  places: 2, verified 1",
      "  files it fits in this tab: crypt15 right-key 2, media damaged 1",
    ]);
    const said = lines.join("\n");
    expect(said).toContain(`key ID: ${old.keyId}\n  state: replaced`);
    expect(said).toContain(`key ID: ${gone.keyId}\n  state: deleted`);
    expect(said).toContain(
      "  last tested on a file: never\n  places: 0, verified 0\n  files it fits in this tab: none",
    );
  });

  it("lists what failed", () => {
    const error = new Error("no room");
    error.stack = `f@moz-extension://${crypto.randomUUID()}/background/main.js:1:2345`;
    const fault = { ...describeFault("storage-failed", error), times: 2 };
    expect(formatReport(VERSIONS, [], [], [fault])).toMatch(
      /\n\nfaults: 1\n {2}storage-failed \(2\) Error: no room < background\/main\.js:1:2345\n$/,
    );
    expect(formatReport(VERSIONS, [], [], [])).toMatch(/\n\nfaults: 0\n$/);
  });

  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", "Firefox 142"],
    ["Mozilla/5.0 Chrome/141.0.0.0 Safari/537.36 Edg/141.0", "Chromium 141"],
    ["My phone 4711", "unknown"],
    ["", "unknown"],
  ])("reads %j as %s", (userAgent, said) => expect(browserOf(userAgent)).toBe(said));

  it("writes nothing that is not of the expected shape", () => {
    const odd = { extension: "0.1 for handset", userAgent: "handset", storageFormat: 1 };
    const report = formatReport(odd, [entry({ keyId: "handset key" })], [], [odd as unknown as Fault]);
    expect(report).not.toContain("handset");
    expect(report).toContain("extension: unknown\nbrowser: unknown");
    expect(report).toContain("key ID: unknown");
    expect(report).toContain("faults: 1\n  unknown\n");
  });
});

describe("what it does not say", () => {
  it("holds no canary: label, note, ending, place, file name, id, or key in any grouping", () => {
    const keys = [generateBackupKey(), generateBackupKey()];
    const canaries: string[] = [
      "Spare handset",
      "canary note",
      "9931",
      "canary place",
      "canary-file.db.crypt15",
    ];
    const entries = keys.map((key) => {
      const hex = formatBackupKey(key);
      canaries.push(...writings(hex));
      return entry({
        label: `Spare handset ${hex}`,
        note: `canary note ${hex.toUpperCase()} ${writings(hex)[6]}`,
        phoneEnding: "9931",
        keyId: keyIdOf(key),
        places: [{ place: `canary place ${hex}`, verifiedAtMs: DAY_MS, goneAtMs: null }],
      });
    });
    const ids = entries.map(({ id }) => id);
    canaries.push(...ids, "ab".repeat(32));
    const name = `canary-file.db.crypt15 ${canaries[5]}`;
    const files = [file("crypt15", ids, "right-key", name), file("media", [], "not-its-key", name)];
    const report = formatReport(VERSIONS, entries, files, canaries.flatMap(faultsWith));
    for (const { keyId: mark } of entries) expect(report).toContain(mark);
    expect(canaries.filter((canary) => report.includes(canary))).toEqual([]);
    // The search itself finds what is there.
    const leaking = `${report}${entries[0]?.note}`;
    expect(canaries.filter((canary) => leaking.includes(canary)).length).toBeGreaterThan(2);
  });

  it("does not depend on anything private, whatever the state", () => {
    const timeMs = fc.integer({ min: 0, max: 4e12 });
    const maybe = fc.option(timeMs);
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    const secret = fc.record({ label: text, note: text, phoneEnding: text, place: text, name: text });
    const key = fc.record({
      origin: fc.constantFrom("generated" as const, "whatsapp" as const),
      createdAtMs: timeMs,
      testedAtMs: maybe,
      deletedAtMs: maybe,
      places: fc.array(maybe, { maxLength: 4 }),
      verdict: fc.constantFrom("right-key" as const, "damaged" as const, "cannot-tell" as const),
    });
    const marks = ["0123abcd", "zyxw9876", "00000000", "hjkmnpqr", "4242qqqq"];
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5 }), secret, secret, (keys, one, other) => {
        const report = ({ label, note, phoneEnding, place, name }: typeof one) => {
          const entries = keys.map((k, at) =>
            entry({
              ...k,
              label,
              note,
              phoneEnding,
              keyId: marks[at] ?? "",
              places: k.places.map((verifiedAtMs) => ({ place, verifiedAtMs, goneAtMs: null })),
            }),
          );
          const files = entries.map(({ id }, at) =>
            file("crypt15", [id], keys[at]?.verdict ?? "damaged", name),
          );
          const faults = [label, note, place, name].map((thrown) =>
            describeFault("act-failed", new Error(thrown)),
          );
          return formatReport(VERSIONS, entries, files, faults);
        };
        const said = report(one);
        expect(report(other)).toBe(said);
        expect(said).toMatch(/^[\n\x20-\x7e]*$/);
        expect(said.match(/^Key \d$/gm) ?? []).toHaveLength(keys.length);
      }),
      { numRuns: 300 },
    );
  });
});
