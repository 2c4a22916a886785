/**
 * The only file that uses the network. Only the vault page's document can: every other page has `connect-src
 * 'none'`.
 */

import { maySend } from "./sending.ts";

const LONGEST_WAIT_MS = 30_000;

async function readText(response: Response, most: number): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (reader && text.length <= most) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader?.cancel();
  return text;
}

/**
 * Asks at one origin: POST of JSON, or GET where `body` is null. Without cookies, redirects, cache or
 * referrer.
 *
 * @param most - how many characters of an answer are needed; a longer one is cut off a little after them.
 * @returns null if there was no answer. A closed port, a refused certificate and missing CORS headers look
 *   the same; it is also null when the user has withdrawn the consent to send.
 */
export function exchangeWith(origin: string, most: number) {
  return async (
    path: string,
    body: string | null,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string } | null> => {
    try {
      if (!(await maySend())) return null;
      const response = await fetch(origin + path, {
        ...(body === null ? {} : { method: "POST", body }),
        headers: body === null ? headers : { ...headers, "Content-Type": "application/json" },
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
      });
      return { status: response.status, text: await readText(response, most) };
    } catch {
      return null;
    }
  };
}
