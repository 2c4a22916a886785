/**
 * Runs script in Firefox's own privileged context, to call the browser's modules as its menus do.
 *
 * Marionette's wire format: `length:[0, id, command, parameters]` out, `length:[1, id, error, result]` back,
 * length in bytes. Only for tests that need the browser itself; pages are driven by `firefox.ts`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../../support/wait.ts";
import { killTree } from "../process-tree.ts";

export type ChromeFirefox = {
  profile: string;
  /** The body of an async function whose arguments are `args`; what it returns must be JSON. */
  run(body: string, args: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
};

type Reply = [1, number, { message: string } | null, { value?: unknown } | null];

function openWire(socket: Socket): (command: string, parameters: object) => Promise<unknown> {
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let buffer = Buffer.alloc(0);
  let nextId = 0;
  socket.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (let colon = buffer.indexOf(":"); colon > 0; colon = buffer.indexOf(":")) {
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (buffer.length < end) return;
      const message = JSON.parse(buffer.subarray(colon + 1, end).toString()) as Reply | object;
      buffer = buffer.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as Reply;
      if (error) waiting.get(id)?.failed(new Error(error.message));
      else waiting.get(id)?.done(result?.value);
    }
  });
  return (command, parameters) =>
    new Promise((done, failed) => {
      const id = nextId++;
      waiting.set(id, { done, failed });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

async function connectTo(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await new Promise((done, failed) => {
    socket.once("connect", done);
    socket.once("error", failed);
  });
  return socket;
}

export async function startChromeFirefox(): Promise<ChromeFirefox> {
  const profile = mkdtempSync(join(tmpdir(), "sixtyfour-marionette-"));
  const prefs = { "marionette.port": 0, "datareporting.policy.dataSubmissionEnabled": false };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const args = [
    "--headless",
    "--no-remote",
    "--profile",
    profile,
    "--marionette",
    "--remote-allow-system-access",
  ];
  const child = spawn("/usr/bin/firefox-esr", args, { stdio: "ignore" });
  const close = async () => {
    if (child.pid !== undefined) await killTree(child.pid);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const portFile = join(profile, "MarionetteActivePort");
    const port = await waitFor("Marionette's port", () => Number(readFileSync(portFile, "utf8")));
    const socket = await connectTo(port);
    const send = openWire(socket);
    await send("WebDriver:NewSession", {});
    await send("Marionette:SetContext", { value: "chrome" });
    const run = (body: string, given: readonly unknown[]) => {
      const script = `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
        (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      return send("WebDriver:ExecuteAsyncScript", { script, args: given, scriptTimeout: 30_000 }).then(
        (answer) => {
          const { value, error } = answer as { value?: unknown; error?: string };
          if (error !== undefined) throw new Error(error);
          return value;
        },
      );
    };
    return {
      profile,
      run,
      close: async () => {
        socket.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
