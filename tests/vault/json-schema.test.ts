/** The wire's schemas as JSON: what the server enforces, and how long a request may get. */
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { base64Url, exact, integer, list, text } from "../../src/core/schema.ts";
import { ENDPOINTS, LONGEST_BODY, problem, vaultFacts } from "../../src/protocol/vault/wire.ts";
import { jsonSchemaOf } from "../../src/vault/http/json-schema.ts";

type Json = {
  type?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
  enum?: unknown[];
  items?: Json;
  properties?: Record<string, Json>;
  additionalProperties?: boolean;
};

test("says all that the schema says", () => {
  const shape = exact({
    id: base64Url(16),
    name: text(4, 1),
    kind: v.picklist(["a", "b"]),
    count: integer(0, 9),
    done: v.boolean(),
    more: v.exactOptional(list(exact({ at: integer(1, 2) }), 2)),
  });
  const at = { type: "integer", minimum: 1, maximum: 2 };
  const item = { type: "object", properties: { at }, required: ["at"], additionalProperties: false };
  expect(jsonSchemaOf(shape)).toEqual({
    type: "object",
    properties: {
      id: { type: "string", minLength: 22, maxLength: 22, pattern: expect.stringMatching(/^\^.*\$$/) },
      name: { type: "string", minLength: 1, maxLength: 4 },
      kind: { type: "string", enum: ["a", "b"] },
      count: { type: "integer", minimum: 0, maximum: 9 },
      done: { type: "boolean" },
      more: { type: "array", items: item, maxItems: 2 },
    },
    required: ["id", "name", "kind", "count", "done"],
    additionalProperties: false,
  });
});

/** Where a schema lets anything through. */
function loose(json: Json, path: string): string[] {
  switch (json.type) {
    case "boolean":
      return [];
    case "string":
      return json.maxLength === undefined && json.enum === undefined ? [path] : [];
    case "integer":
      return json.minimum === undefined || json.maximum === undefined ? [path] : [];
    case "array":
      return [...(json.maxItems === undefined ? [path] : []), ...loose(json.items ?? {}, `${path}[]`)];
    case "object": {
      const inner = Object.entries(json.properties ?? {}).flatMap(([name, one]) =>
        loose(one, `${path}.${name}`),
      );
      return json.additionalProperties === false ? inner : [path, ...inner];
    }
    default:
      return [path];
  }
}

describe.each(Object.entries(ENDPOINTS))("%s", (path, { request, reply }) => {
  test("nothing in it is without a bound", () => {
    for (const schema of [request, reply, problem, vaultFacts])
      expect(loose(jsonSchemaOf(schema), path)).toEqual([]);
  });

  test("the longest request keeps within the body's bound", () => {
    const { properties = {} } = jsonSchemaOf(request) as Json;
    const lengths = Object.entries(properties).map(([name, field]) => {
      const longest = field.type === "string" ? (field.maxLength ?? 32) : 16;
      // What is not bytes may take three bytes a UTF-16 unit.
      return name.length + 6 + longest * (field.pattern === undefined ? 3 : 1);
    });
    expect(lengths.length).toBeGreaterThan(0);
    expect(lengths.reduce((a, b) => a + b, 0)).toBeLessThan(LONGEST_BODY);
  });
});

test("control: a text without end, and an object that takes more, are seen", () => {
  expect(loose(jsonSchemaOf(exact({ name: v.string() })), "x")).toEqual(["x.name"]);
  expect(loose(jsonSchemaOf(v.object({ done: v.boolean() })), "x")).toEqual(["x"]);
});
