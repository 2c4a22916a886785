/** Chromium's virtual authenticator, and a passkey of it added in Settings. */
import { passkeyText } from "../../src/ui/text/en/passkeys.ts";
import type { Page } from "../drivers/page.ts";
import { PASSPHRASE } from "./practice.ts";
import { button } from "./steps.ts";

export type Authenticator = {
  remove(): Promise<void>;
  /** Whether its user answers at once; otherwise it waits. */
  answer(isAnswering: boolean): Promise<void>;
};

/** An authenticator belongs to one page: another page has none, as on another computer. */
export async function plugIn(page: Page, hasPrf = true): Promise<Authenticator> {
  const chromium = page.inChromium();
  const session = await chromium.context().newCDPSession(chromium);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
      automaticPresenceSimulation: true,
    },
  });
  return {
    answer: async (enabled) => {
      await session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
    remove: () => session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }).then(() => {}),
  };
}

/** In Settings, which are open. */
export async function addPasskey(page: Page, name: string, passphrase = PASSPHRASE): Promise<void> {
  const panel = page.inChromium().getByRole("region", { name: passkeyText.title });
  await panel.getByLabel("Current passphrase").fill(passphrase);
  await panel.getByLabel(passkeyText.name).fill(name);
  await page.click(button(passkeyText.add));
}

/** Keeps what the page gets as PRF outputs, in hex. */
export async function recordOutputs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { get, create } = navigator.credentials;
    const seen: string[] = [];
    Object.assign(globalThis, { seenOutputs: seen });
    const note = (credential: Credential | null) => {
      const results = (credential as PublicKeyCredential | null)?.getClientExtensionResults().prf?.results;
      const first = results?.first as ArrayBuffer | undefined;
      if (first)
        seen.push(Array.from(new Uint8Array(first), (b) => b.toString(16).padStart(2, "0")).join(""));
      return credential;
    };
    navigator.credentials.get = async (options) => note(await get.call(navigator.credentials, options));
    navigator.credentials.create = async (options) => note(await create.call(navigator.credentials, options));
  });
}
export const outputsSeen = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seenOutputs: string[] }).seenOutputs);
