/** Hostile pages against finding and filling, in Chromium. */
import { CHROMIUM_CLOAKS } from "./foe-cases.ts";
import { MORE_TRIALS } from "./foe-more-trials.ts";
import { ofCloak, type Stage, TRIALS } from "./foe-trials.ts";
import { fill, find, type IsolatedWorld, keepTab, test } from "./isolated-world.ts";
import { isOfMany, sample } from "./sample.ts";

/** A page that hangs must not hold up the rest. */
test.describe.configure({ timeout: 20_000 });
keepTab();

for (const { name, act } of [
  ...sample([...sample(TRIALS, 4, isOfMany), ...MORE_TRIALS], 6),
  ...CHROMIUM_CLOAKS.map(ofCloak),
]) {
  test(name, async ({ page, open, probe }) => {
    let world: IsolatedWorld;
    const stage: Stage = {
      async open(address) {
        const { origin, href } = new URL(address);
        await open(href.slice(origin.length + 1), origin);
        world = await probe();
      },
      find: () => find(world),
      fill: () => fill(world),
      ours: (expression) => world.run(expression),
      page: (expression) => page.evaluate(expression),
    };
    await act(stage);
  });
}
