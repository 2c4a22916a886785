/**
 * Our script in a page other than WhatsApp Web's, put there after the user's act on the toolbar button
 * (`activeTab`). It answers by what its functions return; no message is sent.
 */
import type { OtherPage } from "../protocol/other-page.ts";
import { native as browser } from "./native.ts";

const FILES = ["content/other-page.js"];

type World = typeof globalThis & { otherPage: OtherPage };
type Injected = { result?: unknown; documentId?: string };
type Target = { tabId: number; frameIds?: number[]; documentIds?: string[] };
type Call = { target: Target; func: (...given: never[]) => unknown; args?: unknown[] };

async function call(options: Call): Promise<Injected> {
  // The types know neither documents nor functions that return a promise.
  const [answer] = await browser.scripting.executeScript(options as never);
  return (answer ?? {}) as Injected;
}

export const otherPage = {
  /**
   * Rejects where the browser gives no leave. `documentId`: null where the browser does not name documents.
   */
  async look(tabId: number): Promise<{ documentId: string | null; value: unknown }> {
    await browser.scripting.executeScript({ target: { tabId }, files: FILES });
    const { result, documentId = null } = await call({
      target: { tabId },
      func: () => (globalThis as World).otherPage.look(),
    });
    return { documentId, value: result };
  },

  /** Rejects, or gives nothing, where that document or its script is gone. */
  async fill(tabId: number, documentId: string | null, token: string, hex: string): Promise<unknown> {
    const target: Target =
      documentId === null ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
    const { result } = await call({
      target,
      func: (given: string, key: string) => (globalThis as World).otherPage.fill(given, key),
      args: [token, hex],
    });
    return result;
  },
};
