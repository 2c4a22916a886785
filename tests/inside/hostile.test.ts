/** Databases that were made to do harm, or were damaged: the attacker's tests of `src/inside`. */
import { describe, expect, test } from "vitest";
import { openChats } from "../../src/inside/open-chats.ts";
import { UnreadableDatabaseError } from "../../src/inside/opened-database.ts";
import { openDatabase } from "../../src/inside/sqlite/open-database.ts";
import { openBytes, pagesOf, WASM } from "../support/inside.ts";
import {
  type Bytes,
  makeDatabase,
  makeLarge,
  makeSmall,
  NEWER_COUNTS,
} from "../support/message-databases.ts";

const made = (sql: string) => makeDatabase((db) => void db.exec(sql));

async function whyNot(work: () => Promise<unknown> | unknown): Promise<string> {
  try {
    await work();
  } catch (reason) {
    if (reason instanceof UnreadableDatabaseError) return reason.why;
    throw reason;
  }
  return "readable";
}

const ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)";

describe("a crafted schema", () => {
  test.each([
    ["a recursive view", `CREATE VIEW message AS ${ENDLESS} SELECT x AS _id, x AS chat_row_id FROM c`],
    ["a virtual table", "CREATE VIRTUAL TABLE message USING fts5(_id, chat_row_id, text_data)"],
    ["a table without the columns", "CREATE TABLE message (x)"],
  ])("%s under the name of a table of WhatsApp's is no table", async (_, sql) => {
    expect(openChats(await openBytes(await made(sql)))).toBeNull();
  });

  test("a generated column is not read, so its expression never runs", async () => {
    const bytes =
      await made(`CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id, message_type, timestamp,
      text_data AS (hex(zeroblob(1000000))));
      INSERT INTO message (_id, chat_row_id, message_type, timestamp) VALUES (1, 1, 0, 1)`);
    const chats = openChats(await openBytes(bytes));
    expect(chats?.page(1, 0, 1, 100)).toMatchObject([{ text: "", cut: 0 }]);
  });

  test.each([
    "SELECT hex(a) FROM t",
    "SELECT load_extension('x')",
    "SELECT * FROM v",
    `${ENDLESS} SELECT count(*) FROM c`,
    "INSERT INTO t VALUES (2)",
    "ATTACH '/etc/passwd' AS x",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode",
    "CREATE TABLE u (a)",
    "VACUUM INTO 'out'",
  ])("even with a statement of its own it does nothing but read: %s", async (sql) => {
    const database = await openBytes(
      await made("CREATE TABLE t (a); INSERT INTO t VALUES (1); CREATE VIEW v AS SELECT * FROM t"),
    );
    expect(database.rows("SELECT a FROM t")).toEqual([[1]]);
    expect(await whyNot(() => database.rows(sql))).toBe("refused");
  });

  test("an index that needs a foreign function does not close the database", async () => {
    const bytes = await makeSmall("lid");
    const database = await openBytes(bytes);
    expect(database.rows("SELECT count(*) FROM lid_display_name")).toEqual([[1]]);
    // Passing over what is broken needs a switch; it opens no way to write.
    expect(await whyNot(() => database.rows("DELETE FROM message"))).toBe("refused");
  });

  test("thousands of tables and a deep expression are read or refused, never followed for ever", async () => {
    const many = Array.from({ length: 500 }, (_, i) => `CREATE TABLE t${i} (a)`).join(";");
    const rows =
      "CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id); INSERT INTO message VALUES (1, 1);";
    expect(openChats(await openBytes(await made(rows + many)))?.overview.messages).toBe(1);
    const deep = `CREATE TABLE u (a CHECK (${"(".repeat(90)}1${"+1)".repeat(90)}))`;
    expect(openChats(await openBytes(await made(rows + deep)))?.overview.messages).toBe(1);
  });
});

describe("limits", () => {
  test("a query that would run for ever ends", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `(${i})`).join(",");
    const database = await openBytes(await made(`CREATE TABLE t (a); INSERT INTO t VALUES ${rows}`), 50);
    const join = Array.from({ length: 8 }, (_, i) => `t AS t${i}`).join(",");
    expect(await whyNot(() => database.rows(`SELECT count(*) FROM ${join}`))).toBe("too-long");
    expect(database.rows("SELECT count(*) FROM t")).toEqual([[300]]);
  });

  test("a value beyond the limit is refused, the others are read", async () => {
    const bytes = await made(
      "CREATE TABLE t (a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (1, 'x'), (2, zeroblob(40000000))",
    );
    const database = await openBytes(bytes);
    expect(database.rows("SELECT b FROM t WHERE a = 1")).toEqual([["x"]]);
    expect(await whyNot(() => database.rows("SELECT b FROM t WHERE a = 2"))).toBe("too-much");
  });

  test("hundreds of thousands of chats are counted", async () => {
    const bytes =
      await made(`CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id, message_type, timestamp);
      ${ENDLESS.replace("FROM c", "FROM c WHERE x < 200000")} INSERT INTO message SELECT x, x, 0, x FROM c`);
    const chats = openChats(await openBytes(bytes));
    expect(chats?.overview.chats).toHaveLength(200_000);
    expect(chats?.overview.chats[0]?.lastAtMs).toBe(200_000);
  });
});

describe("damage", () => {
  const noDatabase = Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) & 0xff);

  test.each([
    ["noise", noDatabase],
    ["a header and nothing else", new TextEncoder().encode("SQLite format 3\0")],
  ])("%s is not a database", async (_, bytes) => {
    expect(["not-a-database", "damaged"]).toContain(await whyNot(() => openBytes(bytes)));
  });

  test("an empty file has no messages", async () => {
    expect(openChats(await openBytes(new Uint8Array(0)))).toBeNull();
  });

  test("a broken page takes only what stands on it: the rest is counted from both ends", async () => {
    const bytes = await makeLarge(5_000);
    const whole = openChats(await openBytes(bytes))?.overview.messages;
    expect(whole).toBe(5_000);
    const broken = bytes.slice();
    const page = Math.floor(bytes.length / 4096 / 2) * 4096;
    broken.fill(0xff, page, page + 4096);
    const overview = openChats(await openBytes(broken))?.overview;
    // The page may be one of an index, which counting does not need.
    expect(overview?.messages).toBeGreaterThan(4_000);
    if (overview?.isDamaged === false) expect(overview.messages).toBe(5_000);
  });

  test("every page broken in turn: an answer or a refusal, never a crash, a hang or a wrong date", async () => {
    const bytes = await makeSmall("from-2021");
    const first = openChats(await openBytes(bytes))?.overview.firstAtMs ?? 0;
    let readable = 0;
    // What follows is the long message alone.
    for (let page = 0; page < 40; page++)
      for (const damage of [0x00, 0xff, 0x0d]) {
        const broken = bytes.slice();
        broken.fill(damage, page * 4096 + (page === 0 ? 100 : 0), (page + 1) * 4096);
        const why = await whyNot(async () => {
          const chats = openChats(await openBytes(broken));
          if (!chats) return;
          readable += 1;
          // Where a page is broken that says what is no message, more may count as one; never more than rows.
          const { messages, notices, statusUpdates } = NEWER_COUNTS;
          expect(chats.overview.messages).toBeLessThanOrEqual(messages + notices + statusUpdates + 1);
          if (chats.overview.firstAtMs !== null)
            expect(chats.overview.firstAtMs).toBeGreaterThanOrEqual(first);
          for (const { key } of chats.overview.chats) chats.page(key, 0, chats.length(key), 100);
        });
        expect(["readable", "damaged", "refused", "not-a-database", "too-much"]).toContain(why);
      }
    expect(readable).toBeGreaterThan(30);
  });

  test("a database that ends early", async () => {
    const bytes = await makeLarge(5_000);
    const why = await whyNot(async () => {
      const chats = openChats(await openBytes(bytes.slice(0, bytes.length / 2)));
      expect(chats?.overview.isDamaged).toBe(true);
      expect(chats?.overview.messages).toBeGreaterThan(0);
    });
    expect(why).toBe("readable");
  });

  test("what reading the file throws is heard, and is not taken for damage", async () => {
    const bytes: Bytes = await makeSmall("lid");
    const gone = new Error("the file is gone");
    const pages = pagesOf(bytes);
    let isGone = false;
    const read = (at: number, into: Uint8Array) => {
      if (isGone) throw gone;
      pages.read(at, into);
    };
    const options = { wasm: WASM, now: () => performance.now(), mostMs: 60_000 };
    const database = await openDatabase({ size: bytes.length, read }, options);
    isGone = true;
    await expect(async () => database.rows("SELECT text_data FROM message")).rejects.toBe(gone);
  });

  test("a database in write-ahead mode is read as it lies there", async () => {
    const bytes = (await makeSmall("from-2021")).slice();
    bytes[18] = 2;
    bytes[19] = 2;
    expect(openChats(await openBytes(bytes))?.overview.messages).toBe(NEWER_COUNTS.messages);
  });
});
