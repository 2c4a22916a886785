/** The vault page in Chromium against the real server, on both its stores. */
import { join } from "node:path";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { type Built, makeFolder, startBuilt } from "../../support/vault/built.ts";
import { type Postgres, startPostgres } from "../../support/vault/postgres.ts";
import { startRelay } from "../../support/vault/relay.ts";
import { startVault, type TestVault } from "../../support/vault/running.ts";
import { APP, createKeyring, expect, launch, POPUP, shownKey, test } from "./setup.ts";
import {
  alert,
  box,
  KEY,
  LABEL,
  OTHER_PASSWORD,
  PASSWORD,
  part,
  press,
  prove,
  restore,
  status,
  store,
  VAULT_PAGE,
  withKey,
} from "./vault-page.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let postgres: Postgres;
const open: Chromium[] = [];

async function browser(): Promise<Chromium> {
  const launched = await launch();
  open.push(launched);
  return launched;
}

test.beforeAll(async () => {
  postgres = await startPostgres();
});
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
test.afterAll(() => postgres.stop());

async function withVault(store: string, act: (vault: TestVault) => Promise<void>): Promise<void> {
  const vault = await startVault(store === "Postgres" ? { DATABASE_URL: postgres.makeDatabase() } : {});
  try {
    await act(vault);
  } finally {
    await vault.stop();
  }
}

for (const kind of ["SQLite", "Postgres"]) {
  test(`on ${kind}: stored, restored in a fresh profile, and set anew on the original device`, async () => {
    await withVault(kind, async (vault) => {
      const { address } = vault.running;
      const original = await withKey(await browser());
      const name = await store(original, address);
      await expect(status(original)).toContainText("The key is in the vault, and was read back from it.");
      await expect(original.getByRole("article", { name: /Recovery card/ })).toContainText(name);

      const fresh = await browser();
      const app = await createKeyring(fresh);
      const other = await fresh.newPage(fresh.extUrl(`${VAULT_PAGE}#restore`));
      await restore(other, address, name, OTHER_PASSWORD);
      await expect(alert(other)).toContainText("9 tries left");
      await restore(other, address, name, PASSWORD);
      await expect(status(other)).toContainText(`The 64 digits are back: “${LABEL}”.`);
      await expect(status(other)).toContainText("1 failed try since you last opened it.");
      await app.reload();
      await app.getByRole("list", { name: "Keys" }).getByText(LABEL).click();
      await app.getByRole("button", { name: "Reveal" }).click();
      expect(await shownKey(app)).toBe(KEY);

      const record = part(original, LABEL);
      await press(record, "Set a new password");
      await box(record, "New vault password").fill(OTHER_PASSWORD);
      await box(record, "Repeat new vault password").fill(OTHER_PASSWORD);
      await press(record, "Set a new password");
      await expect(status(original)).toContainText("The new password is set");
      await press(record, "Ask how it stands");
      await expect(record.getByRole("list", { name: "Devices" }).getByRole("listitem")).toHaveCount(2);
      await prove(other, OTHER_PASSWORD);
      await expect(status(other)).toContainText("The password gives this very key back.");
      // Neither of the two secrets is in what was sent, stored or logged.
      const seen = vault.logged.join("\n");
      for (const secret of [KEY, PASSWORD, OTHER_PASSWORD, name]) expect(seen).not.toContain(secret);
    });
  });

  test(`on ${kind}: wrong passwords are counted, spaced, and end in erasure; the key stays here`, async () => {
    await withVault(kind, async (vault) => {
      const page = await withKey(await browser());
      await store(page, vault.running.address);
      await expect(status(page)).toContainText("The key is in the vault");
      for (let left = 9; left >= 1; left -= 1) {
        await prove(page, OTHER_PASSWORD);
        await expect(alert(page)).toContainText(left === 1 ? "1 try left" : `${left} tries left`);
        if (left === 3) {
          await prove(page, PASSWORD);
          await expect(alert(page)).toContainText("The next try is possible in 1 hour.");
        }
        vault.advance(DAY_MS);
      }
      await prove(page, OTHER_PASSWORD);
      await expect(alert(page)).toContainText("It was the last try");
      vault.advance(2 * 60_000);
      await prove(page, PASSWORD);
      await expect(alert(page)).toContainText("This vault no longer has the key");
      await expect(part(page, LABEL)).toContainText("Store it again");
      await expect(part(page, "Store a key").getByRole("option", { name: LABEL })).toHaveCount(1);
    });
  });
}

test("the server is killed between every two messages: the key is stored all the same", async () => {
  const { folder, remove } = makeFolder();
  let server: Built = await startBuilt(folder);
  const relay = await startRelay(
    () => server.address,
    async () => {
      await server.end("SIGKILL");
      server = await startBuilt(folder);
    },
  );
  try {
    const page = await withKey(await browser());
    const name = await store(page, relay.address);
    await expect(status(page)).toContainText("The key is in the vault", { timeout: 60_000 });
    expect(relay.asked.filter((path) => path !== "/v1/vault")).toEqual([
      "/v1/accounts/start",
      "/v1/accounts/finish",
      "/v1/login/start",
      "/v1/login/finish",
    ]);
    const fresh = await browser();
    await createKeyring(fresh);
    const other = await fresh.newPage(fresh.extUrl(VAULT_PAGE));
    await restore(other, relay.address, name, PASSWORD);
    await expect(status(other)).toContainText("The 64 digits are back", { timeout: 60_000 });
  } finally {
    await relay.stop();
    await server.end();
    remove();
  }
});

test("with another secret the vault does not start; with its own the password counts as before", async () => {
  const { folder, remove } = makeFolder();
  const stranger = makeFolder();
  let server: Built | null = await startBuilt(folder);
  const dead = server.address;
  const relay = await startRelay(() => server?.address ?? dead);
  try {
    const page = await withKey(await browser());
    await store(page, relay.address);
    await expect(status(page)).toContainText("The key is in the vault");
    await server.end();
    server = null;
    await (await startBuilt(stranger.folder)).end();
    const secret = { VAULT_SECRET_FILE: join(stranger.folder, "secret") };
    await expect(startBuilt(folder, secret)).rejects.toThrow("the secret is not the one");
    await prove(page, PASSWORD);
    await expect(alert(page)).toContainText("No answer came.");
    server = await startBuilt(folder);
    await prove(page, PASSWORD);
    await expect(status(page)).toContainText("The password gives this very key back.");
    await expect(status(page)).not.toContainText("failed tr");
  } finally {
    await relay.stop();
    await server?.end();
    stranger.remove();
    remove();
  }
});

test("another vault behind the same address is noticed before a try is spent", async () => {
  await withVault("SQLite", (right) =>
    withVault("SQLite", async (wrong) => {
      let target = right;
      const relay = await startRelay(() => target.running.address);
      const page = await withKey(await browser());
      await store(page, relay.address);
      await expect(status(page)).toContainText("The key is in the vault");
      target = wrong;
      relay.asked.length = 0;
      await prove(page, PASSWORD);
      await expect(alert(page)).toContainText("This is not the vault that you know");
      expect(relay.asked).toEqual(["/v1/vault"]);
      await relay.stop();
      await prove(page, PASSWORD);
      await expect(alert(page)).toContainText("No answer came.");
      await expect(
        part(page, LABEL).getByRole("link", { name: "Open the address in a tab" }),
      ).toHaveAttribute("href", relay.address);
    }),
  );
});

test("no page but the vault's reaches a network", async () => {
  await withVault("SQLite", async (vault) => {
    const chromium = await browser();
    await createKeyring(chromium);
    const reaches = async (path: string) => {
      const page = await chromium.newPage(chromium.extUrl(path));
      const reached = await page.evaluate(
        (address) =>
          fetch(`${address}/v1/vault`).then(
            () => true,
            () => false,
          ),
        vault.running.address,
      );
      await page.close();
      return reached;
    };
    expect(await reaches(VAULT_PAGE)).toBe(true);
    for (const path of [APP, POPUP, "offscreen/offscreen.html"]) expect(await reaches(path)).toBe(false);
  });
});
