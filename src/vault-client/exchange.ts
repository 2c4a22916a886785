/**
 * One question to a vault and its answer, parsed. The network is passed in: this room has none.
 */

import { fromBase64Url } from "../core/base64url.ts";
import { ok } from "../core/errors.ts";
import { read, type Schema } from "../core/schema.ts";
import { isRecord } from "../core/shapes.ts";
import { originsSigned } from "../protocol/vault/proof.ts";
import { isSignedBy } from "../protocol/vault/signed-state.ts";
import {
  ENDPOINTS,
  type Path,
  problem,
  type Reply,
  type RequestOf,
  VAULT_PATH,
  type VaultFacts,
  vaultFacts,
  WIRE_VERSION,
} from "../protocol/vault/wire.ts";
import { type Outcome, refusalOf, refuse } from "./outcome.ts";

/** The most that is read of an answer, in UTF-16 units. The longest honest answer has about 6,000. */
export const LONGEST_ANSWER = 16_384;

/** `text`: the body, cut off behind {@link LONGEST_ANSWER} + 1 units. */
export type Answer = { status: number; text: string };

/**
 * Asks the vault at one fixed address: POST with `Content-Type: application/json`, GET where `body` is null.
 * Without cookies, redirects or cache. Null, or a rejection, when no answer came.
 */
export type Exchange = (
  path: string,
  body: string | null,
  headers: Readonly<Record<string, string>>,
) => Promise<Answer | null>;

function parseJson(text: string): unknown {
  try {
    return text.length <= LONGEST_ANSWER ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

async function send(
  exchange: Exchange,
  path: string,
  body: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome<unknown>> {
  const answer = await exchange(path, body, headers).catch(() => null);
  if (!answer) return refuse("unreachable");
  const value = parseJson(answer.text);
  if (answer.status === 200) return ok(value);
  const refused = read(problem, value);
  if (refused) return { ok: false, error: refusalOf(refused.code, refused.retryAfterSeconds) };
  // A proxy in front of a vault that is down answers with an error page of its own.
  return refuse([502, 503, 504].includes(answer.status) ? "busy" : "not-a-vault");
}

/** @param body - that fits the endpoint's request, as it goes over the wire. */
export async function askText<P extends Path>(
  exchange: Exchange,
  path: P,
  body: string,
  headers?: Readonly<Record<string, string>>,
): Promise<Outcome<Reply<P>>> {
  const answer = await send(exchange, path, body, headers);
  if (!answer.ok) return answer;
  const reply = read(ENDPOINTS[path].reply as Schema<Reply<P>>, answer.value);
  return reply === null ? refuse("not-a-vault") : ok(reply);
}

export function ask<P extends Path>(
  exchange: Exchange,
  path: P,
  request: RequestOf<P>,
): Promise<Outcome<Reply<P>>> {
  return askText(exchange, path, JSON.stringify(request));
}

function isNewer(value: unknown): boolean {
  return isRecord(value) && Number.isInteger(value["version"]) && (value["version"] as number) > WIRE_VERSION;
}

async function hasSignedOrigins(facts: VaultFacts): Promise<boolean> {
  const { vaultId, publicKey, stateKey, signature } = facts;
  const [id, opaque, state, signed] = [vaultId, publicKey, stateKey, signature].map(fromBase64Url);
  if (!id || !opaque || !state || !signed) return false;
  return isSignedBy(state, signed, originsSigned(id, opaque, facts.origins));
}

/** Which vault it says that it is. */
export async function readFacts(exchange: Exchange): Promise<Outcome<VaultFacts>> {
  const answer = await send(exchange, VAULT_PATH, null);
  // Only a vault has this refusal in this form, and one that knows this version does not refuse.
  if (!answer.ok) return answer.error.code === "not-found" ? refuse("older-vault") : answer;
  const facts = read(vaultFacts, answer.value);
  if (facts) return ok(facts);
  return refuse(isNewer(answer.value) ? "newer-vault" : "not-a-vault");
}

/**
 * Does the vault answer at this address by itself? Whoever only hands on its messages from another one is found
 * out here: the vault has not signed that address.
 *
 * @param address - the origin that the exchange asks.
 */
export async function checkOrigin(facts: VaultFacts, address: string): Promise<Outcome<VaultFacts>> {
  if (!(await hasSignedOrigins(facts))) return refuse("not-a-vault");
  return facts.origins.includes(address) ? ok(facts) : refuse("other-address");
}

export async function askFacts(exchange: Exchange, address: string): Promise<Outcome<VaultFacts>> {
  const facts = await readFacts(exchange);
  return facts.ok ? checkOrigin(facts.value, address) : facts;
}
