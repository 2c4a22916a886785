/**
 * The endpoints of version 1, for accounts that were made in it, until their first login in version 2. The acts
 * are those of version 2; their answers are brought to the first form.
 */
import type { FastifyInstance } from "fastify";
import type { TypeOf } from "../../core/schema.ts";
import { MOST_ATTEMPTS, type SignedState, STRETCHINGS } from "../../protocol/vault/wire.ts";
import { ENDPOINTS_1, type Path1, VAULT_PATH_1, vaultFacts1 } from "../../protocol/vault/wire-1.ts";
import { beginLogin } from "../accounts/login.ts";
import { finishLogin1, isOfVersion1 } from "../accounts/login-1.ts";
import { exportAll, forget, revoke, status } from "../accounts/owning.ts";
import { finishReset, startReset } from "../accounts/resetting.ts";
import { signedState1 } from "../accounts/state.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { account } from "../store/accounts.ts";
import { first } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import type { Vault } from "../vault-parts.ts";
import { toBase64url } from "../wire-bytes.ts";
import { challenge } from "./endpoints.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { addRoute, proven } from "./route.ts";

type Request1<P extends Path1> = TypeOf<(typeof ENDPOINTS_1)[P]["request"]>;
type Reply1<P extends Path1> = TypeOf<(typeof ENDPOINTS_1)[P]["reply"]>;
type OpenPath1 = "/v1/login/start" | "/v1/login/finish" | "/v1/device/challenge";

/** The answer with the state as version 1 signs it. */
async function withState1<T extends { state: SignedState }>(
  vault: Vault,
  row: Uint8Array,
  answer: Answer<T>,
): Promise<Answer<T>> {
  if (!answer.ok) return answer;
  const present = await first(vault.database, account, { row });
  return present ? { ok: true, value: { ...answer.value, state: signedState1(vault, present) } } : answer;
}

/** There was no origin in version 1, and nobody looks at the signature over it. */
async function startReset1(vault: Vault, body: Request1<"/v1/reset/start">, present: AccountsTable) {
  const started = await startReset(vault, { ...body, origin: "" }, present);
  if (!started.ok) return started;
  const { signature: _, ...value } = started.value;
  return { ok: true, value } as const;
}

export function addRoutes1(app: FastifyInstance, vault: Vault): void {
  const open = <P extends OpenPath1>(
    path: P,
    act: (body: Request1<P>) => Answer<Reply1<P>> | Promise<Answer<Reply1<P>>>,
  ) =>
    addRoute(app, { path, endpoint: ENDPOINTS_1[path], schemes: [] }, (asked, request) => {
      const body = asked as Request1<P>;
      if ("name" in body) request.row = vault.keys.row(body.name);
      return act(body);
    });

  const signed = <P extends Exclude<Path1, OpenPath1>>(
    path: P,
    act: (body: Request1<P>, present: AccountsTable) => Promise<Answer<Reply1<P>>>,
  ) =>
    addRoute(app, { path, endpoint: ENDPOINTS_1[path], schemes: ["device"] }, async (asked, request) => {
      const body = asked as Request1<P>;
      const found = await proven(vault, 1, path, body, request);
      if (!found.ok) return found;
      return isOfVersion1(found.value) ? act(body, found.value) : refuse("bad-request");
    });

  open("/v1/login/start", (body) => beginLogin(vault, body, "login-1"));
  open("/v1/login/finish", (body) => finishLogin1(vault, body));
  open("/v1/device/challenge", (body) => challenge(vault, body));
  signed("/v1/reset/start", (body, present) => startReset1(vault, body, present));
  signed("/v1/reset/finish", async (body, present) =>
    withState1(vault, present.row_id, await finishReset(vault, body, present)),
  );
  signed("/v1/status", async (body, present) =>
    withState1(vault, present.row_id, await status(vault, body, present)),
  );
  signed("/v1/devices/revoke", async (body, present) =>
    withState1(vault, present.row_id, await revoke(vault, body, present)),
  );
  signed("/v1/delete", (_, { row_id }) => forget(vault, row_id));
  signed("/v1/export", (body, present) => exportAll(vault, body, present));

  // Nobody registers in version 1 any more.
  const facts: TypeOf<typeof vaultFacts1> = {
    version: 1,
    vaultId: toBase64url(vault.keys.vaultId),
    publicKey: vault.opaque.publicKey,
    stateKey: toBase64url(vault.keys.statePublicKey),
    stretchings: [...STRETCHINGS],
    mostAttempts: MOST_ATTEMPTS,
    registration: "closed",
  };
  app.get(VAULT_PATH_1, { schema: { response: { 200: jsonSchemaOf(vaultFacts1) } } }, async () => facts);
}
