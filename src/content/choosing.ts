/**
 * Put into WhatsApp Web's page when the user presses *Choose the field*, beside the script that is there: what no
 * page needs before need not be in every page.
 */
import { sendToBackground } from "../platform/messaging.ts";
import { chooseField } from "./find/choose-field.ts";
import type { World } from "./world.ts";

chooseField((field) => {
  const { sixtyfour } = globalThis as World;
  sixtyfour?.choose(field);
  const payload = { chosen: field !== null && sixtyfour !== undefined };
  // Fails only when the extension is gone from under this page: nobody is left to tell.
  sendToBackground("sixtyfour/content", "field.chosen", payload).catch(() => undefined);
});
