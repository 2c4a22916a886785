/**
 * Unlocking, from the page's request to its reply, against bare Argon2id by hash-wasm in the very same
 * worker.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CURRENT_KDF } from "../../src/core/sealed/kdf.ts";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import { PASSPHRASE, ROOT } from "../e2e/practice.ts";
import { createKeyring, sendRaw } from "../e2e/steps.ts";
import { interleave, type Ratio } from "./measure.ts";

const ROUNDS = 9;
const BOUND = 1.15;

type HashWasm = { argon2id(options: object): Promise<Uint8Array> };

export async function bench(): Promise<Ratio[]> {
  const browser = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium });
  try {
    const app = await createKeyring(browser);
    // Playwright's own: the library comes as source text, which our worker may not evaluate by itself.
    const worker = await browser.inChromium().worker();
    await worker.evaluate(
      readFileSync(resolve(ROOT, "node_modules/hash-wasm/dist/argon2.umd.min.js"), "utf8"),
    );
    const bare = () =>
      worker.evaluate(
        async ({ passphrase, kdf }) => {
          const { argon2id } = (globalThis as unknown as { hashwasm: HashWasm }).hashwasm;
          const salt = crypto.getRandomValues(new Uint8Array(16));
          const startMs = performance.now();
          await argon2id({
            password: passphrase,
            salt,
            memorySize: kdf.memoryKib,
            iterations: kdf.iterations,
            parallelism: kdf.parallelism,
            hashLength: 32,
            outputType: "binary",
          });
          return performance.now() - startMs;
        },
        { passphrase: PASSPHRASE, kdf: CURRENT_KDF },
      );
    const unlock = async () => {
      await sendRaw(app, "keyring.lock", {});
      return app.evaluate(async (passphrase) => {
        const message = {
          protocol: "sixtyfour/page",
          version: 1,
          type: "keyring.unlock",
          payload: { passphrase },
        };
        const startMs = performance.now();
        const reply = await chrome.runtime.sendMessage(message);
        if (!reply.ok) throw new Error("not unlocked");
        return performance.now() - startMs;
      }, PASSPHRASE);
    };
    const { ours, yardstick } = await interleave(ROUNDS, unlock, bare);
    return [{ name: "unlock/argon2id", ratio: ours / yardstick, bound: BOUND }];
  } finally {
    await browser.close();
  }
}
