/**
 * The vault page against the real server, on both its stores. A server that fails or is another:
 * vault-server.spec.ts.
 */
import { test } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { ALERT, APP, button, createKeyring, field, POPUP, STATUS, shownKey, toKey } from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";
import {
  ALLOW,
  LOOK,
  manage,
  OTHER_PASSWORD,
  openVaultPage,
  PASSWORD,
  PREFS,
  part,
  restore,
  STORED,
  STORING,
  store,
  VAULT_PAGE,
  verifyWith,
  withKey,
} from "./vault-page.ts";

const CARD = "Key vault recovery card";
const DAY_MS = 24 * 60 * 60 * 1000;
/** `npm run test:all` has all pairs. Whatever a store may do is asked of both by tests/vault. */
const STORES = {
  Postgres: long("a server on either store answers alike"),
  SQLite: one("chromium", "our own page; real-derivation.spec.ts stores and reads in both browsers"),
};
let postgres: Postgres | null = null;
let original: Driver;

setUp(async () => {
  original = await launch({ prefs: PREFS });
  await createKeyring(original);
});
test.afterAll(async () => {
  await postgres?.stop();
  postgres = null;
});

async function withVault(kind: keyof typeof STORES, act: (vault: TestVault) => Promise<void>): Promise<void> {
  if (kind === "Postgres") postgres ??= await startPostgres();
  const vault = await startVault(
    postgres && kind === "Postgres" ? { DATABASE_URL: postgres.makeDatabase() } : {},
  );
  try {
    await act(vault);
  } finally {
    await vault.stop();
  }
}

story(
  "nothing is sent before the browser has the user's consent, nor once it is withdrawn",
  one("firefox", "here the browser keeps the consent", "data-consent"),
  async () => {
    const page = await original.newPage(original.extUrl(VAULT_PAGE));
    await page.expectSays("Before anything is sent");
    expect(await page.count(LOOK)).toBe(0);
    await page.click(ALLOW);
    await page.expectShown(LOOK);
    await page.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome };
      const consent = { data_collection: ["authenticationInfo"] } as chrome.permissions.Permissions;
      await browser.permissions.remove(consent);
    });
    await page.expectSays("Before anything is sent");
    expect(await page.count(LOOK)).toBe(0);
    await page.click(ALLOW);
    await page.expectShown(LOOK);
    await page.close();
  },
);

for (const kind of ["SQLite", "Postgres"] as const) {
  story(
    `on ${kind}: stored, restored in a fresh profile, and set anew on the original device`,
    STORES[kind],
    async () => {
      const label = `Moved by ${kind}`;
      await withVault(kind, (vault) =>
        withKey(original, label, async (page, key) => {
          const { address } = vault.running;
          const name = await store(page, address, label);
          await page.expectText(STATUS, STORED);
          await page.expectText({ role: "article", name: CARD }, name);

          const fresh = await launch({ prefs: PREFS });
          const freshApp = await createKeyring(fresh);
          const other = await openVaultPage(fresh, "#restore");
          await restore(other, address, name, OTHER_PASSWORD);
          await other.expectText(ALERT, "9 attempts left");
          await restore(other, address, name, PASSWORD);
          await other.expectText(STATUS, `Key restored: “${label}”.`);
          await other.expectText(STATUS, "1 failed attempt since you last opened it.");
          await freshApp.bringToFront();
          await freshApp.reload();
          await toKey(freshApp, label);
          await freshApp.click(button("Reveal"));
          expect(await shownKey(freshApp)).toBe(key);

          const record = part(label);
          await page.bringToFront();
          await manage(page, label);
          await page.click(button("Set new password", { within: record }));
          await page.fill(field("New vault password", { within: record }), OTHER_PASSWORD);
          await page.fill(field("Repeat new vault password", { within: record }), OTHER_PASSWORD);
          await page.click(button("Set new password", { within: record }));
          await page.expectText(STATUS, "New password set");
          await page.click(button("Check status", { within: record }));
          const devices = { role: "list", name: "Devices", within: record } as const;
          await page.expectCount({ role: "listitem", within: devices }, 2);
          await other.bringToFront();
          await verifyWith(other, label, OTHER_PASSWORD);
          await other.expectText(STATUS, "Verified: the password opens exactly this key.");
          await fresh.close();
          // Neither of the two secrets is in what was sent, stored or logged.
          const seen = vault.logged.join("\n");
          for (const secret of [key, PASSWORD, OTHER_PASSWORD, name]) expect(seen).not.toContain(secret);
        }),
      );
    },
  );

  story(
    `on ${kind}: wrong passwords are counted, spaced, and end in erasure; the key stays here`,
    STORES[kind],
    async () => {
      const label = `Guessed by ${kind}`;
      await withVault(kind, (vault) =>
        withKey(original, label, async (page) => {
          await store(page, vault.running.address, label);
          await page.expectText(STATUS, STORED);
          for (let left = 9; left >= 1; left -= 1) {
            await verifyWith(page, label, OTHER_PASSWORD);
            await page.expectText(ALERT, left === 1 ? "1 attempt left" : `${left} attempts left`);
            if (left === 3) {
              await verifyWith(page, label, PASSWORD);
              await page.expectText(ALERT, "Try again in 1 hour.");
            }
            vault.advance(DAY_MS);
          }
          await verifyWith(page, label, OTHER_PASSWORD);
          await page.expectText(ALERT, "This was the last attempt");
          vault.advance(2 * 60_000);
          await verifyWith(page, label, PASSWORD);
          await page.expectText(ALERT, "This vault no longer has the key");
          await page.expectText(part(label), "Store the key again");
          await page.expectCount({ css: "option", within: part(STORING), holding: label }, 1);
        }),
      );
    },
  );
}

story(
  "no page but the vault's reaches a network",
  both("the policy of a page is kept by the browser"),
  async () => {
    await withVault("SQLite", async (vault) => {
      const reaches = async (path: string) => {
        const page = await original.newPage(original.extUrl(path));
        const reached = await page.evaluate(
          (address) =>
            fetch(`${address}/v2/vault`).then(
              () => true,
              () => false,
            ),
          vault.running.address,
        );
        await page.close();
        return reached;
      };
      expect(await reaches(VAULT_PAGE)).toBe(true);
      const others = [
        APP,
        POPUP,
        ...(original.can("offscreen-document") ? ["offscreen/offscreen.html"] : []),
      ];
      for (const path of others) expect(await reaches(path), path).toBe(false);
    });
  },
);
