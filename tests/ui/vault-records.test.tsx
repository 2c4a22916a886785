// @vitest-environment happy-dom
/** What can be done with a record in a vault, and what is said when it cannot. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { beforeEach, describe, expect, test } from "vitest";
import { refusalText, vaultPress, vaultText } from "../../src/ui/text/en/vault.ts";
import { makeVaultDouble } from "../support/vault-double.ts";
import { waitFor } from "../support/wait.ts";
import { ADDRESS, lineTo } from "../vault-client/setting.ts";
import { SAMPLE_KEY } from "./fake-api.ts";
import { press, settle } from "./stage.tsx";
import {
  accounts,
  answered,
  at,
  OTHER_PASSWORD,
  PASSWORD,
  places,
  pressIn,
  STEP_MS,
  sectionOf,
  setAnew,
  setStage,
  showVault,
  store,
  typeIn,
} from "./vault-stage.tsx";

beforeEach(setStage);

describe("a record", () => {
  beforeEach(async () => {
    await showVault();
    await store();
    at.line.sent.length = 0;
  }, STEP_MS);

  test(
    "the password is set anew without the old one, which then opens nothing",
    async () => {
      expect(await setAnew()).toContain(vaultText.wasReset);
      expect(accounts()).toMatchObject([{ generation: 2, pending: null }]);
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain("9 attempts left");
      await typeIn("Daily phone", "Vault password", OTHER_PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain(vaultText.verified);
    },
    STEP_MS,
  );

  test(
    "what is shown of the attempts is what the vault said last, after a wrong password and after a right one",
    async () => {
      await pressIn("Daily phone", vaultPress.status);
      const attempts = (text: string) => () => sectionOf("Daily phone").queryByText(text) !== null;
      await waitFor("the status", async () => {
        await settle();
        return attempts("10 attempts left of 10")();
      });
      await typeIn("Daily phone", "Vault password", OTHER_PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain("9 attempts left");
      expect(sectionOf("Daily phone").getByText(/^9 attempts left of 10/)).toBeTruthy();
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain(vaultText.verified);
      expect(sectionOf("Daily phone").queryByText(/attempts left of 10/)).toBeNull();
    },
    STEP_MS,
  );

  test(
    "how it stands, its devices, and one that is revoked",
    async () => {
      await pressIn("Daily phone", vaultPress.status);
      await waitFor("the devices", async () => {
        await settle();
        return screen.queryByRole("list", { name: "Devices" }) !== null;
      });
      expect(sectionOf("Daily phone").getByText("10 attempts left of 10")).toBeTruthy();
      const [device] = within(screen.getByRole("list", { name: "Devices" })).getAllByRole("button");
      expect(await answered(async () => fireEvent.click(device as HTMLElement))).toContain(
        vaultText.revokeSelf,
      );
      expect(await answered(() => pressIn("Daily phone", vaultPress.status))).toContain(
        refusalText({ code: "not-proven" }),
      );
      expect(await answered(() => pressIn("Daily phone", vaultPress.join))).toBe(vaultText.needsPassword);
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.join))).toContain(vaultText.joined);
      await pressIn("Daily phone", vaultPress.status);
      await waitFor("no refusal", async () => {
        await settle();
        return screen.queryByRole("button", { name: vaultPress.join }) === null;
      });
    },
    STEP_MS,
  );

  test(
    "wrong passwords to the end: tries, waits, erasure; the key stays and can be stored again",
    async () => {
      for (let left = 9; left >= 0; left -= 1) {
        await typeIn("Daily phone", "Vault password", OTHER_PASSWORD);
        const said = await answered(() => pressIn("Daily phone", vaultPress.verify));
        expect(said).toContain(
          left === 0 ? "This was the last attempt" : `${left === 1 ? "1 attempt" : `${left} attempts`} left`,
        );
        expect(places()).toEqual(left > 0 ? ["vault"] : []);
        if (left > 0 && left <= 5) {
          await typeIn("Daily phone", "Vault password", PASSWORD);
          expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain(
            "There were too many wrong attempts.",
          );
        }
        at.vault.nowMs += 25 * 60 * 60 * 1000;
      }
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain(
        refusalText({ code: "erased" }),
      );
      expect(screen.getByText(vaultText.again)).toBeTruthy();
      await waitFor("the copy to count no more", async () => {
        await settle();
        return places().length === 0;
      });
      expect(at.api.entries).toHaveLength(1);
      expect(accounts()).toMatchObject([{ pending: { step: "erased" } }]);
      expect(screen.getByText(vaultText.pending.erased)).toBeTruthy();
    },
    2 * STEP_MS,
  );

  test(
    "deleted there, it is gone here too; cut off, it is taken up again",
    async () => {
      at.line.lose = { path: "/v2/delete", what: "answer" };
      await pressIn("Daily phone", vaultPress.remove);
      expect(await answered(() => press(vaultPress.removeSure))).toContain("The vault did not answer.");
      expect(accounts()).toMatchObject([{ pending: { step: "delete" } }]);
      // It may be gone by now, so that it counts no more.
      expect(places()).toEqual([]);
      expect(await answered(() => pressIn("Daily phone", vaultPress.takeUp))).toContain(vaultText.removed);
      expect(places()).toEqual([]);
      expect(accounts()).toEqual([]);
      expect(at.api.entries).toHaveLength(1);
    },
    STEP_MS,
  );

  test(
    "a browser that was revoked can join again instead of deleting for ever",
    async () => {
      for (const row of at.vault.rows.values()) row.devices = [];
      await pressIn("Daily phone", vaultPress.remove);
      expect(await answered(() => press(vaultPress.removeSure))).toContain(
        refusalText({ code: "not-proven" }),
      );
      expect(accounts()).toMatchObject([{ pending: null }]);
      expect(screen.getByText(vaultText.unverified)).toBeTruthy();
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.join))).toContain(vaultText.joined);
    },
    STEP_MS,
  );

  test(
    "another vault at the same address is noticed before an attempt is used up",
    async () => {
      const other = makeVaultDouble();
      at.line = lineTo(other);
      document.body.replaceChildren();
      await showVault();
      await typeIn("Daily phone", "Vault password", PASSWORD);
      const said = await answered(() => pressIn("Daily phone", vaultPress.verify));
      expect(said).toBe(refusalText({ code: "vault-changed" }));
      expect(at.line.sent.map(({ path }) => path)).toEqual(["/v2/vault"]);
    },
    STEP_MS,
  );

  test(
    "while another window works on it, this one says so and does nothing",
    async () => {
      at.held.add(`vault-record:${at.api.vaults[0]?.id}`);
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toBe(vaultText.elsewhere);
      expect(at.line.sent).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "what another window has begun meanwhile is not overwritten by how it stood before",
    async () => {
      const [account] = accounts();
      const pending = { step: "reset", body: "{}" };
      const id = at.api.vaults[0]?.id ?? "";
      // Stored by the other window; this one still shows the record without it.
      at.api.vaults = [{ id, text: JSON.stringify({ ...account, pending }) }];
      await pressIn("Daily phone", vaultPress.status);
      await waitFor("the devices", async () => {
        await settle();
        return screen.queryByRole("list", { name: "Devices" }) !== null;
      });
      expect(accounts()).toMatchObject([{ pending }]);
    },
    STEP_MS,
  );

  test(
    "one that this version cannot read can be forgotten",
    async () => {
      at.api.vaults = [...at.api.vaults, { id: "f".repeat(32), text: "a newer version's" }];
      document.body.replaceChildren();
      await showVault();
      const [forget] = within(
        screen.getByText(vaultText.unreadable).parentElement as HTMLElement,
      ).getAllByRole("button");
      fireEvent.click(forget as HTMLElement);
      await settle();
      expect(await answered(() => press(vaultPress.forgetSure))).toContain(vaultText.forgotten);
      expect(accounts()).toHaveLength(1);
    },
    STEP_MS,
  );

  test(
    "what the vault holds is saved to a file, and holds neither key nor password",
    async () => {
      expect(await answered(() => pressIn("Daily phone", vaultPress.exportAll))).toBe(vaultText.exported);
      const [file] = at.api.saved;
      const text = new TextDecoder().decode(file?.bytes);
      expect(JSON.parse(text)).toMatchObject({ generation: 1 });
      expect(text).not.toContain(SAMPLE_KEY);
    },
    STEP_MS,
  );

  test(
    "an address that does not answer can be opened in a tab",
    async () => {
      at.line.lose = { path: "/v2/vault", what: "answer" };
      await pressIn("Daily phone", vaultPress.status);
      await waitFor("the link", async () => {
        await settle();
        return screen.queryByRole("link", { name: vaultPress.openAddress }) !== null;
      });
      expect(screen.getByRole("link", { name: vaultPress.openAddress }).getAttribute("href")).toBe(ADDRESS);
    },
    STEP_MS,
  );
});
