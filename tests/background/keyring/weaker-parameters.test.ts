/** Keys that were stored under weaker parameters than today's: those of today, once they are raised. */
import { expect, test, vi } from "vitest";
import { emptyKeyring } from "../../../src/core/keyring/opened-keyring.ts";
import { CURRENT_KDF } from "../../../src/core/sealed/kdf.ts";
import { inspectSealed, sealKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import { byPasskey } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { PLACES } from "../../../src/core/sealed/stored-copies.ts";
import { createMemoryBrowser } from "../../support/memory-browser.ts";
import { passkeyAnswer, wrappingOf } from "../../support/wrappings.ts";

vi.mock(import("../../../src/core/sealed/kdf.ts"), async (importOriginal) => {
  const real = await importOriginal();
  return { ...real, CURRENT_KDF: { ...real.CURRENT_KDF, iterations: real.CURRENT_KDF.iterations + 1 } };
});

const PASSPHRASE = "plain wide river stone";

test("a passkey opens them and brings no new key; the passphrase brings it, and says that passkeys are gone", async () => {
  const phone = await passkeyAnswer(new Uint8Array(20).fill(1));
  const weaker = { ...CURRENT_KDF, iterations: CURRENT_KDF.iterations - 1 };
  const { wrapping, keyringKey } = await wrappingOf(PASSPHRASE, [phone], [], 3, weaker);
  const sealed = sealKeyring(wrapping, keyringKey, 1, emptyKeyring());
  const browser = createMemoryBrowser();
  for (const place of PLACES) browser.copies[place] = sealed;
  await browser.wake();
  const service = () => browser.background().keyring;
  const headers = () =>
    PLACES.map((place) => {
      const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
      return header.ok ? [header.value.wrapGeneration, header.value.kdf?.iterations] : null;
    });
  expect(await service().unlock(byPasskey(phone), null)).toEqual({ ok: true, value: { notices: [] } });
  expect(headers()).toEqual(PLACES.map(() => [3, weaker.iterations]));
  await browser.quit();
  expect(await browser.ask("keyring.unlock", { passphrase: PASSPHRASE })).toMatchObject({
    value: { notices: ["passkeys-dropped"] },
  });
  expect((await browser.get("keyring.state", {})).notices).toEqual(["passkeys-dropped"]);
  expect(browser.notices.at(-1)).toBe("state");
  expect(headers()).toEqual(PLACES.map(() => [4, CURRENT_KDF.iterations]));
  await browser.quit();
  expect((await service().unlock(byPasskey(phone), null)).ok).toBe(false);
  expect(await browser.ask("keyring.unlock", { passphrase: PASSPHRASE })).toMatchObject({
    value: { notices: [] },
  });
});
