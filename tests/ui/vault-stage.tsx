/** The vault page on a happy-dom stage, a vault in memory behind it. */

import { fireEvent, render, screen, within } from "@testing-library/preact";
import { isKeptNote } from "../../src/core/keyring/opened-keyring.ts";
import { isVaultPlace } from "../../src/core/keyring/verified-places.ts";
import { ConnectProvider } from "../../src/ui/features/vault/connect.ts";
import { recordOf } from "../../src/ui/features/vault/records.ts";
import { Live } from "../../src/ui/live.tsx";
import { Vault } from "../../src/ui/pages/vault/vault-frame.tsx";
import { vaultPress, vaultText } from "../../src/ui/text/en/vault.ts";
import { makeVaultDouble, type VaultDouble } from "../support/vault-double.ts";
import { waitFor } from "../support/wait.ts";
import { ADDRESS, type Line, lineTo, NAME } from "../vault-client/setting.ts";
import { FakeApi, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, settle, statusText } from "./stage.tsx";
// Loaded later by the page; here they are there already.
import "../../src/vault-client/steps.ts";
import "../../src/ui/features/keyring/strength.ts";

export const PASSWORD = "stone lamp wide river plain";
export const OTHER_PASSWORD = "north amber cloud paper wheel";
export const STEP_MS = 60_000;

type Stage = { vault: VaultDouble; line: Line; api: FakeApi; held: Set<string> };

/** What each test begins with, and may exchange. */
export const at = {} as Stage;

/** Web Locks, as far as this page uses them; happy-dom has none. */
const locks = {
  async request<T>(name: string, _: object, act: (lock: object | null) => Promise<T>): Promise<T> {
    if (at.held.has(name)) return act(null);
    at.held.add(name);
    try {
      return await act({});
    } finally {
      at.held.delete(name);
    }
  },
};

export async function showVault(to = at.api): Promise<() => void> {
  to.asker = "vault-page";
  const { unmount } = render(
    <ConnectProvider value={() => at.line}>
      <Live api={to}>
        <Vault />
      </Live>
    </ConnectProvider>,
  );
  await settle();
  return unmount;
}

export const unlocked = () => {
  const fresh = new FakeApi();
  fresh.status = "unlocked";
  return fresh;
};

export async function answered(act: () => Promise<unknown>): Promise<string> {
  const before = statusText() + alertText();
  await act();
  await waitFor("an answer", async () => {
    await settle();
    const now = statusText() + alertText();
    return now !== "" && now !== before && !/…$/.test(now);
  });
  return statusText() + alertText();
}

export const sectionOf = (title: string) =>
  within(screen.getByRole("heading", { name: title }).closest("section") as HTMLElement);

export async function typeIn(title: string, label: string, text: string): Promise<void> {
  fireEvent.input(sectionOf(title).getByLabelText(label), { target: { value: text } });
  await settle();
}

export async function pressIn(title: string, name: string): Promise<void> {
  fireEvent.click(sectionOf(title).getByRole("button", { name }));
  await settle();
}

export async function lookFrom(title: string): Promise<void> {
  await typeIn(title, "Vault address", ADDRESS);
  await pressIn(title, vaultPress.look);
  await waitFor("the vault ID", async () => {
    await settle();
    return sectionOf(title).queryByText(vaultText.compare) !== null;
  });
}

export async function store(password = PASSWORD): Promise<string> {
  await lookFrom(vaultText.storeTitle);
  await typeIn(vaultText.storeTitle, "Name of vault entry", NAME);
  await typeIn(vaultText.storeTitle, "Vault password", password);
  await typeIn(vaultText.storeTitle, "Repeat vault password", password);
  return answered(() => pressIn(vaultText.storeTitle, vaultPress.store));
}

/** The other password is set without the old one. */
export async function setAnew(): Promise<string> {
  await pressIn("Daily phone", vaultPress.reset);
  await typeIn("Daily phone", "New vault password", OTHER_PASSWORD);
  await typeIn("Daily phone", "Repeat new vault password", OTHER_PASSWORD);
  return answered(() => pressIn("Daily phone", vaultPress.reset));
}

export async function restoreTo(to: FakeApi, password: string, name = NAME): Promise<string> {
  await showVault(to);
  await lookFrom(vaultText.restoreTitle);
  await typeIn(vaultText.restoreTitle, "Name of vault entry", name);
  await typeIn(vaultText.restoreTitle, "Vault password", password);
  return answered(() => pressIn(vaultText.restoreTitle, vaultPress.restore));
}

export const accounts = (of = at.api) => of.vaults.filter(isKeptNote).map((note) => recordOf(note).account);
/** Where keys are, each record of a vault as "vault". */
export const places = (of = at.api) =>
  of.entries.flatMap((entry) => entry.places.map(({ place }) => (isVaultPlace(place) ? "vault" : place)));

/** A vault, a line to it, and an unlocked keyring with one key. */
export function setStage(): void {
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  const vault = makeVaultDouble();
  const api = unlocked();
  api.put(SAMPLE_KEY, { label: "Daily phone" });
  Object.assign(at, { vault, line: lineTo(vault), api, held: new Set() });
}
