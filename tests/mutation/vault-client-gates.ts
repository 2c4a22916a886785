import type { Gate } from "./gates.ts";

/** What the extension checks of a vault, and believes of a record in one. */
export const VAULT_CLIENT_GATES: readonly Gate[] = [
  {
    gate: "vault client: another key than the pinned one",
    file: "src/vault-client/vault-id.ts",
    find: `return same ? ok(facts.value) : refuse("vault-changed");`,
    replace: "return ok(facts.value);",
    suite: "tests/vault-client/malicious.test.ts",
    test: "another vault than the pinned one > is noticed by prove before anything else is asked",
  },
  {
    gate: "vault client: the pinned key is proven by the login",
    file: "src/vault-client/login.ts",
    find: `  if (done.serverStaticPublicKey !== pins.publicKey) return refuse("vault-unproven");\n`,
    replace: "",
    suite: "tests/vault-client/malicious.test.ts",
    test: "that repeats the pinned one's facts is refused at login",
  },
  {
    gate: "vault client: no state behind one that was seen",
    file: "src/vault-client/state.ts",
    find: `return seen && isBehind(state, seen) ? refuse("rolled-back") : ok(state);`,
    replace: "return ok(state);",
    suite: "tests/vault-client/malicious.test.ts",
    test: "a vault that lies > with a state of its own that lies behind one that was seen",
  },
  {
    gate: "vault client: a new password that is not ours",
    file: "src/vault-client/pending.ts",
    find: `return held.value.sealedKey === sealedKey ? status : refuse("generation-changed");`,
    replace: "return status;",
    suite: "tests/vault-client/reset.test.ts",
    test: "of another device that was first is noticed",
  },
  {
    gate: "vault client: what is forgotten counts no more",
    file: "src/ui/features/vault/acts.ts",
    find: "gone.\n  await doubt(ask, account);\n",
    replace: "gone.\n",
    suite: "tests/ui/vault-doubts.test.tsx",
    test: "forgotten here, it counts no more",
  },
];
