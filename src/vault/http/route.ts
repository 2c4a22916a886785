/** What the routes of both versions have in common. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Schema, TypeOf } from "../../core/schema.ts";
import { problem } from "../../protocol/vault/wire.ts";
import { type Asked, prove } from "../accounts/proof.ts";
import type { Answer } from "../endpoint-answer.ts";
import type { AccountsTable } from "../store/tables.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url } from "../wire-bytes.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { PROBLEM_TYPE, problemOf } from "./problems.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it was sent: what a device signs. */
    bodyBytes: Buffer;
    /** Of which account the request speaks; for the log. */
    row: Uint8Array | undefined;
  }
}

type Endpoint = { readonly request: Schema; readonly reply: Schema };

function send<T>(reply: FastifyReply, answer: Answer<T>): FastifyReply {
  if (answer.ok) return reply.send(answer.value);
  const { code, retryAfterSeconds } = answer;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  const document = problemOf(code, retryAfterSeconds);
  return reply.code(document.status).type(PROBLEM_TYPE).send(document);
}

/** @param schemes - how a request may be signed; none where everybody may ask. */
function schemaOf({ request, reply }: Endpoint, schemes: readonly string[]) {
  return {
    body: jsonSchemaOf(request),
    response: { 200: jsonSchemaOf(reply), "4xx": jsonSchemaOf(problem), "5xx": jsonSchemaOf(problem) },
    ...(schemes.length > 0 && { security: schemes.map((scheme) => ({ [scheme]: [] })) }),
  };
}

export type Route = { path: string; endpoint: Endpoint; schemes: readonly string[] };

/** @param act - gets the body as its schema has let it through. */
export function addRoute<E extends Endpoint>(
  app: FastifyInstance,
  { path, endpoint, schemes }: Route & { endpoint: E },
  act: (
    body: TypeOf<E["request"]>,
    request: FastifyRequest,
  ) => Answer<TypeOf<E["reply"]>> | Promise<Answer<TypeOf<E["reply"]>>>,
): void {
  app.post(path, { schema: schemaOf(endpoint, schemes) }, async (request, reply) =>
    send(reply, await act(request.body as TypeOf<E["request"]>, request)),
  );
}

/** The account that a signed request speaks of, once its proof is used up. */
export function proven(
  vault: Vault,
  version: Asked["version"],
  path: string,
  { rowId, generation }: { rowId: string; generation: number },
  request: FastifyRequest,
): Promise<Answer<AccountsTable>> {
  const row = fromBase64url(rowId);
  request.row = row;
  const { authorization = "" } = request.headers;
  return prove(vault, { version, path, authorization, raw: request.bodyBytes, row, generation });
}
