/** Three generations of `msgstore.db`, with every kind of row. */
import { describe, expect, test } from "vitest";
import type { Message } from "../../src/inside/message.ts";
import { type OpenedChats, openChats } from "../../src/inside/open-chats.ts";
import { readContacts } from "../../src/inside/people.ts";
import { readCards } from "../../src/inside/vcards.ts";
import { openBytes } from "../support/inside.ts";
import {
  FIRST_AT_MS,
  LAST_AT_MS,
  LONG,
  MARKUP,
  makeChangeOver,
  makeContacts,
  makeDatabase,
  makeSmall,
  NEWER_COUNTS,
  OLDER_COUNTS,
  type Small,
  TURNED,
} from "../support/message-databases.ts";

const CUT = 1000;

async function opened(generation: Small): Promise<OpenedChats> {
  const chats = openChats(await openBytes(await makeSmall(generation)));
  if (!chats) throw new Error("no messages");
  return chats;
}

const allOf = (chats: OpenedChats, at: number): Message[] => {
  const key = chats.overview.chats[at]?.key ?? -1;
  return chats.page(key, 0, chats.length(key), CUT);
};
const named = (chats: OpenedChats, name: string): Message[] =>
  allOf(
    chats,
    chats.overview.chats.findIndex((chat) => chat.name === name),
  );

describe.each(["before-2021", "from-2021", "lid"] as const)("%s", (generation) => {
  const counts = generation === "before-2021" ? OLDER_COUNTS : NEWER_COUNTS;

  test("the overview counts chats, messages, notices, updates and calls apart, and knows the dates", async () => {
    const chats = await opened(generation);
    const { overview } = chats;
    expect(chats.generation).toBe(generation);
    expect(overview.chats).toHaveLength(counts.chats);
    expect(overview.messages).toBe(counts.messages);
    expect(overview.kinds.get("notice")).toBe(counts.notices);
    expect(overview.statusUpdates).toBe(counts.statusUpdates);
    expect(overview.calls).toBe(counts.calls);
    expect([overview.firstAtMs, overview.lastAtMs]).toEqual([FIRST_AT_MS, LAST_AT_MS]);
    expect(overview.isDamaged).toBe(false);
  });

  test("the chat with the newest message comes first, and every message can be paged", async () => {
    const chats = await opened(generation);
    const { overview } = chats;
    expect(overview.chats[0]?.lastAtMs).toBe(LAST_AT_MS);
    const all = overview.chats.reduce((sum, { key }) => sum + chats.length(key), 0);
    expect(all).toBe(counts.messages + counts.notices);
    for (const { key } of overview.chats) {
      const length = chats.length(key);
      const oneByOne = Array.from({ length }, (_, at) => chats.page(key, at, at + 1, CUT)).flat();
      expect(oneByOne).toEqual(chats.page(key, 0, length, CUT));
      expect(oneByOne).toHaveLength(length);
      oneByOne.forEach(({ id }, at) => {
        expect(chats.placeOf(key, id)).toBe(at);
      });
    }
  });
});

describe("from 2021", () => {
  test("all kinds of rows", async () => {
    const chats = await opened("from-2021");
    const person = named(chats, "+491510000001");
    const kinds = person.map(({ kind }) => kind);
    expect(kinds).toEqual([
      ..."text text picture video document gif sticker view-once sound voice contact location".split(" "),
      ..."live-location notice missed-call deleted call unknown text".split(" "),
    ]);
    expect(chats.overview.unknown).toEqual(new Map([[12345, 1]]));
    const [first, answer, picture, video, document] = person;
    expect(first).toMatchObject({ isFromMe: false, from: null, text: "Good morning", atMs: FIRST_AT_MS });
    expect(first?.reactions).toEqual([
      { emoji: "👍", from: "+491510000001" },
      { emoji: "❤️", from: null },
    ]);
    expect(answer).toMatchObject({
      isFromMe: true,
      isStarred: true,
      quote: { text: "Good morning", from: "+491510000001" },
    });
    expect(picture).toMatchObject({ text: "At the river", media: { mime: "image/jpeg", bytes: 4096 } });
    expect(picture?.media?.path).toBe("Media/WhatsApp Images/IMG-20140303-WA0001.jpg");
    expect(video?.media?.seconds).toBe(12);
    expect(document?.media?.name).toBe("Plan.pdf");
    expect(person[10]?.contacts).toEqual(["A plumber"]);
    expect(person[11]?.place).toEqual({ latitude: 52.5, longitude: 13.4, name: "A square" });
    expect(person.at(-1)?.link).toEqual({ title: "A page", description: "About the page" });
  });

  test("hostile texts come as they are, and a long one is cut and says by how much", async () => {
    const group = named(await opened("from-2021"), "Walking group");
    expect(group[0]).toMatchObject({ kind: "poll", choices: ["Saturday", "Sunday"], from: "+491510000002" });
    expect(group[1]).toMatchObject({ text: MARKUP, isEdited: true, isForwarded: true });
    expect(group[2]?.text).toBe(TURNED);
    expect(group[3]?.text).toBe(LONG.slice(0, CUT));
    expect(group[3]?.cut).toBe(LONG.length - CUT);
  });

  test("a message without a date has none, and moves no other", async () => {
    const chat = named(await opened("from-2021"), "+491510000002");
    expect(chat.map(({ atMs, text }) => [atMs, text])).toEqual([
      [null, "No date"],
      [LAST_AT_MS, "See you"],
    ]);
  });

  test("jumps to a date", async () => {
    const chats = await opened("from-2021");
    const { key } = chats.overview.chats.find(({ name }) => name === "+491510000001") ?? { key: -1 };
    expect(chats.placeOfTime(key, 0)).toBe(0);
    expect(chats.placeOfTime(key, FIRST_AT_MS)).toBe(0);
    expect(chats.placeOfTime(key, FIRST_AT_MS + 1)).toBe(1);
    expect(chats.placeOfTime(key, LAST_AT_MS + 1)).toBe(chats.length(key));
  });
});

describe("before 2021", () => {
  test("all kinds of rows", async () => {
    const chats = await opened("before-2021");
    const person = named(chats, "+491510000001");
    expect(person.map(({ kind }) => kind)).toEqual("text text picture voice location contact".split(" "));
    expect(person[1]).toMatchObject({ isFromMe: true, quote: { text: "Hello", from: "+491510000002" } });
    expect(person[2]).toMatchObject({ text: "The old house", media: { mime: "image/jpeg", bytes: 1000 } });
    expect(person[4]?.place).toEqual({ latitude: 1.5, longitude: 2.5, name: "A hill" });
    expect(person[5]?.contacts).toEqual(["A baker"]);
    const group = named(chats, "Old group");
    expect(group[0]).toMatchObject({ from: "+491510000002", isStarred: true, isForwarded: true });
    expect(group[1]?.kind).toBe("notice");
    expect(chats.overview.chats.find(({ name }) => name === "Old group")?.isArchived).toBe(true);
  });

  test("of a database of the change-over the newer table counts once it has messages", async () => {
    for (const hasMoved of [false, true]) {
      const chats = openChats(await openBytes(await makeChangeOver(hasMoved)));
      expect(chats?.generation).toBe(hasMoved ? "from-2021" : "before-2021");
      expect(chats?.overview.messages).toBe((hasMoved ? NEWER_COUNTS : OLDER_COUNTS).messages);
    }
  });
});

describe("names", () => {
  const senders = (chats: OpenedChats) => named(chats, "Walking group").map(({ from }) => from);

  test("a hidden number is named by its own number, or by the name that it has shown", async () => {
    expect(senders(await opened("from-2021")).slice(2)).toEqual(["77000000000001", "77000000000002"]);
    expect(senders(await opened("lid")).slice(2)).toEqual(["+491510000002", "A hidden friend"]);
  });

  test("the phone's contacts come first", async () => {
    const chats = await opened("lid");
    const byJid = readContacts(await openBytes(await makeContacts()));
    if (!byJid) throw new Error("no contacts");
    chats.name({ byJid, byNumber: () => null });
    expect(chats.overview.chats.map(({ name }) => name).sort()).toEqual([
      "A cousin",
      "A neighbour",
      "Walking group",
    ]);
    expect(senders(chats)).toEqual(["A cousin", "A cousin", "A cousin", "A hidden friend"]);
  });

  test("a vCard file names numbers, also where it has no country", async () => {
    const chats = await opened("lid");
    const byNumber = readCards(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;A;;;\r\nTEL;CELL:0151 000-0001\r\nEND:VCARD\r\n" +
        "BEGIN:VCARD\nVERSION:4.0\nFN:Two Lines \n  folded\nitem1.TEL;TYPE=cell:tel:+49-151-0000002\nEND:VCARD\n",
    );
    chats.name({ byJid: new Map(), byNumber });
    expect(chats.overview.chats.map(({ name }) => name).sort()).toEqual([
      "A Müller",
      "Two Lines  folded",
      "Walking group",
    ]);
    expect(byNumber("0001")).toBeNull();
  });

  test("another database has no contacts", async () => {
    expect(readContacts(await openBytes(await makeSmall("lid")))).toBeNull();
  });
});

describe("finds text", () => {
  test.each([
    ["MORNING", null, 2],
    ["über", null, 1],
    ["ÜBER THE RIVER", null, 1],
    ["at the river", null, 1], // a caption
    ["plan.PDF", null, 1], // the name of a file
    ["100%", null, 0],
    ["_", null, 0],
    ["   ", null, 0],
    ["morning", "Walking group", 0],
    ["morning", "+491510000001", 2],
  ] as const)("%s in %s: %i", async (words, within, count) => {
    const chats = await opened("from-2021");
    const key = chats.overview.chats.find(({ name }) => name === within)?.key ?? null;
    const { hits, hasMore } = chats.find(words, key);
    expect(hits).toHaveLength(count);
    expect(hasMore).toBe(false);
    for (const hit of hits) expect(chats.placeOf(hit.chat, hit.id)).toBeGreaterThanOrEqual(0);
  });

  test("also in the older table", async () => {
    const chats = await opened("before-2021");
    expect(chats.find("hello", null).hits).toHaveLength(2);
    expect(chats.find("old house", null).hits).toHaveLength(1);
  });
});

test("a database without messages is none of chats", async () => {
  const bytes = await makeDatabase((db) => void db.exec("CREATE TABLE other (a); CREATE TABLE message (a);"));
  expect(openChats(await openBytes(bytes))).toBeNull();
});
