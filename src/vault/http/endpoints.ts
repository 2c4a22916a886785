/** Each endpoint of the wire, and who answers it. */
import type { FastifyInstance } from "fastify";
import { originsSigned } from "../../protocol/vault/proof.ts";
import {
  ENDPOINTS,
  MOST_ATTEMPTS,
  type Path,
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
import { finishRegistration, startRegistration } from "../accounts/registering.ts";
import { finishReset, startReset } from "../accounts/resetting.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import type { AccountsTable } from "../store/tables.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { addRoute, proven } from "./route.ts";

type SignedPath = { [P in Path]: (typeof ENDPOINTS)[P] extends { signed: true } ? P : never }[Path];
type OpenPath = Exclude<Path, SignedPath>;

function factsOf({ keys, opaque, registration, origins }: Vault): VaultFacts {
  const [vaultId, own] = [toBase64url(keys.vaultId), origins()];
  const signed = originsSigned(keys.vaultId, fromBase64url(opaque.publicKey), own);
  return {
    version: WIRE_VERSION,
    vaultId,
    publicKey: opaque.publicKey,
    stateKey: toBase64url(keys.statePublicKey),
    stretchings: [...STRETCHINGS],
    mostAttempts: MOST_ATTEMPTS,
    registration,
    origins: [...own],
    signature: toBase64url(keys.signState(signed)),
  };
}

/** Does the client believe to be asking where this vault is? If not, somebody in between hands its words on. */
const isHere = (vault: Vault, body: object): boolean =>
  !("origin" in body) || vault.origins().includes(String(body.origin));

export function addRoutes(app: FastifyInstance, vault: Vault): void {
  const open = <P extends OpenPath>(
    path: P,
    act: (body: RequestOf<P>) => Answer<Reply<P>> | Promise<Answer<Reply<P>>>,
  ) =>
    addRoute(app, { path, endpoint: ENDPOINTS[path], schemes: [] }, (asked, request) => {
      const body = asked as RequestOf<P>;
      if ("name" in body) request.row = vault.keys.row(body.name);
      return isHere(vault, body) ? act(body) : refuse("other-address");
    });

  const signed = <P extends SignedPath>(
    path: P,
    act: (vault: Vault, body: RequestOf<P>, present: AccountsTable) => Promise<Answer<Reply<P>>>,
  ) =>
    addRoute(
      app,
      { path, endpoint: ENDPOINTS[path], schemes: ["device", "ticket"] },
      async (asked, request) => {
        const body = asked as RequestOf<P>;
        if (!isHere(vault, body)) return refuse("other-address");
        const found = await proven(vault, 2, path, body, request);
        return found.ok ? act(vault, body, found.value) : found;
      },
    );

  open("/v2/accounts/start", (body) => startRegistration(vault, body));
  open("/v2/accounts/finish", (body) => finishRegistration(vault, body));
  open("/v2/login/start", (body) => startLogin(vault, body));
  open("/v2/login/finish", (body) => finishLogin(vault, body));
  open("/v2/device/challenge", (body) => challenge(vault, body));
  signed("/v2/reset/start", startReset);
  signed("/v2/reset/finish", finishReset);
  signed("/v2/status", status);
  signed("/v2/devices/revoke", revoke);
  signed("/v2/delete", (_, __, { row_id }) => forget(vault, row_id));
  signed("/v2/export", exportAll);

  // Signed once, and not before the port is known.
  let facts: VaultFacts | null = null;
  app.get(VAULT_PATH, { schema: { response: { 200: jsonSchemaOf(vaultFacts) } } }, async () => {
    facts ??= factsOf(vault);
    return facts;
  });
}

export function challenge(
  { keys, clock }: Vault,
  { rowId }: RequestOf<"/v2/device/challenge">,
): Answer<Reply<"/v2/device/challenge">> {
  const nonce = makeNonce(keys.nonces, fromBase64url(rowId), clock.nowMs());
  return { ok: true, value: { nonce: toBase64url(nonce) } };
}
