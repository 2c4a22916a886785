/**
 * Databases of messages of three generations, with every kind of row that `src/inside` reads. Made by SQLite's
 * own JavaScript package, and by none of `src/inside`. The tables are those of `../../docs/inside.md`, as far
 * as they are known, with names and numbers that belong to nobody.
 */
import sqlite3InitModule, { type Database } from "@sqlite.org/sqlite-wasm";

export type Bytes = Uint8Array<ArrayBuffer>;

/** 3 March 2014, 09:00 UTC. */
export const FIRST_AT_MS = Date.UTC(2014, 2, 3, 9);
/** 29 November 2026, 18:42 UTC. */
export const LAST_AT_MS = Date.UTC(2026, 10, 29, 18, 42);

export const MARKUP = `<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;`;
/** Turns the direction of the text around, and does not turn it back. */
export const TURNED = "\u202etxt.exe";
export const LONG = "long ".repeat(200_000);

const sqlite = sqlite3InitModule();

/** @param fill - writes what the database holds. */
export async function makeDatabase(fill: (db: Database) => void): Promise<Bytes> {
  const { oo1, capi } = await sqlite;
  const db = new oo1.DB();
  try {
    fill(db);
    return capi.sqlite3_js_db_export(db) as Bytes;
  } finally {
    db.close();
  }
}

const NEWER = `
  CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, agent INTEGER, device INTEGER, type INTEGER, raw_string TEXT);
  CREATE UNIQUE INDEX jid_raw_string_index ON jid (raw_string);
  CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT, created_timestamp INTEGER, sort_timestamp INTEGER, archived INTEGER, last_message_row_id INTEGER);
  CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, status INTEGER, origin INTEGER, timestamp INTEGER, received_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER, sort_id INTEGER NOT NULL DEFAULT 0);
  CREATE UNIQUE INDEX message_key_index ON message (chat_row_id, from_me, key_id, sender_jid_row_id);
  CREATE INDEX message_sort_id_index ON message (sort_id);
  CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, file_path TEXT, mime_type TEXT, media_name TEXT, media_caption TEXT, file_length INTEGER, file_hash TEXT, media_duration INTEGER, width INTEGER, height INTEGER);
  CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, sender_jid_row_id INTEGER, key_id TEXT, text_data TEXT);
  CREATE TABLE message_add_on (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER, from_me INTEGER, key_id TEXT, sender_jid_row_id INTEGER, parent_message_row_id INTEGER, timestamp INTEGER, message_add_on_type INTEGER);
  CREATE INDEX message_add_on_parent_index ON message_add_on (parent_message_row_id);
  CREATE TABLE message_add_on_reaction (message_add_on_row_id INTEGER PRIMARY KEY, reaction TEXT, sender_timestamp INTEGER);
  CREATE TABLE message_location (message_row_id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, place_name TEXT);
  CREATE TABLE message_poll (message_row_id INTEGER PRIMARY KEY, selectable_options_count INTEGER);
  CREATE TABLE message_poll_option (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, option_name TEXT);
  CREATE TABLE message_vcard (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, vcard TEXT);
  CREATE TABLE message_text (message_row_id INTEGER PRIMARY KEY, description TEXT, page_title TEXT, url TEXT);
  CREATE TABLE message_edit_info (message_row_id INTEGER PRIMARY KEY, edited_timestamp INTEGER);
  CREATE TABLE message_forwarded (message_row_id INTEGER PRIMARY KEY, forward_score INTEGER);
  CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, timestamp INTEGER, video_call INTEGER, duration INTEGER);
  INSERT INTO message (_id, chat_row_id, from_me, key_id, sort_id) VALUES (1, -1, 0, '-1', 1);
  INSERT INTO jid (_id, user, server, type, raw_string) VALUES
    (1, '491510000001', 's.whatsapp.net', 0, '491510000001@s.whatsapp.net'),
    (2, '491510000002', 's.whatsapp.net', 0, '491510000002@s.whatsapp.net'),
    (3, '120363000000000001', 'g.us', 1, '120363000000000001@g.us'),
    (4, 'status', 'broadcast', 5, 'status@broadcast'),
    (5, '77000000000001', 'lid', 18, '77000000000001@lid'),
    (6, '77000000000002', 'lid', 18, '77000000000002@lid'),
    (7, '491510000003', 's.whatsapp.net', 0, '491510000003@s.whatsapp.net');
  INSERT INTO chat (_id, jid_row_id, subject, archived, hidden) VALUES
    (1, 1, NULL, 0, 0), (2, 3, 'Walking group', 0, 0), (3, 2, NULL, 1, 0), (4, 4, NULL, 0, 1), (5, 7, NULL, 0, 1);`;

/** A database as WhatsApp writes it from 2021 on: 3 chats with messages, and an empty one. */
function fillNewer(db: Database): void {
  db.exec(NEWER);
  let id = 1;
  const message = (
    chat: number,
    type: number,
    text: string | null,
    more: Record<string, unknown> = {},
  ): number => {
    id += 1;
    const row = { from_me: 0, sender: null, at: FIRST_AT_MS + id * 60_000, origin: 0, starred: 0, ...more };
    db.exec({
      sql: `INSERT INTO message (_id, chat_row_id, from_me, key_id, sender_jid_row_id, origin, timestamp, message_type, text_data, starred, sort_id)
        VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
      bind: [
        id,
        chat,
        row.from_me,
        `KEY${id}`,
        row.sender,
        row.origin,
        row.at,
        type,
        text,
        row.starred,
        id,
      ] as (number | string | null)[],
    });
    return id;
  };
  const add = (sql: string, ...bind: (number | string | null)[]) => db.exec({ sql, bind });
  const first = message(1, 0, "Good morning", { at: FIRST_AT_MS });
  const answer = message(1, 0, "Morning! Über the river bank", { from_me: 1, starred: 1 });
  add("INSERT INTO message_quoted VALUES (?,1,0,1,'KEY2','Good morning')", answer);
  for (const [type, path, mime, name, caption, seconds] of [
    [1, "Media/WhatsApp Images/IMG-20140303-WA0001.jpg", "image/jpeg", null, "At the river", 0],
    [3, "Media/WhatsApp Video/VID-20140303-WA0002.mp4", "video/mp4", null, null, 12],
    [9, "Media/WhatsApp Documents/Plan.pdf", "application/pdf", "Plan.pdf", null, 0],
    [13, null, "video/mp4", null, null, 3],
    [20, "Media/WhatsApp Stickers/STK-1.webp", "image/webp", null, null, 0],
    [42, null, "image/jpeg", null, null, 0],
  ] as const) {
    const at = message(1, type, null);
    add(
      "INSERT INTO message_media VALUES (?,1,?,?,?,?,4096,NULL,?,640,480)",
      at,
      path,
      mime,
      name,
      caption,
      seconds,
    );
  }
  message(1, 2, null);
  message(1, 2, null, { origin: 1 });
  add(
    "INSERT INTO message_vcard (message_row_id, vcard) VALUES (?,?)",
    message(1, 4, null),
    "BEGIN:VCARD\nFN:A plumber\nEND:VCARD",
  );
  add("INSERT INTO message_location VALUES (?,52.5,13.4,'A square')", message(1, 5, null));
  message(1, 16, null);
  message(1, 7, null);
  message(1, 10, null);
  message(1, 15, null);
  message(1, 90, null);
  message(1, 12345, null);
  const link = message(1, 0, "https://example.org/page");
  add("INSERT INTO message_text VALUES (?,'About the page','A page','https://example.org/page')", link);
  const poll = message(2, 66, "When?", { sender: 2 });
  for (const choice of ["Saturday", "Sunday"])
    add("INSERT INTO message_poll_option (message_row_id, option_name) VALUES (?,?)", poll, choice);
  const group = message(2, 0, MARKUP, { sender: 2 });
  add("INSERT INTO message_edit_info VALUES (?,1)", group);
  add("INSERT INTO message_forwarded VALUES (?,1)", group);
  for (const [sender, mine, reaction] of [
    [1, 0, "👍"],
    [null, 1, "❤️"],
    [2, 0, ""],
  ] as const) {
    add(
      "INSERT INTO message_add_on (from_me, sender_jid_row_id, parent_message_row_id, message_add_on_type) VALUES (?,?,?,56)",
      mine,
      sender,
      first,
    );
    add("INSERT INTO message_add_on_reaction VALUES (last_insert_rowid(),?,1)", reaction);
  }
  message(2, 0, TURNED, { sender: 5 });
  message(2, 0, LONG, { sender: 6 });
  message(3, 0, "No date", { at: 0 });
  message(3, 0, "See you", { at: LAST_AT_MS });
  message(4, 0, "A status update", { sender: 2 });
  add("INSERT INTO call_log (jid_row_id, timestamp, video_call, duration) VALUES (1,?,0,30)", FIRST_AT_MS);
}

const LID = `
  CREATE TABLE jid_map (lid_row_id INTEGER PRIMARY KEY NOT NULL, jid_row_id INTEGER NOT NULL, sort_id INTEGER);
  CREATE TABLE lid_display_name (lid_row_id INTEGER PRIMARY KEY NOT NULL, display_name TEXT, username TEXT);
  INSERT INTO jid_map VALUES (5, 2, 1);
  INSERT INTO lid_display_name VALUES (6, 'A hidden friend', NULL);`;

/** An index that needs a function of Android's, which no other SQLite has. */
const ANDROID_INDEX =
  "CREATE INDEX lid_display_name_upper_username_index ON lid_display_name (android_upper(username));";

const OLDER = `
  CREATE TABLE chat_list (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT UNIQUE, message_table_id INTEGER, subject TEXT, creation INTEGER, archived INTEGER);
  CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT NOT NULL, key_from_me INTEGER, key_id TEXT NOT NULL, status INTEGER, needs_push INTEGER, data TEXT, timestamp INTEGER, media_url TEXT, media_mime_type TEXT, media_wa_type TEXT, media_size INTEGER, media_name TEXT, media_caption TEXT, media_hash TEXT, media_duration INTEGER, origin INTEGER, latitude REAL, longitude REAL, remote_resource TEXT, quoted_row_id INTEGER, starred INTEGER, forwarded INTEGER);
  CREATE UNIQUE INDEX messages_key_index ON messages (key_remote_jid, key_from_me, key_id);
  CREATE TABLE messages_quotes (_id INTEGER PRIMARY KEY AUTOINCREMENT, key_remote_jid TEXT, key_from_me INTEGER, key_id TEXT, data TEXT, remote_resource TEXT);
  INSERT INTO messages (_id, key_remote_jid, key_from_me, key_id) VALUES (1, '-1', 0, '-1');`;

function fillOlder(db: Database): void {
  db.exec(OLDER);
  db.exec(
    "INSERT INTO chat_list (key_remote_jid, subject, archived) VALUES ('491510000001@s.whatsapp.net', NULL, 0), ('491510000001-1390000000@g.us', 'Old group', 1)",
  );
  let id = 1;
  const message = (
    jid: string,
    type: number,
    data: string | null,
    more: Record<string, number | string | null> = {},
  ) => {
    id += 1;
    const row: Record<string, number | string | null> = {
      _id: id,
      key_remote_jid: jid,
      key_from_me: 0,
      key_id: `K${id}`,
      status: 0,
      data,
      timestamp: FIRST_AT_MS + id * 1000,
      // WhatsApp declared this column as text.
      media_wa_type: String(type),
      ...more,
    };
    const names = Object.keys(row);
    db.exec({
      sql: `INSERT INTO messages (${names}) VALUES (${names.map(() => "?")})`,
      bind: Object.values(row),
    });
  };
  const [person, group] = ["491510000001@s.whatsapp.net", "491510000001-1390000000@g.us"];
  db.exec("INSERT INTO messages_quotes VALUES (7, 'x', 0, 'K2', 'Hello', '491510000002@s.whatsapp.net')");
  message(person, 0, "Hello", { timestamp: FIRST_AT_MS });
  message(person, 0, "Hello yourself", { key_from_me: 1, quoted_row_id: 7 });
  message(person, 1, null, {
    media_mime_type: "image/jpeg",
    media_caption: "The old house",
    media_size: 1000,
  });
  message(person, 2, null, { media_mime_type: "audio/ogg", origin: 1, media_duration: 4 });
  message(person, 5, null, { latitude: 1.5, longitude: 2.5, media_name: "A hill" });
  message(person, 4, "BEGIN:VCARD\nFN:A baker\nEND:VCARD", {});
  message(group, 0, "In the group", {
    remote_resource: "491510000002@s.whatsapp.net",
    starred: 1,
    forwarded: 1,
  });
  message(group, 0, "A notice", { status: 6 });
  message(group, 0, "Bye", { timestamp: LAST_AT_MS });
  message("status@broadcast", 0, "A status update", {});
}

/** What the small databases hold; the same for each generation after 2021. */
export const NEWER_COUNTS = { chats: 3, messages: 24, notices: 1, statusUpdates: 1, calls: 1 };
export const OLDER_COUNTS = { chats: 2, messages: 8, notices: 1, statusUpdates: 1, calls: 0 };

export type Small = "before-2021" | "from-2021" | "lid";

export function makeSmall(generation: Small): Promise<Bytes> {
  return makeDatabase((db) => {
    if (generation === "before-2021") return fillOlder(db);
    fillNewer(db);
    if (generation === "lid") {
      db.exec(LID);
      db.createFunction("android_upper", (_: number, text: unknown) => text as string, {
        deterministic: true,
      });
      db.exec(ANDROID_INDEX);
    }
  });
}

/** A database of the change-over: the old table is still there, with what the new one has too. */
export function makeChangeOver(hasMoved: boolean): Promise<Bytes> {
  return makeDatabase((db) => {
    fillOlder(db);
    if (hasMoved) fillNewer(db);
    else db.exec(NEWER);
  });
}

/** The phone's contacts. */
export function makeContacts(): Promise<Bytes> {
  return makeDatabase((db) => {
    db.exec(`CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY, jid TEXT, display_name TEXT, wa_name TEXT);
      INSERT INTO wa_contacts (jid, display_name, wa_name) VALUES
        ('491510000001@s.whatsapp.net', 'A neighbour', 'nb'), ('491510000002@s.whatsapp.net', NULL, 'A cousin');`);
  });
}

/**
 * Many messages in 200 chats, as a phone of ten years has them.
 *
 * @param messages - how many.
 * @param textBytes - of each; more makes the database larger.
 */
export function makeLarge(messages: number, textBytes = 60): Promise<Bytes> {
  return makeDatabase((db) => {
    db.exec(NEWER);
    db.exec(`WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 209)
      INSERT INTO jid (_id, user, server, type, raw_string)
      SELECT i, '4916000' || (10000 + i), 's.whatsapp.net', 0, '4916000' || (10000 + i) || '@s.whatsapp.net' FROM n;
      INSERT INTO chat (_id, jid_row_id, archived, hidden) SELECT _id, _id, 0, 0 FROM jid WHERE _id >= 10;`);
    const step = Math.floor((LAST_AT_MS - FIRST_AT_MS) / messages);
    // Every second message is in one chat.
    db.exec({
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        INSERT INTO message (_id, chat_row_id, from_me, key_id, timestamp, received_timestamp, message_type, text_data, sort_id)
        SELECT i + 1, CASE WHEN i % 2 = 0 THEN 10 ELSE 10 + (i * 7919) % 200 END, i % 3 = 0,
          hex(randomblob(16)), ?2 + i * ?3, ?2 + i * ?3, 0,
          'Message number ' || i || ' ' || substr(replace(hex(zeroblob(?4)), '00', 'la '), 1, i % (2 * ?4)), i + 1 FROM n`,
      bind: [messages, FIRST_AT_MS, step, textBytes],
    });
  });
}
