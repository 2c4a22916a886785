/**
 * What a user can set. A setting is one row: its schema and what it is at first. A row with `range` is a
 * whole number that *Settings* shows a field for; where it is nullable, `null` is a choice of its own. What
 * is said of it stands in the interface's text, under the same name: without that text it does not compile.
 */
import * as v from "valibot";
import { exact, integer, type Schema, type TypeOf, timeOrNull } from "../schema.ts";
import { isRecord } from "../shapes.ts";

export type Range = { least: number; most: number };
type Setting<T = unknown> = { schema: Schema<T>; initial: T; range?: Range; isNullable?: boolean };
export type SettingTable = Readonly<Record<string, Setting>>;

function whole(range: Range, initial: number) {
  return { schema: integer(range.least, range.most), initial, range };
}

function wholeOrNull(range: Range, initial: number | null) {
  return { schema: v.nullable(integer(range.least, range.most)), initial, range, isNullable: true };
}

export const SETTINGS = {
  /** Minutes without use; null = until the browser closes. */
  autoLockMinutes: wholeOrNull({ least: 1, most: 60 }, 5),
  /** Until a copied key is cleared. */
  clipboardSeconds: whole({ least: 15, most: 120 }, 45),
  /** The user has read that a page can read a filled key. */
  fillWarningRead: { schema: v.boolean(), initial: false },
  /** No reminder to verify a place comes before: the user has put it off. Milliseconds since 1970, or null. */
  reminderAfterMs: { schema: timeOrNull, initial: null },
} satisfies SettingTable;

export type SettingsOf<T extends SettingTable> = { [K in keyof T]: TypeOf<T[K]["schema"]> };
export type Settings = SettingsOf<typeof SETTINGS>;

type Rows = typeof SETTINGS;
/** Those that *Settings* shows a field for. */
export type NumberSetting = { [K in keyof Rows]: Rows[K] extends { range: Range } ? K : never }[keyof Rows];

const mapNames = <R>(table: SettingTable, part: (name: string, row: Setting) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(table).map(([name, row]) => [name, part(name, row)]));
const mapRows = <R>(table: SettingTable, part: (row: Setting) => R) => mapNames(table, (_, row) => part(row));

/** Every setting of the table, and no other. */
export function settingsSchemaOf<T extends SettingTable>(table: T): Schema<SettingsOf<T>> {
  return exact(mapRows(table, ({ schema }) => schema)) as unknown as Schema<SettingsOf<T>>;
}

export function initialSettingsOf<T extends SettingTable>(table: T): SettingsOf<T> {
  return mapRows(table, ({ initial }) => initial) as SettingsOf<T>;
}

export const settingsSchema = settingsSchemaOf(SETTINGS);

/** As they are stored: a missing one is what it is at first, one that this program does not know is kept. */
export function storedSettingsSchemaOf<T extends SettingTable>(table: T): Schema<SettingsOf<T>> {
  const rows = mapRows(table, ({ schema, initial }) => v.optional(schema, initial));
  // valibot also takes an array for an object.
  return v.pipe(v.custom<object>(isRecord), v.looseObject(rows)) as unknown as Schema<SettingsOf<T>>;
}

/** Without those that this program does not know: pages neither show nor send them. */
export function knownSettings(stored: Settings): Settings {
  return mapNames(SETTINGS, (name) => stored[name as keyof Settings]) as Settings;
}
