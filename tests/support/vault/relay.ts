/**
 * An address that stays while the vault behind it goes and comes back: requests are handed on as they are.
 */
import { createServer, type IncomingMessage } from "node:http";

export type Relay = {
  readonly address: string;
  /** Paths that were asked for, in order, preflights left out. */
  readonly asked: string[];
  stop(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Fetch gives the body unpacked and joins on its own. */
const NOT_HANDED_ON = ["connection", "content-length", "host", "transfer-encoding"];

function handedOn(headers: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !NOT_HANDED_ON.includes(name.toLowerCase())));
}

type Message = { path: string; text: string };

/** What somebody in between makes of each message. A request may go to another path; null is handed on as is. */
export type Rewriting = {
  request?: (asked: Message) => Message | null;
  answer?: (answered: Message) => string | null;
};

/** @param after - what happens once an answer is there, before it is handed on; preflights left out. */
export async function startRelay(
  target: () => string,
  after: (path: string) => Promise<void> = async () => undefined,
  rewriting: Rewriting = {},
): Promise<Relay> {
  const askedFor: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const { method = "GET" } = request;
    const isPreflight = method === "OPTIONS";
    if (!isPreflight) askedFor.push(path);
    try {
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        `${value}`,
      ]);
      const came = { path, text: method === "POST" ? (await bodyOf(request)).toString() : "" };
      const asked = rewriting.request?.(came) ?? came;
      const answer = await fetch(target() + asked.path, {
        method,
        headers: handedOn(headers),
        ...(method === "POST" && { body: asked.text }),
      });
      const honest = await answer.text();
      const text = (!isPreflight && rewriting.answer?.({ path, text: honest })) || honest;
      if (!isPreflight) await after(path);
      response.writeHead(answer.status, handedOn(answer.headers)).end(text);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`,
    asked: askedFor,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
