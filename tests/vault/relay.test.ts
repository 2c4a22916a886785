/**
 * Somebody at another address hands every message on to the real vault, and changes what they like. They get no
 * name, no login, no device and no ticket out of it.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomId } from "../../src/core/bytes.ts";
import { generateBackupKey } from "../../src/core/key/backup-key.ts";
import type { VaultFacts } from "../../src/protocol/vault/wire.ts";
import { makeDeviceKey } from "../../src/vault-client/device.ts";
import { beginEnrol } from "../../src/vault-client/enrol.ts";
import { askFacts, type Exchange } from "../../src/vault-client/exchange.ts";
import { restore } from "../../src/vault-client/restore.ts";
import { isVaultIdOf, shownVaultId } from "../../src/vault-client/vault-id.ts";
import { stretchings } from "../support/cheap-stretchings.ts";
import {
  ask,
  begunLogin,
  codeOf,
  login,
  makeDevice,
  type Person,
  register,
  replyOf,
} from "../support/vault/person.ts";
import { type Relay, type Rewriting, startRelay } from "../support/vault/relay.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { call1, frozenPerson, login1, startFrozen } from "../support/vault/version-1.ts";
import { code } from "../vault-client/setting.ts";

const exchangeAt =
  (address: string): Exchange =>
  async (path, body, headers) => {
    const json = { ...headers, "Content-Type": "application/json" };
    const asked = body === null ? {} : { method: "POST", body, headers: json };
    const answer = await fetch(address + path, asked);
    return { status: answer.status, text: await answer.text() };
  };

/** The relay, and what the real client does there. */
async function through(
  vault: TestVault,
  rewriting: (relay: () => string) => Rewriting,
  act: (relay: Relay, exchange: Exchange) => Promise<void>,
): Promise<void> {
  let address = "";
  const relay = await startRelay(
    () => vault.running.address,
    undefined,
    rewriting(() => address),
  );
  address = relay.address;
  try {
    await act(relay, exchangeAt(address));
  } finally {
    await relay.stop();
  }
}

const edited = (text: string, change: (message: Record<string, unknown>) => object): string =>
  JSON.stringify(change(JSON.parse(text)));

/** What the thief wishes for: the owner restores there, with a device of the thief's on the list. */
async function restoreAt(exchange: Exchange, address: string, pins: VaultFacts, person: Person) {
  const { name, password } = person;
  const wish = { address, name, password, pins, device: await makeDeviceKey(), join: true };
  return restore(exchange, wish, stretchings);
}

const HONEST = () => ({});

describe("a relay at another address", () => {
  let vault: TestVault;
  let person: Person;
  beforeAll(async () => {
    vault = await startVault();
    person = await register(vault);
  });
  afterAll(() => vault.stop());

  /** Nothing has changed for the owner: one device, all attempts. */
  async function expectUntouched(): Promise<void> {
    const { devices, attemptsLeft, failuresSince } = replyOf(await ask(vault, person, "/v2/status", {}));
    expect(devices.map(({ key }) => key)).toEqual([person.device.key]);
    expect([attemptsLeft, failuresSince]).toEqual([10, 0]);
  }

  test("shows the vault's own facts, and is refused for its address before anything is sent", async () => {
    const pins = await vault.facts();
    await through(vault, HONEST, async (relay, exchange) => {
      const shown = (await (await fetch(`${relay.address}/v2/vault`)).json()) as VaultFacts;
      expect(isVaultIdOf(shown, shownVaultId(pins))).toBe(true);
      relay.asked.length = 0;
      expect(code(await askFacts(exchange, relay.address))).toBe("other-address");
      expect(code(await restoreAt(exchange, relay.address, pins, person))).toBe("other-address");
      const content = { key: generateBackupKey(), label: "", phoneEnding: "", origin: "generated" } as const;
      const ids = { address: relay.address, name: "a-new-name-here", entryId: randomId(), createdAtMs: 0 };
      const wish = { ...ids, password: person.password, pins, content: { ...content, createdAtMs: 0 } };
      expect(code(await beginEnrol(exchange, wish, stretchings))).toBe("other-address");
      expect(new Set(relay.asked)).toEqual(new Set(["/v2/vault"]));
    });
    await expectUntouched();
  });

  test("cannot put its address among the vault's", async () => {
    const pins = await vault.facts();
    const adding = (relay: () => string): Rewriting => ({
      answer: ({ path, text }) =>
        path === "/v2/vault"
          ? edited(text, (facts) => ({ ...facts, origins: [...(facts["origins"] as string[]), relay()] }))
          : null,
    });
    await through(vault, adding, async (relay, exchange) => {
      expect(code(await restoreAt(exchange, relay.address, pins, person))).toBe("not-a-vault");
      expect(relay.asked).toEqual(["/v2/vault"]);
    });
  });

  describe("that was the vault's own once, and still has what the vault signed then", () => {
    /** The facts of the same vault while the relay's address was among its origins. */
    async function oldFacts(address: string): Promise<string> {
      const secret = `${vault.folder}/secret`;
      const mark = { VAULT_MARK_FILE: `${vault.folder}-mark/${randomId()}` };
      const once = await startVault({ ...mark, VAULT_SECRET_FILE: secret, VAULT_ORIGINS: address });
      const facts = JSON.stringify(await once.facts());
      await once.stop();
      return facts;
    }

    const replaying = (facts: () => string, more: Rewriting = {}): Rewriting => ({
      request: (asked) => more.request?.(asked) ?? null,
      answer: (answered) => (answered.path === "/v2/vault" ? facts() : (more.answer?.(answered) ?? null)),
    });

    test("gets the name, and costs no attempt", async () => {
      let facts = "";
      await through(
        vault,
        () => replaying(() => facts),
        async (relay, exchange) => {
          facts = await oldFacts(relay.address);
          const outcome = await restoreAt(exchange, relay.address, JSON.parse(facts), person);
          expect(code(outcome)).toBe("other-address");
          expect(relay.asked).toEqual(["/v2/vault", "/v2/login/start"]);
        },
      );
      await expectUntouched();
    });

    test("gets no last message when it asks in the vault's own name", async () => {
      let facts = "";
      const lying: Rewriting = {
        request: ({ path, text }) =>
          path === "/v2/login/start"
            ? { path, text: edited(text, (message) => ({ ...message, origin: vault.running.address })) }
            : null,
      };
      await through(
        vault,
        () => replaying(() => facts, lying),
        async (relay, exchange) => {
          facts = await oldFacts(relay.address);
          const outcome = await restoreAt(exchange, relay.address, JSON.parse(facts), person);
          expect(code(outcome)).toBe("vault-unproven");
          expect(relay.asked).toEqual(["/v2/vault", "/v2/login/start"]);
        },
      );
      expect((await login(vault, person)).failuresSince).toBe(1);
      await expectUntouched();
    });
  });

  test("that has a last message all the same can change neither device nor address in it", async () => {
    const thief = makeDevice().key;
    const joining = await begunLogin(vault, person.name, person.password);
    const own = joining.joining(person.device.key);
    const { deviceKey: _, ...without } = own;
    const elsewhere = "https://vault.example.net";
    for (const bent of [
      { ...own, deviceKey: thief },
      { ...joining.finish, deviceKey: thief },
      without,
      { ...own, origin: elsewhere },
      { ...own, binding: Buffer.alloc(32).toString("base64url") },
    ])
      expect(codeOf(await vault.call("/v2/login/finish", bent))).toMatch(/^(not-proven|other-address)$/);
    // What was meant goes through; nothing of the answer can be read without the session.
    const { answer } = replyOf(await vault.call("/v2/login/finish", own));
    const opened = Buffer.from(answer, "base64url").toString("latin1");
    expect(opened).not.toContain("ticket");
    expect(opened).not.toContain(person.sealedKey.slice(0, 12));
    await expectUntouched();
  });

  test("is refused by the vault even if it was meant by who knows the password", async () => {
    const origin = "https://vault.example.net";
    const relayed = { ...vault, origin: () => origin };
    const begun = await begunLogin(relayed, person.name, person.password);
    expect(codeOf(await vault.call("/v2/login/finish", begun.finish))).toBe("other-address");
    const body = { rowId: person.rowId, generation: 1, origin };
    for (const path of ["/v2/status", "/v2/delete"] as const)
      expect(codeOf(await ask(vault, person, path, { origin: body.origin }))).toBe("other-address");
    expect((await login(vault, person)).failuresSince).toBe(1);
  });
});

describe("a relay that knows version 1", () => {
  /** Asks the vault in version 1 for a client of version 2. */
  const downgrading: Rewriting = {
    request: ({ path, text }) =>
      path === "/v2/login/start"
        ? { path: "/v1/login/start", text: edited(text, ({ origin: _, ...message }) => message) }
        : null,
    answer: ({ path, text }) =>
      path === "/v2/login/start"
        ? edited(text, (reply) => ({ ...reply, signature: Buffer.alloc(64).toString("base64url") }))
        : null,
  };

  test("gets no last message from a client of version 2, though the account is of version 1", async () => {
    const relay = await startRelay(() => vault.running.address, undefined, downgrading);
    const { address } = relay;
    const vault: TestVault = await startFrozen({ VAULT_ORIGINS: address });
    const person = frozenPerson();
    try {
      const outcome = await restoreAt(exchangeAt(address), address, await vault.facts(), person);
      expect(code(outcome)).toBe("vault-unproven");
      expect(relay.asked).toEqual(["/v2/vault", "/v2/login/start"]);
    } finally {
      await relay.stop();
      await vault.stop();
    }
  });

  test("offers facts of version 1 in vain: that client speaks only its own", async () => {
    const vault = await startFrozen();
    const old: Rewriting = { request: ({ path, text }) => ({ path: path.replace("/v2/", "/v1/"), text }) };
    const relay = await startRelay(() => vault.running.address, undefined, old);
    try {
      expect(code(await askFacts(exchangeAt(relay.address), relay.address))).toBe("not-a-vault");
    } finally {
      await relay.stop();
      await vault.stop();
    }
  });

  test("finds only that a vault of version 1 alone is too old", async () => {
    const exchange: Exchange = async () => {
      const problem = { type: "urn:sixtyfour:vault:not-found", title: "Not Found", status: 404 };
      return { status: 404, text: JSON.stringify({ ...problem, code: "not-found" }) };
    };
    expect(code(await askFacts(exchange, "https://vault.example.org"))).toBe("older-vault");
  });

  test("gets nothing for an account that a client of version 2 has used", async () => {
    const vault = await startFrozen();
    const person = frozenPerson();
    const facts = await vault.facts();
    // What the frozen account holds is no key of ours; the login itself succeeds.
    const outcome = await restoreAt(exchangeAt(vault.origin()), vault.origin(), facts, person);
    expect(code(outcome)).toBe("unsupported-version");
    const thief = makeDevice().key;
    expect((await login1(vault, person, thief)).value.code).toBe("bad-request");
    const body = { rowId: person.rowId, generation: 1 };
    expect((await call1(vault, "/v1/delete", body)).value.code).toBe("not-proven");
    const { devices } = replyOf(await ask(vault, person, "/v2/status", {}));
    expect(devices.map(({ key }) => key)).not.toContain(thief);
    await vault.stop();
  });
});
