import type { MessageTables } from "./message-tables.ts";
import type { OpenedDatabase } from "./opened-database.ts";
import type { People } from "./people.ts";

/** What every question to a database of chats needs: the database, where its messages stand, and who is who. */
export type Reading = { database: OpenedDatabase; messages: MessageTables; people: People };
