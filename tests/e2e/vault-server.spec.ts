/**
 * What happens to a vault's server meanwhile: it is killed, has lost its secret, or is another one at the
 * same address.
 */
import { join } from "node:path";
import { test } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import { type Built, makeFolder, startBuilt } from "../support/vault/built.ts";
import { type Relay, startRelay } from "../support/vault/relay.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { waitFor } from "../support/wait.ts";
import { ALERT, button, createKeyring, field, STATUS } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";
import {
  openVaultPage,
  PASSWORD,
  PREFS,
  part,
  RESTORING,
  restore,
  STORED,
  store,
  verifyWith,
  withKey,
} from "./vault-page.ts";

const RESTARTS = long("a dozen starts of the server; ui/vault.test.tsx cuts each message");
const OURS = one("chromium", "our own order of steps, alike in both");
let browser: Driver;

setUp(async () => {
  browser = await launch({ prefs: PREFS });
  await createKeyring(browser);
});

story(
  "the server is killed between every two messages: the key is stored all the same",
  RESTARTS,
  async () => {
    // A dozen starts of a server, and a second browser: minutes where the machine is busy.
    test.setTimeout(300_000);
    const label = "Often interrupted";
    const { folder, remove } = makeFolder();
    const relay: Relay = await startRelay(
      () => server.address,
      async () => {
        await server.end("SIGKILL");
        server = await begin();
      },
    );
    const begin = () => startBuilt(folder, { VAULT_ORIGINS: relay.address });
    let server: Built = await begin();
    const steps = () => relay.asked.filter((path) => path !== "/v2/vault");
    /** A server that starts after each message takes its time on a busy machine. */
    const waitForSteps = (count: number) => waitFor("each message sent", () => steps().length >= count);
    try {
      await withKey(browser, label, async (page) => {
        const name = await store(page, relay.address, label);
        await waitForSteps(4);
        await page.expectText(STATUS, STORED);
        expect(steps()).toEqual([
          "/v2/accounts/start",
          "/v2/accounts/finish",
          "/v2/login/start",
          "/v2/login/finish",
        ]);
        const fresh = await launch({ prefs: PREFS });
        await createKeyring(fresh);
        const other = await openVaultPage(fresh, "#restore");
        await restore(other, relay.address, name, PASSWORD);
        await waitForSteps(6);
        await other.expectText(STATUS, "Key restored");
        await fresh.close();
      });
    } finally {
      await relay.stop();
      await server.end();
      remove();
    }
  },
);

story(
  "with another secret the vault does not start; with its own the password counts as before",
  long("starts of a server, which tests/vault has as well; the page says what it says of any silence"),
  async () => {
    const label = "Another secret";
    const { folder, remove } = makeFolder();
    const stranger = makeFolder();
    let server: Built | null = null;
    let dead = "";
    const relay = await startRelay(() => server?.address ?? dead);
    const begin = () => startBuilt(folder, { VAULT_ORIGINS: relay.address });
    server = await begin();
    dead = server.address;
    try {
      await withKey(browser, label, async (page) => {
        await store(page, relay.address, label);
        await page.expectText(STATUS, STORED);
        await server?.end();
        server = null;
        await (await startBuilt(stranger.folder)).end();
        const secret = { VAULT_SECRET_FILE: join(stranger.folder, "secret") };
        await expect(startBuilt(folder, secret)).rejects.toThrow("the secret is not the one");
        await verifyWith(page, label, PASSWORD);
        await page.expectText(ALERT, "The vault did not answer.");
        server = await begin();
        await verifyWith(page, label, PASSWORD);
        await page.expectText(STATUS, "Verified: the password opens exactly this key.");
        expect(await page.text(STATUS)).not.toContain("failed attempt");
      });
    } finally {
      await relay.stop();
      await server?.end();
      stranger.remove();
      remove();
    }
  },
);

story("another vault behind the same address is noticed before an attempt is used up", OURS, async () => {
  const label = "Another vault";
  let target: TestVault | null = null;
  const relay = await startRelay(() => target?.running.address ?? "");
  const here = { VAULT_ORIGINS: relay.address };
  const [right, wrong] = [await startVault(here), await startVault(here)];
  target = right;
  try {
    await withKey(browser, label, async (page) => {
      await store(page, relay.address, label);
      await page.expectText(STATUS, STORED);
      target = wrong;
      relay.asked.length = 0;
      await verifyWith(page, label, PASSWORD);
      await page.expectText(ALERT, "This is not the vault you know");
      expect(relay.asked).toEqual(["/v2/vault"]);
      await relay.stop();
      await verifyWith(page, label, PASSWORD);
      await page.expectText(ALERT, "The vault did not answer.");
      const opens = { role: "link", name: "Open address in a tab", within: part(label) } as const;
      await page.expectAttribute(opens, "href", relay.address);
    });
  } finally {
    await relay.stop();
    await right.stop();
    await wrong.stop();
  }
});

story("a relay at another address gets neither name nor password", OURS, async () => {
  const label = "Through a relay";
  const vault = await startVault();
  const relay = await startRelay(() => vault.running.address);
  try {
    await withKey(browser, label, async (page) => {
      const name = await store(page, vault.running.address, label);
      await page.expectText(STATUS, STORED);
      const within = part(RESTORING);
      await page.fill(field("Vault address", { within }), relay.address);
      await page.click(button("Contact vault", { within }));
      await page.expectText(ALERT, "does not know this address as its own");
      expect(await page.count(field("Name of vault entry", { within }))).toBe(0);
      expect(relay.asked).toEqual(["/v2/vault"]);
      await restore(page, vault.running.address, name, PASSWORD);
      await page.expectText(STATUS, "was already saved here");
    });
  } finally {
    await relay.stop();
    await vault.stop();
  }
});
