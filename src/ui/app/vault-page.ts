/** A document of its own: the only one of ours that may reach a network. */
export const VAULT_PAGE = "../vault/vault.html";
