/** The vault's documents say what its code says. */
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/core/schema.ts";
import {
  ENDPOINTS,
  loginAnswer,
  PROBLEMS,
  problem,
  stateText,
  VAULT_PATH,
  vaultFacts,
} from "../../src/protocol/vault/wire.ts";
import { VARIABLES } from "../../src/vault/config.ts";
import { jsonSchemaOf } from "../../src/vault/http/json-schema.ts";
import { EXIT_CODES } from "../../src/vault/start-failure.ts";
import { WAITS_MS } from "../../src/vault/store/attempts.ts";
import { codeIn, tableRows } from "../checks/documents.ts";
import { readText } from "../checks/files.ts";

const firstCells = (path: string, heading: string): string[] =>
  tableRows(readText(path), heading)
    .flatMap(([cell = ""]) => codeIn(cell))
    .sort();

test("every variable of the environment stands in the table, and no other", () => {
  expect(firstCells("docs/vault-operations.md", "Variable")).toEqual([...VARIABLES].sort());
});

test("so does every endpoint", () => {
  const known = [...Object.keys(ENDPOINTS), `GET ${VAULT_PATH}`].sort();
  expect(firstCells("docs/vault-protocol.md", "Endpoint")).toEqual(known);
});

describe("the table of messages has the fields of", () => {
  /** With a question mark behind those that may be missing, as in the table. */
  const fieldsOf = (schema: Schema): string[] => {
    const { properties, required = [] } = jsonSchemaOf(schema) as { properties: object; required?: string[] };
    return Object.keys(properties).map((name) => `\`${name}\`${required.includes(name) ? "" : "?"}`);
  };
  const rows = tableRows(readText("docs/vault-protocol.md"), "Message");
  const cellsOf = (first: string) => rows.find(([cell = ""]) => cell.replaceAll("`", "") === first) ?? [];
  const listed = (cell = ""): string[] => cell.split(", ").filter((name) => name !== "");

  test.each(Object.entries(ENDPOINTS))("%s", (path, { request, reply }) => {
    const [, asked, answered] = cellsOf(path);
    expect(listed(asked)).toEqual(fieldsOf(request));
    expect(listed(answered)).toEqual(fieldsOf(reply));
  });

  test.each<[string, Schema]>([
    [`GET ${VAULT_PATH}`, vaultFacts],
    ["login answer, opened", loginAnswer],
    ["statement, parsed", stateText],
    ["a problem", problem],
  ])("%s", (first, schema) => {
    expect(listed(cellsOf(first)[2])).toEqual(fieldsOf(schema));
  });
});

test("so does every problem, with its status", () => {
  const written = tableRows(readText("docs/vault-protocol.md"), "Problem");
  expect(written.map(([code = "", status]) => [codeIn(code)[0], Number(status)])).toEqual(
    Object.entries(PROBLEMS),
  );
});

test("so does every wait", () => {
  const [waits = []] = tableRows(readText("docs/vault-protocol.md"), "Attempts left after one");
  const minutes = { "1 min": 1, "10 min": 10, "1 h": 60, "6 h": 360, "24 h": 1440 };
  const written = waits.slice(2, -1).map((wait) => minutes[wait as keyof typeof minutes] * 60_000);
  expect(written).toEqual(WAITS_MS.map(([, wait]) => wait));
});

test("the program's commands stand in the table", () => {
  const help = /HELP = `([^`]+)`/.exec(readText("src/vault/main.ts"))?.[1] ?? "";
  const commands = [...help.matchAll(/^sixtyfour-vault ([a-z-]+) /gm)].map(([, command]) => command).sort();
  expect(commands.length).toBeGreaterThan(3);
  expect(firstCells("docs/vault-operations.md", "Command")).toEqual(commands);
});

test("so do the log's events and the exit codes", () => {
  const events = /type LogEvent =([^;]+);/.exec(readText("src/vault/event-log.ts"))?.[1] ?? "";
  const names = [...events.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name).sort();
  expect(names.length).toBeGreaterThan(8);
  expect(firstCells("docs/vault-operations.md", "Event")).toEqual(names);
  const codes = tableRows(readText("docs/vault-operations.md"), "Exit code").map(([code]) => Number(code));
  expect(codes).toEqual(Object.values(EXIT_CODES));
});
