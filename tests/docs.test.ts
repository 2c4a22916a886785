/**
 * The documents say what the code says.
 *
 * Tables are found by the heading of their first column: README `Permission`, ARCHITECTURE `Message` and
 * `Room`, docs/security-tests.md `Promise`.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../src/core/errors.ts";
import { FILL_OUTCOMES, orderReaders } from "../src/protocol/content.ts";
import { CONTENT_REQUESTS } from "../src/protocol/content-requests.ts";
import { OFFSCREEN_REQUESTS } from "../src/protocol/offscreen.ts";
import { PAGE_REQUESTS } from "../src/protocol/page-requests.ts";
import { errorText } from "../src/ui/text/en/errors.ts";
import { outcomeText } from "../src/ui/text/en/page-acts.ts";
import { commandsByFile, commandsOf } from "./checks/commands.ts";
import {
  codeIn,
  deadLinks,
  promiseNumbers,
  promisesWithoutTest,
  tableRows,
  testsNamedIn,
} from "./checks/documents.ts";
import { listFiles, ROOT, readText } from "./checks/files.ts";
import { importableBy, ROOMS } from "./checks/layers.ts";
import { permissionHeadings, permissionsInManifest } from "./checks/manifest.ts";
import { brokenSteps, waysIn } from "./checks/tour.ts";

const DOCUMENTS = [
  ...["README.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "PRIVACY.md"],
  ...listFiles("docs")
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path}`),
];

/** The code in the first cell of each row, sorted. */
function firstCells(path: string, heading: string): string[] {
  return tableRows(readText(path), heading)
    .map(([cell = ""]) => codeIn(cell)[0] ?? cell)
    .sort();
}

describe("permissions", () => {
  const asked = permissionsInManifest().sort();

  test("docs/permissions.md has a heading for each, and no other", () => {
    expect(permissionHeadings(readText("docs/permissions.md")).sort()).toEqual(asked);
  });

  test("so has the table in README.md", () => {
    expect(firstCells("README.md", "Permission")).toEqual(asked);
  });

  test("each has its reason", () => {
    const sections = readText("docs/permissions.md").split(/^##? /m).slice(2);
    for (const section of sections)
      expect(section.split("\n").slice(1).join(" ").trim().length).toBeGreaterThan(40);
    expect(sections.length).toBeGreaterThan(asked.length);
  });
});

describe("sentences", () => {
  test.each([
    ["error", ERROR_CODES, errorText],
    ["outcome", FILL_OUTCOMES, outcomeText],
  ] as const)("every %s has one of its own", (_, codes, sentences: Record<string, string>) => {
    expect(Object.keys(sentences).sort()).toEqual([...codes].sort());
    const texts = Object.values(sentences);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].{10,}[.?]$/s);
  });
});

describe("ARCHITECTURE.md", () => {
  test("lists the messages of the protocol, and between whom they go", () => {
    const named = (requests: readonly { type: string }[], way: string) =>
      requests.map(({ type }) => [type, way]);
    const defined = [
      ...(PAGE_REQUESTS as readonly { type: string; askedBy?: string }[]).map(
        ({ type, askedBy = "page" }) => [type, `${askedBy} → background`],
      ),
      ...named(CONTENT_REQUESTS, "content → background"),
      ...named(OFFSCREEN_REQUESTS, "offscreen → background"),
      ...Object.keys(orderReaders).map((type) => [type, "background → content"]),
    ];
    expect(defined.length).toBeGreaterThan(40);
    const written = tableRows(readText("ARCHITECTURE.md"), "Message");
    expect(written.map(([message = "", way]) => [codeIn(message)[0], way]).sort()).toEqual(defined.sort());
    for (const [message, , does = ""] of written) expect(does.length, message).toBeGreaterThan(10);
  });

  test("lists what each room's TypeScript project refers to", () => {
    const written = tableRows(readText("ARCHITECTURE.md"), "Room").map(([room = "", imports = ""]) => [
      codeIn(room)[0],
      codeIn(imports).sort(),
    ]);
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(ROOMS.map((room) => [room, importableBy(room)])),
    );
  });
});

describe("SECURITY.md and docs/security-tests.md", () => {
  const promises = promiseNumbers(readText("SECURITY.md"));
  const table = tableRows(readText("docs/security-tests.md"), "Promise");

  test("every promise names a test, or says that it is none", () => {
    expect(table.length).toBeGreaterThan(50);
    expect(promisesWithoutTest(table)).toEqual([]);
  });

  test("every promise that users read has a row, in the same order, and every row but the last belongs to one", () => {
    expect(promises).toEqual(promises.map((_, index) => String(index + 1)));
    expect(promises.length).toBeGreaterThan(10);
    expect([...new Set(table.map(([, , , number]) => number))]).toEqual([...promises, "all"]);
  });

  test("names the commands that run them, and no promise is left to measurements alone", () => {
    const byFile = commandsByFile();
    const rows = table.map(([promise, heldBy = "", command = ""]) => ({
      promise,
      written: codeIn(command),
      listed: commandsOf(testsNamedIn(heldBy), byFile),
    }));
    expect(rows.filter(({ written, listed }) => written.join() !== listed.join())).toEqual([]);
    expect(rows.filter(({ listed }) => listed.join() === "npm run bench")).toEqual([]);
  }, 300_000);
});

describe("docs/tour.md", () => {
  const ways = waysIn(readText("docs/tour.md"));

  test.each([...ways])("%s: each file is there, and one before it leads to it", (_, steps) => {
    expect(brokenSteps(steps)).toEqual([]);
    expect(steps.length).toBeGreaterThan(8);
  });

  test("control: a missing file, one that nothing leads to, and a name that does not stand there are seen", () => {
    const first = { path: "core/key/backup-key.ts", reachedBy: null };
    expect(ways.size).toBe(4);
    expect(brokenSteps([first, { path: "core/none.ts", reachedBy: null }])).toHaveLength(1);
    expect(brokenSteps([first, { path: "backup/derive.ts", reachedBy: null }])).toHaveLength(1);
    expect(brokenSteps([first, { path: "backup/derive.ts", reachedBy: "form.fill" }])).toHaveLength(1);
  });
});

describe("all documents", () => {
  test.each(DOCUMENTS)("%s: tests and links are there", (path) => {
    const text = readText(path);
    expect(testsNamedIn(text).filter((name) => !existsSync(resolve(ROOT, name)))).toEqual([]);
    expect(deadLinks(path, text)).toEqual([]);
  });

  test("a comment cites only what is in this repository", () => {
    const cited = listFiles("src")
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        [...readText(`src/${path}`).matchAll(/[\w./-]+\.md\b/g)].map(([name]) => `${name} (${path})`),
      );
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((one) => !existsSync(resolve(ROOT, one.split(" ")[0] ?? "")))).toEqual([]);
  });

  test("one version everywhere", () => {
    const versionIn = (path: string): string => (JSON.parse(readText(path)) as { version: string }).version;
    const version = versionIn("package.json");
    expect(versionIn("manifest.json")).toBe(version);
    expect(versionIn("package-lock.json")).toBe(version);
    expect(readText("CHANGELOG.md")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m"));
  });
});

describe("these checks can fail", () => {
  const table =
    "text\n\n| Promise | Held by |\n|---|---|\n| a | `tests/zip.test.ts` |\n| b | |\n| c | Not promised. |\n\n| d |";

  test("tables are read to their end", () => {
    expect(tableRows(table, "Promise").map(([promise]) => promise)).toEqual(["a", "b", "c"]);
    expect(tableRows(table, "Message")).toEqual([]);
  });

  test("a promise without a test is seen", () => {
    expect(promisesWithoutTest(tableRows(table, "Promise"))).toEqual(["b"]);
  });

  test("a test that no command runs is seen", () => {
    const byFile = new Map([["tests/a.test.ts", "npm test"]] as const);
    expect(commandsOf(["tests/b.spec.ts", "tests/a.test.ts"], byFile)).toEqual([
      "npm test",
      "tests/b.spec.ts",
    ]);
  });

  test("a dead link and a missing heading are seen", () => {
    expect(deadLinks("docs/x.md", "[a](../manifest.json) [b](none.md#c) [d](https://example.org)")).toEqual([
      "none.md#c",
    ]);
    const text = "# The file's *name*, 2\n\n[a](#the-files-name-2) [b](#name) [c](../README.md#none)";
    expect(deadLinks("docs/x.md", text)).toEqual(["#name", "../README.md#none"]);
    expect(permissionHeadings("## `storage`\n\n### `idle`\n\n## alarms\n")).toEqual(["storage"]);
  });
});
