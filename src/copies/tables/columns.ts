/** The columns of tables of logins, by the names that browsers and password managers give them. */

/** What a column holds, whatever its name. */
export type Role = "title" | "username" | "password" | "url" | "notes" | "created";

export type Column = {
  name: string;
  /** For a name that {@link roleOfColumn} does not know. */
  role?: Role;
  /** What is written where it has no role. */
  fixed?: string;
  /** How a time is written. */
  time?: "iso" | "ms" | "s";
  /** Exports of the program's earlier years lack it. */
  isLater?: true;
};

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["name", "title"],
  ["title", "title"],
  ["username", "username"],
  ["password", "password"],
  ["url", "url"],
  ["website", "url"],
  ["formactionorigin", "url"],
  ["note", "notes"],
  ["notes", "notes"],
  ["created", "created"],
  ["createtime", "created"],
  ["timecreated", "created"],
  ["last modified", "created"],
  ["modifytime", "created"],
  ["timelastused", "created"],
  ["timepasswordchanged", "created"],
]);

export function plainName(name: string): string {
  return name.trim().toLowerCase();
}

/** What a column of this name holds in any table; null for what none of them has. */
export function roleOfColumn(name: string): Role | null {
  return ROLES.get(plainName(name)) ?? null;
}

/** Does a table begin with names of columns? One that is known is enough. */
export function isHead(cells: readonly string[], roleOf = roleOfColumn): boolean {
  return cells.length > 1 && cells.some((cell) => roleOf(cell) !== null);
}
