import type { Gate } from "./gates.ts";

/** Gates of what the user does with the page in front beside filling what was recognised. */
export const PAGE_GATES: readonly Gate[] = [
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
