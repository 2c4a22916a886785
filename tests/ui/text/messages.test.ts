/** One set of messages out of many files: a name that two files give would hide one of its sentences. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../../src/ui/text/en/english.ts";

/** Said outside the pages, so no page need load it. */
const OUTSIDE = ["command.ts", "manifest.ts", "reader.ts"];
const NO_MESSAGES = ["english.ts", "format.ts", ...OUTSIDE];
const FOLDER = resolve(import.meta.dirname, "../../../src/ui/text/en");

test("no two text files give the same name to different things, and none is left out", async () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && !NO_MESSAGES.includes(name));
  const parts = await Promise.all(files.map((name) => import(resolve(FOLDER, name))));
  const messages: Record<string, unknown> = en;
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) expect(messages[name] === value, name).toBe(true);
});
