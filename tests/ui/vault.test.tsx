// @vitest-environment happy-dom
/**
 * The vault page over a vault in memory: storing and restoring, every refusal, and every step cut off in the
 * middle.
 */

import { screen } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { randomBytes } from "../../src/core/bytes.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { passphraseLabels } from "../../src/ui/text/en/passphrase.ts";
import { passwordLabels, refusalText, vaultPress, vaultText, waitText } from "../../src/ui/text/en/vault.ts";
import { normaliseAccountName } from "../../src/vault-client/account-name.ts";
import { shownVaultId } from "../../src/vault-client/vault-id.ts";
import { makeVaultDouble } from "../support/vault-double.ts";
import { ADDRESS, NAME } from "../vault-client/setting.ts";
import { FakeApi, SAMPLE_KEY } from "./fake-api.ts";
import { press } from "./stage.tsx";
import {
  accounts,
  answered,
  at,
  lookFrom,
  OTHER_PASSWORD,
  PASSWORD,
  places,
  pressIn,
  restoreTo,
  STEP_MS,
  setStage,
  showVault,
  store,
  typeIn,
  unlocked,
} from "./vault-stage.tsx";

beforeEach(setStage);

describe("storing", () => {
  test(
    "the key is in the vault, was read back, and the vault counts as a place; the card has no password",
    async () => {
      await showVault();
      expect(await store()).toContain(vaultText.stored);
      expect(places()).toEqual(["vault"]);
      expect(accounts()).toMatchObject([{ address: ADDRESS, name: NAME, pending: null }]);
      const card = await screen.findByRole("article", { name: vaultText.card.title });
      expect(card.textContent).toContain(NAME);
      expect(card.textContent).not.toContain(PASSWORD);
      expect(JSON.stringify([at.line.sent, at.api.vaults])).not.toContain(SAMPLE_KEY);
      expect(JSON.stringify([at.line.sent, at.api.vaults])).not.toContain(PASSWORD);
    },
    STEP_MS,
  );

  test.each([
    ["/v2/accounts/start", "request", 0],
    ["/v2/accounts/finish", "request", 1],
    ["/v2/accounts/finish", "answer", 1],
    ["/v2/login/start", "answer", 1],
    ["/v2/login/finish", "answer", 1],
  ] as const)(
    "cut off at %s (%s), it is taken up again",
    async (path, what, records) => {
      const close = await showVault();
      at.line.lose = { path, what };
      expect(await store()).toContain("The vault did not answer.");
      expect(accounts()).toHaveLength(records);
      expect(places()).toEqual([]);
      // The tab is closed and opened again.
      close();
      await showVault();
      if (records === 0) expect(await store()).toContain(vaultText.stored);
      else {
        await typeIn("Daily phone", "Vault password", PASSWORD);
        const isBegun = accounts()[0]?.pending !== null;
        const [name, said] = isBegun
          ? [vaultPress.takeUp, vaultText.stored]
          : [vaultPress.verify, vaultText.verified];
        expect(await answered(() => pressIn("Daily phone", name))).toContain(said);
      }
      expect(places()).toEqual(["vault"]);
      expect(accounts()).toMatchObject([{ pending: null }]);
    },
    STEP_MS,
  );

  test(
    "deleted before storing it has reached the vault, what was begun stays and can be taken up or forgotten",
    async () => {
      await showVault();
      at.line.lose = { path: "/v2/accounts/finish", what: "request" };
      expect(await store()).toContain("The vault did not answer.");
      await pressIn("Daily phone", vaultPress.remove);
      expect(await answered(() => press(vaultPress.removeSure))).toContain(
        refusalText({ code: "not-found" }),
      );
      expect(accounts()).toMatchObject([{ pending: { step: "enrol" } }]);
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.takeUp))).toContain(vaultText.stored);
    },
    STEP_MS,
  );

  test(
    "a name that is taken is refused, and nothing of it stays",
    async () => {
      await showVault();
      await store();
      const other = unlocked();
      other.put("1".repeat(64), { label: "Other" });
      at.api = other;
      document.body.replaceChildren();
      await showVault(other);
      expect(await store()).toContain(refusalText({ code: "name-taken" }));
      expect(accounts(other)).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "what the keyring does not store is not said to be stored",
    async () => {
      await showVault();
      at.api.failing.set("vault.save", "not-stored");
      expect(await store()).toContain("did not store");
      expect(at.line.sent.map(({ path }) => path)).not.toContain("/v2/accounts/finish");
    },
    STEP_MS,
  );

  test(
    "a weak password, two that differ, an empty name and one of one's own never reach the vault",
    async () => {
      await showVault();
      await lookFrom(vaultText.storeTitle);
      const asked = at.line.sent.length;
      const name = screen.getAllByLabelText("Name of vault entry")[0] as HTMLInputElement;
      expect(name.readOnly).toBe(true);
      await typeIn(vaultText.storeTitle, "Vault password", "kx7mqp2wz9");
      expect(await answered(() => pressIn(vaultText.storeTitle, vaultPress.store))).toContain("too easy");
      await typeIn(vaultText.storeTitle, "Vault password", PASSWORD);
      expect(await answered(() => pressIn(vaultText.storeTitle, vaultPress.store))).toContain("do not match");
      await typeIn(vaultText.storeTitle, "Name of vault entry", " ");
      expect(await answered(() => pressIn(vaultText.storeTitle, vaultPress.store))).toBe(vaultText.needsName);
      expect(at.line.sent).toHaveLength(asked);
    },
    STEP_MS,
  );

  test("what is generated is called a vault password", async () => {
    await showVault();
    await lookFrom(vaultText.storeTitle);
    expect(screen.getByRole("button", { name: passwordLabels.generate })).toBeTruthy();
    expect(screen.queryByRole("button", { name: passphraseLabels.generate })).toBeNull();
  });

  test("four words are suggested as a name, and others by a press", async () => {
    await showVault();
    await lookFrom(vaultText.storeTitle);
    const box = screen.getAllByLabelText<HTMLInputElement>("Name of vault entry")[0];
    const first = box?.value ?? "";
    expect(normaliseAccountName(first)).toBe(first);
    await pressIn(vaultText.storeTitle, vaultPress.anotherName);
    expect(normaliseAccountName(box?.value ?? "")).not.toBe(first);
  });

  test.each([
    ["", vaultText.needsAddress],
    ["http://vault.example.org", "must begin with https"],
    ["http://[::1]:8064", "[::1]"],
    ["ftp://vault.example.org", "not an address"],
  ])("the address %j is refused with a sentence", async (address, sentence) => {
    await showVault();
    await typeIn(vaultText.storeTitle, "Vault address", address);
    expect(await answered(() => pressIn(vaultText.storeTitle, vaultPress.look))).toContain(sentence);
    expect(at.line.sent).toEqual([]);
  });
});

describe("restoring", () => {
  test(
    "in a fresh browser the 64 digits are back, with the failed attempts since",
    async () => {
      const close = await showVault();
      await store();
      close();
      const fresh = unlocked();
      expect(await restoreTo(fresh, OTHER_PASSWORD)).toMatch(/password is wrong.*9 attempts left/);
      await typeIn(vaultText.restoreTitle, "Vault password", PASSWORD);
      const said = await answered(() => pressIn(vaultText.restoreTitle, vaultPress.restore));
      expect(said).toContain("Key restored: “Daily phone”.");
      expect(said).toContain("1 failed attempt since you last opened it.");
      const [entry] = fresh.entries;
      expect(fresh.keys.get(entry?.id ?? "")).toBe(SAMPLE_KEY);
      expect(entry).toMatchObject({
        label: "Daily phone",
        places: [{ place: expect.stringMatching(/^vault:/) }],
      });
      expect(accounts(fresh)).toMatchObject([{ name: NAME, entryId: entry?.id }]);
    },
    STEP_MS,
  );

  test(
    "another vault ID than the vault's and a password of impossible length send nothing",
    async () => {
      const close = await showVault();
      await store();
      let asked = at.line.sent.length;
      await typeIn("Daily phone", "Vault password", "1234567");
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toBe(vaultText.passwordLength);
      expect(at.line.sent).toHaveLength(asked);
      close();
      await showVault(unlocked());
      await lookFrom(vaultText.restoreTitle);
      asked = at.line.sent.length;
      const pressed = () => answered(() => pressIn(vaultText.restoreTitle, vaultPress.restore));
      await typeIn(vaultText.restoreTitle, "Name of vault entry", NAME);
      await typeIn(vaultText.restoreTitle, "Vault password", PASSWORD);
      const other = shownVaultId(makeVaultDouble().facts());
      await typeIn(vaultText.restoreTitle, "Vault ID on your card", other);
      expect(await pressed()).toBe(vaultText.otherVaultId);
      const own = shownVaultId(at.vault.facts()).toUpperCase().replaceAll("-", " ");
      await typeIn(vaultText.restoreTitle, "Vault ID on your card", own);
      for (const impossible of ["1234567", "a".repeat(1025)]) {
        await typeIn(vaultText.restoreTitle, "Vault password", impossible);
        expect(await pressed()).toBe(vaultText.passwordLength);
        // The same answer again would be no new one.
        await typeIn(vaultText.restoreTitle, "Vault password", "");
        expect(await pressed()).toBe(vaultText.needsPassword);
      }
      expect(at.line.sent).toHaveLength(asked);
      await typeIn(vaultText.restoreTitle, "Vault password", PASSWORD);
      expect(await pressed()).toContain("Key restored");
    },
    STEP_MS,
  );

  test(
    "where no device can be added, the key is back all the same, and it is said that this browser did not join",
    async () => {
      const close = await showVault();
      await store();
      close();
      for (const { devices } of at.vault.rows.values())
        for (let i = devices.length; i < 16; i++)
          devices.push({ key: toBase64Url(randomBytes(32)), addedAtMs: 0, lastSeenAtMs: 0 });
      const fresh = unlocked();
      expect(await restoreTo(fresh, PASSWORD)).toContain(vaultText.notJoined);
      expect([...fresh.keys.values()]).toEqual([SAMPLE_KEY]);
      expect(accounts(fresh)).toHaveLength(1);
    },
    STEP_MS,
  );

  test(
    "a key that is here already stays as it is, and gets the record",
    async () => {
      await showVault();
      await store();
      at.api.vaults = [];
      const [before] = at.api.entries;
      document.body.replaceChildren();
      expect(await restoreTo(at.api, PASSWORD)).toContain("already saved here");
      expect(at.api.entries).toHaveLength(1);
      expect(at.api.entries[0]?.id).toBe(before?.id);
      expect(accounts()).toMatchObject([{ entryId: before?.id }]);
    },
    STEP_MS,
  );

  test(
    "without WebAssembly: said as such, and no attempt is used up",
    async () => {
      const close = await showVault();
      await store();
      close();
      const counted = () => [...at.vault.rows.values()].map(({ attemptsLeft }) => attemptsLeft);
      const [before, sent] = [counted(), at.line.sent.length];
      vi.stubGlobal("WebAssembly", undefined);
      expect(await restoreTo(unlocked(), PASSWORD)).toBe(errorText["cannot-derive"]);
      vi.unstubAllGlobals();
      expect(counted()).toEqual(before);
      expect(at.line.sent.slice(sent).map(({ path }) => path)).not.toContain("/v2/login/start");
    },
    STEP_MS,
  );

  test("before there is a keyring, one is made first", async () => {
    await showVault(new FakeApi());
    expect(screen.getByText(vaultText.firstKeyring)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Set up Sixtyfour" })).toBeTruthy();
  });
});

test.each([
  [0, "1 second"],
  [59, "59 seconds"],
  [61, "2 minutes"],
  [3480, "58 minutes"],
  [3600, "1 hour"],
  [86_400, "24 hours"],
])("%i seconds are said as %s", (seconds, words) => {
  expect(waitText(seconds)).toBe(words);
});
