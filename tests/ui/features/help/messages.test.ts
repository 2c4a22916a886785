import { resolve } from "node:path";
import { describe, expect, it, test } from "vitest";
import { searchOf } from "../../../../src/ui/features/help/find-topics.ts";
import { helpWords } from "../../../../src/ui/text/en/help-words.ts";
import { situations } from "../../../../src/ui/text/en/situations.ts";
import { whatsAppMessages } from "../../../../src/ui/text/en/whatsapp-messages.ts";
import { ROOT } from "../../../checks/files.ts";
import { renderMessageGuide } from "../../../checks/message-guide.ts";

const topics = [...whatsAppMessages, ...situations];
const search = searchOf(topics, helpWords);

test("docs/messages.md says what the section says", async () => {
  await expect(renderMessageGuide(topics)).toMatchFileSnapshot(resolve(ROOT, "docs/messages.md"));
});

describe.each(topics)("$id", (message) => {
  const { id, gist, lookFor, means, withKey, withoutKey, gone } = message;

  it("is written whole", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [means, withKey, withoutKey, ...(gone === null ? [] : [gone])])
      expect(text).toMatch(/^[A-Z].{20,}\.$/s);
    expect(lookFor.length).toBeGreaterThanOrEqual(3);
    expect(lookFor).toEqual(lookFor.map((words) => words.toLowerCase()));
  });

  it("is found by its gist and by each of its words, typed in any case", () => {
    for (const words of [gist, ...lookFor])
      expect(search(words.toUpperCase()).topics.map((found) => found.id)).toContain(id);
  });
});

it("has each situation once, and the honest end of most", () => {
  const ids = topics.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      "key-required",
      "wrong-key",
      "wrong-password",
      "too-many-attempts",
      "forgotten-password",
      "lost-key",
      "passkey",
      "no-backup-found",
      "other-number",
      "other-account",
      "not-restored",
      "no-space",
    ]),
  );
  expect(topics.filter(({ gone }) => gone !== null).length).toBeGreaterThan(ids.length / 2);
});
