// @vitest-environment happy-dom
/** When a vault counts as a verified place, and when it no longer does. */
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../src/core/errors.ts";
import { placeOf } from "../../src/core/keyring/vault-record.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { refusalText, vaultPress, vaultText } from "../../src/ui/text/en/vault.ts";
import { makeVaultDouble } from "../support/vault-double.ts";
import { waitFor } from "../support/wait.ts";
import { lineTo, refusing } from "../vault-client/setting.ts";
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
  restoreTo,
  STEP_MS,
  setAnew,
  setStage,
  showVault,
  store,
  typeIn,
} from "./vault-stage.tsx";

beforeEach(setStage);

describe("a vault counts as a verified place", () => {
  beforeEach(async () => {
    await showVault();
    await store();
    at.line.sent.length = 0;
  }, STEP_MS);

  test(
    "from the last request of a new password on, the vault is no longer verified by the old one",
    async () => {
      at.line.lose = { path: "/v2/reset/finish", what: "answer" };
      expect(await setAnew()).toContain("The vault did not answer.");
      expect(accounts()).toMatchObject([{ pending: { step: "reset" } }]);
      expect(places()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "deleted while another vault's record holds the key, that one counts on",
    async () => {
      const [account] = accounts();
      if (!account) throw new Error("no record");
      const other = { ...account, rowId: "A".repeat(43) };
      await at.api.ask("vault.save", { id: "e".repeat(32), text: JSON.stringify(other) });
      const evidence = { kind: "key", hex: SAMPLE_KEY } as const;
      await at.api.ask("place.verify", { id: account.entryId, place: placeOf(other), evidence });
      expect(places()).toEqual(["vault", "vault"]);
      await settle();
      const [first] = screen.getAllByRole("button", { name: vaultPress.remove });
      fireEvent.click(first as HTMLElement);
      expect(await answered(() => press(vaultPress.removeSure))).toContain(vaultText.removed);
      expect(at.api.entries[0]?.places.map(({ place }) => place)).toEqual([placeOf(other)]);
    },
    STEP_MS,
  );

  test(
    "restored where it is already, it stays one record; deleted, it is no place although a second note says so",
    async () => {
      const [note] = at.api.vaults;
      document.body.replaceChildren();
      expect(await restoreTo(at.api, PASSWORD)).toContain("already saved here");
      expect(at.api.vaults.map(({ id }) => id)).toEqual([note?.id]);
      // With the device that it has: no second one stands in the vault's list.
      for (const row of at.vault.rows.values()) expect(row.devices).toHaveLength(1);
      // As an imported keyring of another browser brings it.
      at.api.vaults = [...at.api.vaults, { id: "f".repeat(32), text: note?.text ?? "" }];
      document.body.replaceChildren();
      await showVault();
      const [first] = screen.getAllByRole("button", { name: vaultPress.remove });
      fireEvent.click(first as HTMLElement);
      await settle();
      expect(await answered(() => press(vaultPress.removeSure))).toContain(vaultText.removed);
      expect(places()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "set anew elsewhere while a step waits: the new state is kept, and the step is over",
    async () => {
      const [account] = accounts();
      const pending = { step: "reset", body: JSON.stringify({ generation: 1 }) };
      const id = at.api.vaults[0]?.id ?? "";
      at.api.vaults = [{ id, text: JSON.stringify({ ...account, pending }) }];
      for (const row of at.vault.rows.values()) row.generation += 2;
      expect(await answered(() => pressIn("Daily phone", vaultPress.status))).toContain(
        vaultText.resetElsewhere,
      );
      expect(accounts()).toMatchObject([{ generation: 3, pending: null }]);
      expect(places()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "a new password whose answer was lost is not taken for another device's, and is taken up",
    async () => {
      at.line.lose = { path: "/v2/reset/finish", what: "answer" };
      expect(await setAnew()).toContain("The vault did not answer.");
      await pressIn("Daily phone", vaultPress.status);
      await waitFor("the devices", async () => {
        await settle();
        return screen.queryByRole("list", { name: "Devices" }) !== null;
      });
      expect(screen.queryByText(vaultText.resetElsewhere)).toBeNull();
      expect(accounts()).toMatchObject([{ generation: 2, pending: { step: "reset" } }]);
      document.body.replaceChildren();
      await showVault();
      await typeIn("Daily phone", "Vault password", OTHER_PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.takeUp))).toContain(vaultText.wasReset);
      expect(accounts()).toMatchObject([{ generation: 2, pending: null }]);
      expect(places()).toEqual(["vault"]);
    },
    STEP_MS,
  );

  test(
    "that it is erased, or was set anew elsewhere, is believed of a new password's beginning and of a restore too",
    async () => {
      for (const row of at.vault.rows.values()) row.generation += 1;
      expect(await setAnew()).toContain(refusalText({ code: "generation-changed" }));
      expect(places()).toEqual([]);
      const [account] = accounts();
      if (!account) throw new Error("no record");
      const evidence = { kind: "key", hex: SAMPLE_KEY } as const;
      await at.api.ask("place.verify", { id: account.entryId, place: placeOf(account), evidence });
      for (const row of at.vault.rows.values()) row.erased = true;
      document.body.replaceChildren();
      expect(await restoreTo(at.api, PASSWORD)).toContain(refusalText({ code: "erased" }));
      expect(places()).toEqual([]);
      expect(accounts()).toMatchObject([{ pending: { step: "erased" } }]);
    },
    STEP_MS,
  );

  test(
    "restored over itself it keeps what was begun, and the highest state that was seen",
    async () => {
      const [account] = accounts();
      const seen = { generation: 1, sequence: 1000, pending: { step: "reset", body: "{}" } };
      const id = at.api.vaults[0]?.id ?? "";
      at.api.vaults = [{ id, text: JSON.stringify({ ...account, ...seen }) }];
      const entryId = at.api.entries[0]?.id ?? "";
      if (!account) throw new Error("no record");
      await at.api.ask("place.forget", { id: entryId, place: placeOf(account) });
      document.body.replaceChildren();
      const said = await restoreTo(at.api, PASSWORD);
      expect(said).toContain("already saved here");
      expect(said).toContain(refusalText({ code: "rolled-back" }));
      expect(accounts()).toMatchObject([seen]);
      expect(places()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "restored with the new password whose answer was lost, it waits no more and counts",
    async () => {
      at.line.lose = { path: "/v2/reset/finish", what: "answer" };
      expect(await setAnew()).toContain("The vault did not answer.");
      document.body.replaceChildren();
      expect(await restoreTo(at.api, OTHER_PASSWORD)).toContain("already saved here");
      expect(accounts()).toMatchObject([{ generation: 2, pending: null }]);
      expect(places()).toEqual(["vault"]);
    },
    STEP_MS,
  );

  test(
    "a second note of it, which has not heard of this browser's new password, says nothing of another device",
    async () => {
      const [note] = at.api.vaults;
      const twin = { id: "f".repeat(32), text: note?.text ?? "" };
      expect(await setAnew()).toContain(vaultText.wasReset);
      at.api.vaults = [...at.api.vaults, twin];
      document.body.replaceChildren();
      await showVault();
      const [, second] = screen.getAllByRole("button", { name: vaultPress.status });
      fireEvent.click(second as HTMLElement);
      await waitFor("the devices", async () => {
        await settle();
        return screen.queryByRole("list", { name: "Devices" }) !== null;
      });
      expect(screen.queryByText(vaultText.resetElsewhere)).toBeNull();
      expect(places()).toEqual(["vault"]);
    },
    STEP_MS,
  );

  test(
    "another vault under its id says nothing of it when something is restored there",
    async () => {
      const other = makeVaultDouble({ ...at.vault.ids });
      at.line = lineTo(other);
      at.line.tamper = refusing("/v2/login/start", "erased");
      document.body.replaceChildren();
      expect(await restoreTo(at.api, PASSWORD)).toContain(refusalText({ code: "erased" }));
      expect(places()).toEqual(["vault"]);
      expect(accounts()).toMatchObject([{ pending: null }]);
    },
    STEP_MS,
  );

  test(
    "forgotten here, it counts no more, as nobody would notice when it is gone",
    async () => {
      await pressIn("Daily phone", vaultPress.forget);
      expect(await answered(() => press(vaultPress.forgetSure))).toContain(vaultText.forgotten);
      expect(accounts()).toEqual([]);
      expect(places()).toEqual([]);
    },
    STEP_MS,
  );

  test(
    "what does not open any more counts as no place",
    async () => {
      for (const row of at.vault.rows.values()) row.sealedKey = `${row.sealedKey.slice(0, -4)}AAAA`;
      await typeIn("Daily phone", "Vault password", PASSWORD);
      expect(await answered(() => pressIn("Daily phone", vaultPress.verify))).toContain(
        refusalText({ code: "damaged" }),
      );
      expect(places()).toEqual([]);
      expect(screen.getByText(vaultText.unverified)).toBeTruthy();
    },
    STEP_MS,
  );

  test(
    "a password that another device has set is said, and what was verified before counts no more",
    async () => {
      for (const row of at.vault.rows.values()) row.generation += 1;
      expect(await answered(() => pressIn("Daily phone", vaultPress.status))).toContain(
        vaultText.resetElsewhere,
      );
      expect(places()).toEqual([]);
      expect(accounts()).toMatchObject([{ generation: 2, pending: null }]);
    },
    STEP_MS,
  );

  test(
    "only when the background finds equal what came back: where it does not, nothing is called verified",
    async () => {
      const { ask } = at.api;
      at.api.ask = (type, payload) =>
        type === "place.verify"
          ? (Promise.resolve(ok({ outcome: "another-key", entryId: null })) as ReturnType<typeof ask>)
          : ask.call(at.api, type, payload);
      document.body.replaceChildren();
      await showVault();
      await typeIn("Daily phone", "Vault password", PASSWORD);
      const said = await answered(() => pressIn("Daily phone", vaultPress.verify));
      expect(said).toBe(errorText.internal);
    },
    STEP_MS,
  );
});
