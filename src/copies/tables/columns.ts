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

const NAMES: readonly (readonly [Role, ...string[]])[] = [
  ["title", "name", "title"],
  ["username", "username"],
  ["password", "password"],
  ["url", "url", "website", "formActionOrigin"],
  ["notes", "note", "notes"],
  ["created", "created", "createTime", "timeCreated"],
  ["created", "last modified", "modifyTime", "timeLastUsed", "timePasswordChanged"],
];
const ROLES: ReadonlyMap<string, Role> = new Map(
  NAMES.flatMap(([role, ...names]) => names.map((name): [string, Role] => [plainName(name), role])),
);

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
