/**
 * Our script in a page other than WhatsApp Web's, put there after the user's act on the toolbar button
 * (`activeTab`). It answers by what its functions return; no message is sent.
 */
import type { Scripting } from "webextension-polyfill";
import type { OtherPage } from "../protocol/other-page.ts";
import { browser } from "./browser.ts";

const FILES = ["content/other-page.js"];

type World = typeof globalThis & { otherPage: OtherPage };

/** What the script answered, and which document it runs in. */
async function call(what: Scripting.ScriptInjection): Promise<Partial<Scripting.InjectionResult>> {
  const [answer] = await browser.scripting.executeScript(what);
  return answer ?? {};
}

export const otherPage = {
  /**
   * Rejects if the browser does not allow it. `documentId`: null if the browser does not name documents.
   */
  async look(tabId: number): Promise<{ documentId: string | null; value: unknown }> {
    await browser.scripting.executeScript({ target: { tabId }, files: FILES });
    const { result, documentId = null } = await call({
      target: { tabId },
      func: () => (globalThis as World).otherPage.look(),
    });
    return { documentId, value: result };
  },

  /** Rejects, or resolves with nothing, if that document or its script is gone. */
  async fill(tabId: number, documentId: string | null, token: string, hex: string): Promise<unknown> {
    const target = documentId === null ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
    const { result } = await call({
      target,
      func: (given: string, key: string) => (globalThis as World).otherPage.fill(given, key),
      args: [token, hex],
    });
    return result;
  },
};
