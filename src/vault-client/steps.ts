/**
 * Every step that talks to a vault, for one lazy import: with them comes OPAQUE, by far this room's heaviest
 * part.
 */
export * from "./device.ts";
export * from "./enrol.ts";
export * from "./manage.ts";
export * from "./pending.ts";
export * from "./reset.ts";
export * from "./restore.ts";
