/**
 * Does the time that a login takes to begin reveal whether a name has an account?
 *
 * The statistic is the sign test over pairs of a known and an unknown name: in how many of them the known
 * name took longer. Without a difference that is a fair coin, 1,000 ± 22 of 2,000. The figure is the distance
 * from 1,000 in standard deviations; chance passes 4 once in 16,000 runs. The order within a pair is drawn
 * again each time, so that warm caches favour neither. That both take the same steps is held by
 * `tests/vault/unknown-names.test.ts`.
 */
import { randomInt, randomUUID } from "node:crypto";
import { client } from "@serenity-kit/opaque";
import { register } from "../support/vault/person.ts";
import { startVault } from "../support/vault/running.ts";
import type { Ratio } from "./measure.ts";

const PAIRS = 2000;
/** Before a name has to wait. */
const TRIES = 5;
const BOUND = 4;

export async function bench(): Promise<Ratio[]> {
  const vault = await startVault();
  const { startLoginRequest } = client.startLogin({ password: "guess" });
  const { app } = vault.running;
  const timeOf = async (name: string): Promise<number> => {
    const startedMs = performance.now();
    const { statusCode } = await app.inject({
      method: "POST",
      url: "/v1/login/start",
      payload: { name, startLoginRequest },
    });
    const ms = performance.now() - startedMs;
    // Two unknown names that share a decoy wait for each other, so they are not measured as a pair.
    return statusCode === 200 ? ms : Number.NaN;
  };

  let [pairs, knownSlower] = [0, 0];
  let [known, unknown] = ["", ""];
  for (let at = 0; pairs < PAIRS; at++) {
    if (at % TRIES === 0) [known, unknown] = [(await register(vault)).name, randomUUID()];
    const knownFirst = randomInt(2) === 0;
    const first = await timeOf(knownFirst ? known : unknown);
    const second = await timeOf(knownFirst ? unknown : known);
    const difference = knownFirst ? first - second : second - first;
    if (Number.isNaN(difference)) continue;
    pairs += 1;
    if (difference > 0) knownSlower += 1;
  }
  await vault.stop();
  const deviations = Math.abs(knownSlower - PAIRS / 2) / (Math.sqrt(PAIRS) / 2);
  return [{ name: "timing/known-against-unknown-name-σ", ratio: deviations, bound: BOUND }];
}
