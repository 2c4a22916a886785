/** Each endpoint of the wire, and who answers it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  ENDPOINTS,
  MOST_ATTEMPTS,
  type Path,
  problem,
  type Reply,
  type RequestOf,
  STRETCHINGS,
  VAULT_PATH,
  type VaultFacts,
  vaultFacts,
  WIRE_VERSION,
} from "../../protocol/vault/wire.ts";
import { finishLogin, startLogin } from "../accounts/login.ts";
import { makeNonce } from "../accounts/nonce.ts";
import { exportAll, forget, revoke, status } from "../accounts/owning.ts";
import { prove } from "../accounts/proof.ts";
import { finishRegistration, startRegistration } from "../accounts/registering.ts";
import { finishReset, startReset } from "../accounts/resetting.ts";
import type { Answer } from "../endpoint-answer.ts";
import type { AccountsTable } from "../store/tables.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
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

type SignedPath = { [P in Path]: (typeof ENDPOINTS)[P] extends { signed: true } ? P : never }[Path];
type OpenPath = Exclude<Path, SignedPath>;

function schemaOf(path: Path) {
  const { request, reply } = ENDPOINTS[path];
  const signed = path in ENDPOINTS && "signed" in ENDPOINTS[path];
  return {
    body: jsonSchemaOf(request),
    response: { 200: jsonSchemaOf(reply), "4xx": jsonSchemaOf(problem), "5xx": jsonSchemaOf(problem) },
    ...(signed && { security: [{ device: [] }, { ticket: [] }] }),
  };
}

function send<T>(reply: FastifyReply, answer: Answer<T>): FastifyReply {
  if (answer.ok) return reply.send(answer.value);
  const { code, retryAfterSeconds } = answer;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", retryAfterSeconds);
  const document = problemOf(code, retryAfterSeconds);
  return reply.code(document.status).type(PROBLEM_TYPE).send(document);
}

export function addRoutes(app: FastifyInstance, vault: Vault): void {
  const open = <P extends OpenPath>(
    path: P,
    act: (body: RequestOf<P>) => Answer<Reply<P>> | Promise<Answer<Reply<P>>>,
  ) =>
    app.post(path, { schema: schemaOf(path) }, async (request, reply) => {
      const body = request.body as RequestOf<P>;
      if ("name" in body) request.row = vault.keys.row(body.name);
      return send(reply, await act(body));
    });

  const signed = <P extends SignedPath>(
    path: P,
    act: (vault: Vault, body: RequestOf<P>, present: AccountsTable) => Promise<Answer<Reply<P>>>,
  ) =>
    app.post(path, { schema: schemaOf(path) }, async (request: FastifyRequest, reply) => {
      const body = request.body as RequestOf<P>;
      const row = fromBase64url(body.rowId);
      request.row = row;
      const { authorization = "" } = request.headers;
      const proven = await prove(vault, {
        path,
        authorization,
        raw: request.bodyBytes,
        row,
        generation: body.generation,
      });
      return send(reply, proven.ok ? await act(vault, body, proven.value) : proven);
    });

  open("/v1/accounts/start", (body) => startRegistration(vault, body));
  open("/v1/accounts/finish", (body) => finishRegistration(vault, body));
  open("/v1/login/start", (body) => startLogin(vault, body));
  open("/v1/login/finish", (body) => finishLogin(vault, body));
  open("/v1/device/challenge", ({ rowId }) => {
    const nonce = makeNonce(vault.keys.nonces, fromBase64url(rowId), vault.clock.nowMs());
    return { ok: true, value: { nonce: toBase64url(nonce) } };
  });
  signed("/v1/reset/start", startReset);
  signed("/v1/reset/finish", finishReset);
  signed("/v1/status", status);
  signed("/v1/devices/revoke", revoke);
  signed("/v1/delete", (_, __, { row_id }) => forget(vault, row_id));
  signed("/v1/export", exportAll);

  const facts: VaultFacts = {
    version: WIRE_VERSION,
    vaultId: toBase64url(vault.keys.vaultId),
    publicKey: vault.opaque.publicKey,
    stateKey: toBase64url(vault.keys.statePublicKey),
    stretchings: [...STRETCHINGS],
    mostAttempts: MOST_ATTEMPTS,
    registration: vault.registration,
  };
  app.get(VAULT_PATH, { schema: { response: { 200: jsonSchemaOf(vaultFacts) } } }, async () => facts);
}
