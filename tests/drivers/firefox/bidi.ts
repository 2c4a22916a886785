/**
 * One WebDriver BiDi connection (https://w3c.github.io/webdriver-bidi/): commands out, answers and events in.
 */
import WebSocket from "ws";
import { PATIENCE_MS, within } from "../../support/wait.ts";

export type Json = Record<string, unknown>;
type Message = { id?: number; type?: string; method?: string; params?: Json; result?: unknown } & Json;
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** A command that takes longer hangs: BiDi itself knows no time limit. */

export class Bidi {
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Set<(params: Json) => void>>();
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as Message));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("the browser has gone"));
      this.#waiting.clear();
    });
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url, { maxPayload: 256 * 1024 * 1024 });
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    return new Bidi(socket);
  }

  send<T = Json>(method: string, params: Json = {}): Promise<T> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }), (error) => {
        if (error) reject(error);
      });
    });
    return within(PATIENCE_MS, method, answer) as Promise<T>;
  }

  /** @returns what stops listening. The event must have been subscribed to with `session.subscribe`. */
  on(event: string, listener: (params: Json) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(message: Message): void {
    if (typeof message.id === "number") {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === "error") waiting?.reject(new Error(`${message["error"]}: ${message["message"]}`));
      else waiting?.resolve(message.result);
    } else if (message.method !== undefined) {
      for (const listener of this.#listeners.get(message.method) ?? []) listener(message.params ?? {});
    }
  }
}
