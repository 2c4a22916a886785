// @vitest-environment happy-dom
/**
 * Where the browser keeps the user's consent to send, the vault's page does nothing before it, nor after its
 * end.
 */
import { act, fireEvent, render, screen } from "@testing-library/preact";
import { beforeEach, expect, test } from "vitest";
import { ConnectProvider } from "../../src/ui/features/vault/connect.ts";
import { type Sending, SendingProvider } from "../../src/ui/features/vault/consent.tsx";
import { Live } from "../../src/ui/live.tsx";
import { Vault } from "../../src/ui/pages/vault/vault-frame.tsx";
import { consentText, vaultPress } from "../../src/ui/text/en/vault.ts";
import { someAccount } from "../support/keyrings.ts";
import { alertText, settle } from "./stage.tsx";
import { at, setStage, store } from "./vault-stage.tsx";

beforeEach(setStage);

/** A browser that answers as told. */
class Browser implements Sending {
  isGiven = false;
  answer = true;
  readonly #listeners = new Set<() => void>();

  may = () => Promise.resolve(this.isGiven);

  async ask(): Promise<boolean> {
    this.isGiven ||= this.answer;
    return this.isGiven;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  withdraw(): void {
    this.isGiven = false;
    for (const listener of this.#listeners) listener();
  }
}

async function show(browser: Browser): Promise<void> {
  at.api.asker = "vault-page";
  const sending: Sending = {
    may: browser.may,
    ask: () => browser.ask(),
    onChange: (listener) => browser.onChange(listener),
  };
  render(
    <SendingProvider value={sending}>
      <ConnectProvider value={() => at.line}>
        <Live api={at.api}>
          <Vault />
        </Live>
      </ConnectProvider>
    </SendingProvider>,
  );
  await settle();
}

async function allow(): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name: consentText.allow }));
  await settle();
}

const looks = () => screen.queryAllByRole("button", { name: vaultPress.look });

test("nothing can be asked of a vault before the consent, after it everything", async () => {
  const browser = new Browser();
  await show(browser);
  expect(screen.getByRole("heading", { name: consentText.title })).toBeTruthy();
  expect(looks()).toEqual([]);
  await allow();
  expect(screen.queryByRole("heading", { name: consentText.title })).toBeNull();
  expect(await store()).toContain("Key stored in the vault");
  expect(at.line.sent).not.toEqual([]);
});

test("without it the records that are here can be seen, printed and forgotten, and nothing can be asked", async () => {
  at.api.vaults = [{ id: "f".repeat(32), text: JSON.stringify(someAccount) }];
  await show(new Browser());
  expect(screen.getByRole("button", { name: vaultPress.card })).toBeTruthy();
  expect(screen.getByRole("button", { name: vaultPress.forget })).toBeTruthy();
  for (const name of [vaultPress.verify, vaultPress.status, vaultPress.exportAll, vaultPress.remove])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("a refusal is said, and can be thought over", async () => {
  const browser = new Browser();
  browser.answer = false;
  await show(browser);
  await allow();
  expect(alertText()).toBe(consentText.refused);
  expect(looks()).toEqual([]);
  browser.answer = true;
  await allow();
  expect(alertText()).toBe("");
  expect(looks().length).toBeGreaterThan(0);
});

test("withdrawn while the page is open, it asks again", async () => {
  const browser = new Browser();
  browser.isGiven = true;
  await show(browser);
  expect(looks().length).toBeGreaterThan(0);
  await act(() => browser.withdraw());
  await settle();
  expect(looks()).toEqual([]);
  expect(at.line.sent).toEqual([]);
});
