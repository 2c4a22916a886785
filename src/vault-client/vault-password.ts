/**
 * The vault password, before it meets OPAQUE. Strength is judged where it is chosen; the vault has no rule.
 */

/** Code points after NFKC. */
const SHORTEST_VAULT_PASSWORD = 8;
const LONGEST_VAULT_PASSWORD = 1024;

/** NFKC, but neither trimmed nor lower-cased: every typed character counts. */
export function normaliseVaultPassword(typed: string): string {
  return typed.normalize("NFKC");
}

export function isVaultPasswordLength(typed: string): boolean {
  const length = Array.from(normaliseVaultPassword(typed)).length;
  return length >= SHORTEST_VAULT_PASSWORD && length <= LONGEST_VAULT_PASSWORD;
}
