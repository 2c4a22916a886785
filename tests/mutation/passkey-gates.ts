/** The gates of a passkey: whose answer is taken, when a page asks, and what is left of the answer. */
import type { Gate } from "./gates.ts";

const PAGES = "tests/ui/passkeys.test.tsx";
const CEREMONY = "tests/platform/passkey-ceremony.test.ts";

export const PASSKEY_GATES: readonly Gate[] = [
  {
    gate: "passkeys: the tab does not ask by itself without the focus",
    file: "src/ui/features/keyring/unlock-ways.tsx",
    find: "if (document.hasFocus()) unlock();",
    replace: "unlock();",
    suite: PAGES,
    test: "not without the focus",
  },
  {
    gate: "passkeys: the tab does not ask by itself after it was locked in front of somebody",
    file: "src/ui/pages/app/app-frame.tsx",
    find: `  if (keyring.status === "unlocked") mayPrompt.current = false;\n`,
    replace: `  if (keyring.status === "unlocked") mayPrompt.current = true;\n`,
    suite: PAGES,
    test: "not when it was locked while it was open",
  },
  {
    gate: "passkeys: the authenticator verifies its user for each answer",
    file: "src/platform/passkey-ceremony.ts",
    find: `      userVerification: "required",\n      timeout`,
    replace: `      userVerification: "preferred",\n      timeout`,
    suite: CEREMONY,
    test: "gives each passkey its own salt",
  },
  {
    gate: "passkeys: the authenticator verifies its user for a new one",
    file: "src/platform/passkey-ceremony.ts",
    find: `{ userVerification: "required", residentKey`,
    replace: `{ userVerification: "preferred", residentKey`,
    suite: CEREMONY,
    test: "names no relying party",
  },
  {
    gate: "passkeys: Firefox is offered none, whose relying party would be a website",
    file: "src/platform/passkey-ceremony.ts",
    find: `__BROWSER__ === "chrome" ? {} : null`,
    replace: `__BROWSER__ === "chrome" ? {} : { id: "web.whatsapp.com" }`,
    suite: CEREMONY,
    test: "Firefox is offered none",
  },
  {
    gate: "passkeys: what the browser gave is wiped",
    file: "src/platform/passkey-ceremony.ts",
    find: "  wipe(given);\n",
    replace: "",
    suite: CEREMONY,
    test: "wipes what the browser gave",
  },
  {
    gate: "passkeys: a page keeps no answer",
    file: "src/ui/features/keyring/passkey-answers.ts",
    find: "  wipe(prfOutput);\n",
    replace: "",
    suite: PAGES,
    test: "wipes the output",
  },
  {
    gate: "passkeys: an empty list is no question for any passkey",
    file: "src/platform/passkey-ceremony.ts",
    find: `  if (passkeys.length === 0) return fail("not-answered");\n`,
    replace: "",
    suite: CEREMONY,
    test: "asks nothing where there is no passkey",
  },
  {
    gate: "passkeys: the wrapping key is wiped where the keyring key is wrapped",
    file: "src/core/sealed/wrapping.ts",
    find: "  wipe(wrappingKey);\n  return { ...own, wrapped };",
    replace: "  return { ...own, wrapped };",
    suite: "tests/core/sealed/slots/passkey-slot.test.ts",
    test: "the wrapping key is wiped",
  },
  {
    gate: "passkeys: the wrapping key is wiped where the keyring key is unwrapped",
    file: "src/core/sealed/wrapping.ts",
    find: "    wipe(wrappingKey);\n    if (keyringKey) return",
    replace: "    if (keyringKey) return",
    suite: "tests/core/sealed/slots/passkey-slot.test.ts",
    test: "the wrapping key is wiped",
  },
];
