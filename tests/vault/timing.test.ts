/**
 * Over 2,000 pairs of a known and an unknown name no difference in time shows.
 *
 * The statistic is the sign test: in how many pairs the known name took longer. Without a difference that is a fair
 * coin, 1,000 ± 22; the bound of four standard deviations (89) is passed by chance in one run of 16,000. The order
 * within a pair is drawn anew each time, so that warm caches favour neither.
 */
import { randomInt, randomUUID } from "node:crypto";
import { client } from "@serenity-kit/opaque";
import { expect, test } from "vitest";
import { register } from "../support/vault/person.ts";
import { startVault } from "../support/vault/running.ts";

const PAIRS = 2000;
/** Before a name has to wait. */
const TRIES = 5;
const DEVIATIONS = 4;

test("a known name is not slower than an unknown one, nor faster", async () => {
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
    // Two unknown names that share a decoy wait for each other: no pair.
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
  const deviations = (knownSlower - PAIRS / 2) / (Math.sqrt(PAIRS) / 2);
  console.log(
    `timing: the known name was slower in ${knownSlower} of ${PAIRS} pairs (${deviations.toFixed(2)} σ)`,
  );
  expect(Math.abs(deviations)).toBeLessThan(DEVIATIONS);
  await vault.stop();
}, 120_000);
