/** A schema of the wire as Fastify enforces it and OpenAPI shows it. */
import { toJsonSchema } from "@valibot/to-json-schema";
import type { Schema } from "../../core/schema.ts";

export function jsonSchemaOf(schema: Schema): object {
  // What stands behind the first check of `exact` and `list`: that of valibot's own, which JSON can say.
  const { $schema: _, ...json } = toJsonSchema(schema, { typeMode: "output" });
  return json;
}
