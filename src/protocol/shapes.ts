/** The few shapes that payloads are made of. */
export { exactly, isId, isRecord, isText, isTime } from "../core/shapes.ts";

/** A key in its one canonical form. */
export const isKeyHex = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
