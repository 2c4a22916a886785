import { BACKUP_GATES } from "./backup-gates.ts";
import { COPIES_GATES } from "./copies-gates.ts";
import { INPUT_GATES } from "./input-gates.ts";
import { PAGE_GATES } from "./page-gates.ts";
import { PASSKEY_GATES } from "./passkey-gates.ts";
import { SEALED_GATES } from "./sealed-gates.ts";
import { VAULT_CLIENT_GATES } from "./vault-client-gates.ts";
import { VAULT_GATES } from "./vault-gates.ts";

/**
 * Gates of the product that Stryker's small changes do not take out, the one change that does, and the test
 * that must then fail.
 *
 * `find` stands exactly once in `file`; `test` is a part of the name of a test in `suite`. Run by
 * `scripts/mutation.mjs`, which first shows that all these tests pass as they are.
 *
 * Of the files that `stryker.config.mjs` names, only what no mutator makes stands here: a call or an item
 * left out, an argument or an operand exchanged, a condition made weaker, two places at once, and what is
 * computed once when its module loads, as the vault's SQL is. All other files are not Stryker's: their gates
 * need a page, a database server or a process, or they are still to be measured (`copies`).
 */
export type Gate = {
  gate: string;
  file: string;
  find: string;
  replace: string;
  suite: string;
  test: string;
};

export const GATES: readonly Gate[] = [
  {
    gate: "sender: only our own extension",
    file: "src/platform/sender.ts",
    find: "id !== browser.runtime.id || ",
    replace: "",
    suite: "tests/background/router.test.ts",
    test: "sender: another extension with our address",
  },
  {
    gate: "origin: of the content script's frame",
    file: "src/platform/sender.ts",
    find: "!isSiteOrigin(origin) || ",
    replace: "",
    suite: "tests/background/router.test.ts",
    test: "sender: content on another origin",
  },
  {
    gate: "origin: of the content script's address",
    file: "src/platform/sender.ts",
    find: " || originOf(url) !== origin",
    replace: "",
    suite: "tests/background/router.test.ts",
    test: "sender: content whose address is elsewhere",
  },
  {
    gate: "frame: the sender's",
    file: "src/platform/sender.ts",
    find: "if ((frameId ?? 0) !== 0) return null;",
    replace: "",
    suite: "tests/background/router.test.ts",
    test: "sender: our page in a sub-frame",
  },
  {
    gate: "schema: a property is the object's own",
    file: "src/core/schema.ts",
    find: "Object.hasOwn(raw, name) || mayMiss(name)",
    replace: "name in raw || mayMiss(name)",
    suite: "tests/core/schema.test.ts",
    test: "an object has exactly its properties > is refused: one of it inherited",
  },
  {
    gate: "schema: what a page's script adds is refused",
    file: "src/core/schema.ts",
    find: "v.strictObject(entries),",
    replace: "v.object(entries) as unknown as Strict,",
    suite: "tests/protocol/content-requests.test.ts",
    test: "a look that reports a form that brings a key is refused",
  },
  {
    gate: "schema: a list is counted first",
    file: "src/core/schema.ts",
    find: "Array.isArray(raw) && raw.length <= most",
    replace: "Array.isArray(raw)",
    suite: "tests/core/schema.test.ts",
    test: "a list > is counted before it is read",
  },
  {
    gate: "deadline: what open pages ask on their own is no use",
    file: "src/protocol/requests/entry.ts",
    find: "answer: answer<EntrySummary[]>(),\n    isUse: false,",
    replace: "answer: answer<EntrySummary[]>(),\n    isUse: true,",
    suite: "tests/background/keyring/keyring-service.test.ts",
    test: "deadline > polling by open pages is no use",
  },
  {
    gate: "deadline: before every request",
    file: "src/background/router.ts",
    find: "await keyring.enforceDeadline();",
    replace: "",
    suite: "tests/background/keyring/keyring-service.test.ts",
    test: "deadline > holds when its alarm never rings",
  },
  {
    gate: "idle: does not end work in progress",
    file: "src/core/keyring/lock-state.ts",
    find: "isIdle && isLeft(watch, nowMs)",
    replace: "isIdle",
    suite: "tests/background/keyring/session.test.ts",
    test: "does not end work in progress",
  },
  {
    gate: "idle: holds after the work that it did not end",
    file: "src/background/keyring/session.ts",
    find: "return !isOver(await idle.isIdle());",
    replace: "return true;",
    suite: "tests/background/keyring/session.test.ts",
    test: "locks a quarter of an hour after that work",
  },
  {
    gate: "deadline: on every wake",
    file: "src/background/keyring/session.ts",
    find: " || mustLock(stored, nowMs())",
    replace: "",
    suite: "tests/background/keyring/keyring-service.test.ts",
    test: "deadline > a dead worker that wakes past the deadline wakes locked",
  },
  {
    gate: "unlock: what could not be tried is not called wrong",
    file: "src/background/keyring/unlocking.ts",
    find: 'isUntried ? "cannot-derive" : failure',
    replace: "failure",
    suite: "tests/background/keyring/no-derivation.test.ts",
    test: "without WebAssembly > unlocking says so",
  },
  {
    gate: "edit: what another window wrote is not overwritten",
    file: "src/core/keyring/opened-keyring.ts",
    find: ' && there !== from && there !== to) return fail("changed-elsewhere")',
    replace: ' && false) return fail("changed-elsewhere")',
    suite: "tests/background/keyring/keyring-service.test.ts",
    test: "two windows at once > each edits what the other does not",
  },
  {
    gate: "erasing: not by one look at the clock",
    file: "src/core/keyring/expiry.ts",
    find: "seen[id] ?? nowMs",
    replace: "seen[id] ?? deletedAtMs",
    suite: "tests/background/keyring/erase-due.test.ts",
    test: "by one look nothing goes",
  },
  {
    gate: "erasing: a note of a clock that was ahead does not count",
    file: "src/core/keyring/expiry.ts",
    find: "Math.min(seen[id] ?? nowMs, nowMs)",
    replace: "(seen[id] ?? nowMs)",
    suite: "tests/core/keyring/expiry.test.ts",
    test: "a deleted key > stays when the clock had jumped ahead",
  },
  {
    gate: "storage: a local copy that cannot be read is not empty",
    file: "src/background/keyring/copies-status.ts",
    find: 'unreadableLocalCopies(reading).length > 0 ? "damaged" : "empty"',
    replace: '"empty"',
    suite: "tests/background/attacks.test.ts",
    test: "storage that fails > a local copy that cannot be read is not taken",
  },
  {
    gate: "storage: nothing is set aside that is no longer as the user saw it",
    file: "src/background/keyring/keyring-files.ts",
    find: ` || found[status] !== seen)`,
    replace: ")",
    suite: "tests/background/keyring/unreadable-storage.test.ts",
    test: "what was to be set aside as damaged stays where it is",
  },
  {
    gate: "storage: what is stored is acknowledged though the deadline could not be moved",
    file: "src/background/keyring/keyring-service.ts",
    find: "session.touch(opened.keyring.settings.autoLockMinutes).catch(log)",
    replace: "session.touch(opened.keyring.settings.autoLockMinutes)",
    suite: "tests/background/keyring/keyring-service.test.ts",
    test: "a change that is stored is acknowledged",
  },
  {
    gate: "storage: around a local copy, the newest state is not the first to be written over",
    file: "src/background/keyring/keyring-store.ts",
    find: "readable.filter((place) => place !== newest)",
    replace: "readable",
    suite: "tests/background/keyring/unreadable-storage.test.ts",
    test: "alone left: nothing is written over the newest state",
  },
  {
    gate: "storage: what could not be read is kept before it is written over",
    file: "src/background/keyring/keyring-service.ts",
    find: ", ...reading.unreadable]",
    replace: "]",
    suite: "tests/background/keyring/unreadable-storage.test.ts",
    test: "that ends while it is unlocked: nothing is overwritten",
  },
  {
    gate: "storage: a database that cannot be read is left alone by a new keyring",
    file: "src/background/keyring/first-state.ts",
    find: "const blocked = new Set(await store.findUnreadable());",
    replace: "const blocked = new Set<Place>();",
    suite: "tests/background/keyring/unreadable-storage.test.ts",
    test: "a database that holds a keyring and comes back",
  },
  {
    gate: "storage: no passphrase is changed while a local copy cannot be read",
    file: "src/background/keyring/keyring-store.ts",
    find: "      if (unreadableLocalCopies({ unreadable }).length > 0) return notStored(newest, false);\n      const first",
    replace: "      const first",
    suite: "tests/background/keyring/unreadable-storage.test.ts",
    test: "with copy-b unreadable > the passphrase stays",
  },
  {
    gate: "tampering: associated data of the body",
    file: "src/core/sealed/aead.ts",
    find: "\\0`), context);",
    replace: "\\0`), context.subarray(0, 0));",
    suite: "tests/core/sealed/sealed-keyring.test.ts",
    test: "tampering: with the closing hash mended",
  },
  {
    gate: "tampering: purposes are kept apart",
    file: "src/core/sealed/aead.ts",
    find: "{purpose}\\0",
    replace: "{purpose.slice(0, 0)}\\0",
    suite: "tests/core/sealed/sealed-keyring.test.ts",
    test: "bytes sealed for one purpose do not open for another",
  },
  {
    gate: "one fill: two presses at once",
    file: "src/background/fill/offers.ts",
    find: "take(offerId: string, fitting: (offer: Offer) => boolean): Promise<Offer | null> {\n      return queue(async () => {",
    replace:
      "take(offerId: string, fitting: (offer: Offer) => boolean): Promise<Offer | null> {\n      return (async (f: () => Promise<Offer | null>) => f())(async () => {",
    suite: "tests/background/fill/fill-service.test.ts",
    test: "two presses at once fill once",
  },
  {
    gate: "button: 500 ms on the screen before it answers",
    file: "src/ui/kit/guarded-button.tsx",
    find: "const GUARD_MS = 500;",
    replace: "const GUARD_MS = 0;",
    suite: "tests/ui/fill-step.test.tsx",
    test: "ignores a press within 500 ms of being painted",
  },
  {
    gate: "button: a press that began too early",
    file: "src/ui/kit/guarded-button.tsx",
    find: "beganEarly.current = !ready;",
    replace: "",
    suite: "tests/ui/fill-step.test.tsx",
    test: "ignores a press that began too early",
  },
  {
    gate: "button: repeated keys",
    file: "src/ui/kit/guarded-button.tsx",
    find: "if (event.repeat) event.preventDefault();",
    replace: "if (event.repeat) return;",
    suite: "tests/ui/fill-step.test.tsx",
    test: "stops a key that repeats, and only that",
  },
  {
    gate: "button: events made by scripts",
    file: "src/ui/kit/guarded-button.tsx",
    find: " && event.isTrusted",
    replace: "",
    suite: "tests/ui/fill-step.test.tsx",
    test: "ignores events made by a script",
  },
  {
    gate: "origin: of the page, in the content script",
    file: "src/content/gates/place.ts",
    find: "isSiteOrigin(location.origin)",
    replace: "location.origin !== ''",
    suite: "tests/content/gates.spec.ts",
    test: "origin gate: only WhatsApp Web itself",
  },
  {
    gate: "frame: of the page, in the content script",
    file: "src/content/gates/place.ts",
    find: "return window === window.top;",
    replace: "return true;",
    suite: "tests/content/gates.spec.ts",
    test: "frame gate: a form in a frame",
  },
  {
    gate: "visibility",
    file: "src/content/find/find-form.ts",
    find: "isFree(field, masked) && isSeen(field)",
    replace: "isFree(field, masked)",
    suite: "tests/content/forms-in-each.spec.ts",
    test: "visibility gate: not offered when hidden by",
  },
  {
    gate: "session restore: fields are kept out before they hold anything",
    file: "src/content/fill/insert.ts",
    find: "  keepOutOfSession(field);\n",
    replace: "",
    suite: "tests/content/forms.spec.ts",
    test: "every field is kept out of session restore",
  },
  {
    gate: "session restore: fields that come after the fill are kept out",
    file: "src/content/fill/fill-form.ts",
    find: "  keepNewFieldsOut(form.fields);\n",
    replace: "",
    suite: "tests/content/forms.spec.ts",
    test: "kept out of session restore when the page puts up the whole dialog again later",
  },
  {
    gate: "same-task focus",
    file: "src/content/fill/insert.ts",
    find: "return activeElement() === field;",
    replace: "return true;",
    suite: "tests/content/forms-in-each.spec.ts",
    test: "same-task focus gate: nothing is typed when the page acts on focus",
  },
  {
    gate: "read-back: of what was filled",
    file: "src/content/fill/fill-form.ts",
    find: "if (!readBack(form, parts)) {",
    replace: "if (parts.length === 0) {",
    suite: "tests/content/forms-in-each.spec.ts",
    test: "read-back gate: a page that changes the key",
  },
  {
    gate: "emptiness",
    file: "src/content/find/find-form.ts",
    find: "isCandidateField(field, masked) && isEmpty(field)",
    replace: "isCandidateField(field, masked)",
    suite: "tests/content/gates.spec.ts",
    test: "emptiness gate: what the user typed after the offer",
  },
  {
    gate: "same form",
    file: "src/content/fill/fill-form.ts",
    find: "!isOffered(now.form, offered)",
    replace: "!isOffered(now.form, now.form)",
    suite: "tests/content/gates.spec.ts",
    test: "same-form gate: another element",
  },
  ...PAGE_GATES,
  ...VAULT_GATES,
  ...VAULT_CLIENT_GATES,
  ...BACKUP_GATES,
  ...COPIES_GATES,
  ...INPUT_GATES,
  ...SEALED_GATES,
  ...PASSKEY_GATES,
];
