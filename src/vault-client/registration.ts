/**
 * What storing a key and setting a new password have in common: one OPAQUE registration, and sealing the key.
 */
import { ok } from "../core/errors.ts";
import type { Stretching, VaultFacts } from "../protocol/vault/wire.ts";
import { type BegunRegistration, finishRegistration, type Stretchings } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { type KeyContent, sealKey } from "./sealed-key.ts";
import type { Pins } from "./vault-id.ts";

export type Registration = { registrationRecord: string; sealedKey: string; stretching: Stretching };

/** The first of our list that the vault takes. */
function chooseStretching(facts: VaultFacts, stretchings: Stretchings): Stretching | undefined {
  return (Object.keys(stretchings) as Stretching[]).find((id) => facts.stretchings.includes(id));
}

/** @param vaultRecord - the vault entry that is to be made, with its generation. */
export function register(
  wish: { password: string; content: KeyContent; pins: Pins },
  facts: VaultFacts,
  begun: BegunRegistration,
  registrationResponse: string,
  vaultRecord: { rowId: string; generation: number },
  stretchings: Stretchings,
): Outcome<Registration> {
  const { vaultId, publicKey } = wish.pins;
  const stretching = chooseStretching(facts, stretchings);
  if (stretching === undefined) return refuse("newer-vault");
  const parties = { rowId: vaultRecord.rowId, vaultId };
  const parameters = stretchings[stretching];
  const done = finishRegistration(wish.password, begun, registrationResponse, parties, parameters);
  if (!done) return refuse("not-a-vault");
  if (done.serverStaticPublicKey !== publicKey) return refuse("vault-changed");
  const sealedKey = sealKey(wish.content, done.exportKey, { vaultId, ...vaultRecord });
  return ok({ registrationRecord: done.registrationRecord, sealedKey, stretching });
}
