import type { Outcome, Refusal } from "../../../vault-client/outcome.ts";
import { ActError } from "../../kit/use-act.ts";

/** The vault has refused, or did not answer. */
export class VaultRefusedError extends ActError {
  constructor(readonly refusal: Refusal) {
    super(({ refusalText }) => refusalText(refusal), refusal.code);
  }
}

/** What the vault has granted; throws what it has refused. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new VaultRefusedError(outcome.error);
  return outcome.value;
}
