import type { Gate } from "./gates.ts";

/** Gates of what the user does with the page in front beside filling what was recognised. */
export const PAGE_GATES: readonly Gate[] = [
  {
    gate: "layers: that let clicks through",
    file: "src/content/visible.ts",
    find: " && !(globalThis as World).isUnderLayer?.(field, line)",
    replace: "",
    suite: "tests/content/adversaries.spec.ts",
    test: "hidden by veil-absolute:",
  },
  {
    gate: "layers: that have no element",
    file: "src/content/layers.ts",
    find: "if (line.some((at) => hasVeil(at, box))) return true;",
    replace: "",
    suite: "tests/content/adversaries.spec.ts",
    test: "hidden by veil-pseudo:",
  },
  {
    gate: "layers: that reach beyond their box",
    file: "src/content/layers.ts",
    find: "const reach = reachOf(style);",
    replace: "const reach = 0;",
    suite: "tests/content/adversaries.spec.ts",
    test: "hidden by veil-shade:",
  },
  {
    gate: "layers: nothing is offered before they are looked for",
    file: "src/content/main.ts",
    find: "      if (!(globalThis as World).isUnderLayer) return null;\n",
    replace: "",
    suite: "tests/content/main.spec.ts",
    test: "no answer to a look before the gate against layers is there",
  },
  {
    gate: "choice: only when the user was asked, in that tab",
    file: "src/background/choose-service.ts",
    find: `asked["tabId"] !== tabId`,
    replace: "false",
    suite: "tests/background/page-acts.test.ts",
    test: "choice gate: a page that says so unasked",
  },
  {
    gate: "answer: only from the tab that was asked",
    file: "src/background/page-questions.ts",
    find: "if (asked?.tabId === sender.tabId) asked.hear",
    replace: "if (asked) asked.hear",
    suite: "tests/background/page-acts.test.ts",
    test: "answer gate: another tab's answer",
  },
  {
    gate: "another page: its host is typed",
    file: "src/background/other-page-service.ts",
    find: "isHost = o.host === typed;",
    replace: "isHost = o.host !== null;",
    suite: "tests/background/page-acts.test.ts",
    test: "host gate: another host fills nothing",
  },
  {
    gate: "another page: once",
    file: "src/background/offers.ts",
    find: "await session.set(place, others);",
    replace: "",
    suite: "tests/background/page-acts.test.ts",
    test: "once gate: an offer is gone with the first try",
  },
];
