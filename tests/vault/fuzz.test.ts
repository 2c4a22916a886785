/**
 * Requests by the thousand, from the vault's own OpenAPI document: none is answered by 5xx, none leaves
 * memory behind.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { read } from "../../src/core/schema.ts";
import { ENDPOINTS, type Path, problem } from "../../src/protocol/vault/wire.ts";
import { ENDPOINTS_1, type Path1 } from "../../src/protocol/vault/wire-1.ts";
import { ALL } from "../support/all.ts";
import { makeFolder, startBuilt } from "../support/vault/built.ts";
import { type Document, type MadeRequest, requestMaker } from "../support/vault/made-requests.ts";
import { register, tryLogin } from "../support/vault/person.ts";

const REQUESTS = ALL ? 100_000 : 2_000;
const AT_ONCE = 16;
const SEED = 6464;
/**
 * Of the process, in KiB; what V8 has not yet given back swings by less. A thousand requests leave too little
 * to tell.
 */
const GROWTH_KIB = 60_000;

const residentKib = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

const ALL_ENDPOINTS = { ...ENDPOINTS, ...ENDPOINTS_1 };

test(
  `${REQUESTS} requests`,
  async () => {
    const { folder, remove } = makeFolder();
    const vault = await startBuilt(folder);
    const person = await register(vault);
    const document = (await (await fetch(`${vault.address}/openapi.json`)).json()) as Document;
    const make = requestMaker(document, SEED, vault.origin());
    const wrong: unknown[] = [];
    const statuses = new Map<number, number>();

    const send = async (made: MadeRequest) => {
      const { path, ...init } = made;
      const response = await fetch(vault.address + path, init);
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const value: unknown = JSON.parse(text);
      const known = path in ALL_ENDPOINTS ? ALL_ENDPOINTS[path as Path | Path1].reply : null;
      const fits = response.status === 200 ? known && read(known as never, value) : read(problem, value);
      if (response.status >= 500 || fits === null) wrong.push({ made, status: response.status, text });
    };
    const sendMany = async (count: number) => {
      let left = count;
      const side = async () => {
        while (left > 0) {
          left -= 1;
          await send(make());
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, side));
    };

    await sendMany(REQUESTS * 0.3);
    const beforeKib = residentKib(vault.pid);
    await sendMany(REQUESTS * 0.7);
    expect(wrong).toEqual([]);
    if (ALL) expect(residentKib(vault.pid) - beforeKib).toBeLessThan(GROWTH_KIB);
    // They came through: some were evaluated, some refused for each of several reasons.
    for (const status of [200, 400, 401, 404, 410, 413, 415]) expect(statuses.get(status)).toBeGreaterThan(0);
    expect(await tryLogin(vault, person.name, person.password)).toBe("ok");
    expect(await vault.end()).toBe(0);
    remove();
  },
  Math.max(60_000, REQUESTS * 60),
);
