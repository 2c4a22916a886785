/** Chats as files that are kept: nothing in them runs, nothing is left out. */
import { describe, expect, test } from "vitest";
import { EXPORT_FORMATS, escapeHtml, exportChats } from "../../src/inside/export-chats.ts";
import { type OpenedChats, openChats } from "../../src/inside/open-chats.ts";
import { exportWords } from "../../src/ui/text/en/inside.ts";
import { openBytes } from "../support/inside.ts";
import { LONG, MARKUP, makeSmall, NEWER_COUNTS, type Small } from "../support/message-databases.ts";

async function opened(generation: Small): Promise<OpenedChats> {
  const chats = openChats(await openBytes(await makeSmall(generation)));
  if (!chats) throw new Error("no messages");
  return chats;
}

const whole = (chats: OpenedChats, format: (typeof EXPORT_FORMATS)[number]): string =>
  [...exportChats(chats, chats.overview.chats, format, exportWords)].join("");

describe("HTML", () => {
  test("has the elements of its own and no other, whatever the messages hold", async () => {
    const html = whole(await opened("from-2021"), "html");
    const elements = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name]) => name));
    const ours =
      "!doctype html head meta title style body section h1 article header b span p blockquote footer";
    expect([...elements].filter((name) => !ours.split(" ").includes(name ?? ""))).toEqual([]);
    const attributes = [...html.matchAll(/<[a-z0-9]+((?:\s[^>]*)?)>/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/\s([a-z-]+)=/g)].map(([, name]) => name),
    );
    expect([...new Set(attributes)].sort()).toEqual(["charset", "content", "dir", "http-equiv", "lang"]);
    expect(html).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'",
    );
    expect(html).toContain(escapeHtml(MARKUP));
    expect(html).not.toContain(MARKUP);
  });

  test("every name is escaped too", async () => {
    const chats = await opened("from-2021");
    chats.name({ byJid: new Map([["491510000001@s.whatsapp.net", MARKUP]]), byNumber: () => null });
    const html = whole(chats, "html");
    expect(html).not.toContain(MARKUP);
    expect(html.split(escapeHtml(MARKUP)).length).toBeGreaterThan(18);
  });
});

test.each(EXPORT_FORMATS)("%s: a long message is whole, and every message is there", async (format) => {
  const file = whole(await opened("from-2021"), format);
  expect(file).toContain(LONG.trim());
  for (const text of ["Good morning", "At the river", "Plan.pdf", "Saturday", "A plumber", "👍", "12345"])
    expect(file).toContain(text);
});

test.each(["before-2021", "from-2021", "lid"] as const)("JSON of %s reads back", async (generation) => {
  const chats = await opened(generation);
  const { chats: read } = JSON.parse(whole(chats, "json")) as {
    chats: { name: string; messages: object[] }[];
  };
  expect(read.map(({ name }) => name)).toEqual(chats.overview.chats.map(({ name }) => name));
  read.forEach(({ messages }, at) => {
    expect(messages).toHaveLength(chats.length(chats.overview.chats[at]?.key ?? 0));
  });
});

test("only the chosen chats are written", async () => {
  const chats = await opened("from-2021");
  const chosen = chats.overview.chats.filter(({ name }) => name === "Walking group");
  const text = [...exportChats(chats, chosen, "text", exportWords)].join("");
  expect(text).toContain("Saturday");
  expect(text).not.toContain("Good morning");
  expect(NEWER_COUNTS.chats).toBeGreaterThan(chosen.length);
});
