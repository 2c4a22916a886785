/** How many guesses a chosen passphrase must stand: more where it leaves this computer. */
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../../src/ui/features/keyring/passphrase-choice.ts";
import { measure, suggestPassphrase } from "../../../../src/ui/features/keyring/strength.ts";

/** Random, and so as many guesses as the meter counts for each character: ten. */
const OF_10_POW_9 = "kx7mqp2wz";
const OF_10_POW_10 = "kx7mqp2wz9";
const OF_10_POW_11 = "kx7mqp2wz9a";
const OF_10_POW_12 = "kx7mqp2wz9ab";

describe.each([
  ["passphrase", OF_10_POW_10, OF_10_POW_9],
  ["password", OF_10_POW_12, OF_10_POW_11],
] as const)("a %s", (what, enough, tooFew) => {
  it("is taken from its own number of guesses on", async () => {
    expect(measure(enough, what).enough).toBe(true);
    expect(measure(tooFew, what)).toMatchObject({ enough: false, score: 1 });
    expect(await refusalOf({ passphrase: enough, repeated: enough }, what)).toBeNull();
    expect(await refusalOf({ passphrase: tooFew, repeated: tooFew }, what)).not.toBeNull();
  });

  it("that is generated is enough", () => {
    for (let i = 0; i < 20; i++) expect(measure(suggestPassphrase(), what).enough).toBe(true);
  });
});
