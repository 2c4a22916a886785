import { expect, test } from "vitest";
import { REFUSAL_CODES } from "../../src/vault-client/outcome.ts";
import * as steps from "../../src/vault-client/steps.ts";
import { codeIn, tableRows } from "../checks/documents.ts";
import { readText } from "../checks/files.ts";

const document = readText("docs/vault-client.md");

test("docs/vault-client.md lists every way in which a step can end", () => {
  const listed = tableRows(document, "Code").map(([code = ""]) => codeIn(code)[0]);
  expect(listed).toEqual([...REFUSAL_CODES]);
});

test("it names steps that there are, and all that return something to be stored", () => {
  const named = tableRows(document, "Step").flatMap(([step = ""]) => codeIn(step));
  for (const name of named) expect(steps).toHaveProperty(name);
  expect(named).toHaveLength(11);
});
