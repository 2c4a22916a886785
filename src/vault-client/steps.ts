/** What a page loads only once it talks to a vault, as one chunk: OPAQUE, which the steps need, is heavy. */
export * from "./device.ts";
export * from "./enrol.ts";
export * from "./manage.ts";
export * from "./pending.ts";
export * from "./reset.ts";
export * from "./restore.ts";
