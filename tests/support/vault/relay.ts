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

/** @param after - what happens once an answer is there, before it is handed on; preflights left out. */
export async function startRelay(
  target: () => string,
  after: (path: string) => Promise<void> = async () => undefined,
): Promise<Relay> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const { method = "GET" } = request;
    const isPreflight = method === "OPTIONS";
    if (!isPreflight) asked.push(path);
    try {
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        `${value}`,
      ]);
      const body = method === "POST" ? await bodyOf(request) : undefined;
      const answer = await fetch(target() + path, {
        method,
        headers: handedOn(headers),
        ...(body && { body: new Uint8Array(body) }),
      });
      const text = Buffer.from(await answer.arrayBuffer());
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
    asked,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
