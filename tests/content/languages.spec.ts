/**
 * The restore form in every language of the announcement's markets, and the dialogs beside it that are not
 * it.
 */
import { LANGUAGES } from "../pages/languages.js";
import { appState, expect, type Found, fill, find, KEY, keepTab, test } from "./isolated-world.ts";
import { taken } from "./taken.ts";

/** In which `npm test` tries more than whether the form is found, and what each stands for. */
const SCRIPT_CAUSES = {
  en: "what the others were made from",
  ru: "another alphabet",
  ar: "from right to left, with digits of its own",
  hi: "letters that are joined",
};
const LOOK_ID = "0".repeat(32);
keepTab();

for (const lang of Object.keys(LANGUAGES)) {
  test(`${lang}: the restore form is found and filled`, async ({ page, open, probe }) => {
    await open(`language?lang=${lang}`);
    const world = await probe();
    expect(await find(world)).toMatchObject({ kind: "form", shape: { boxes: 1 } });
    expect(await fill(world)).toBe("filled");
    expect((await appState(page)).key).toBe(KEY);
  });
}

for (const lang of taken(Object.keys(LANGUAGES), String, SCRIPT_CAUSES)) {
  test(`${lang}: 16 boxes are found, the dialog that makes a key is not offered, and a PIN's are told from the key's`, async ({
    page,
    open,
    enter,
    mainScript,
    lookingScript,
  }) => {
    await open(`language?lang=${lang}&what=restore-boxes`);
    const world = await enter(mainScript + lookingScript);
    const reportOn = async (what: string) => {
      await page.evaluate(`language.show("${lang}", "${what}")`);
      await world.run(`wire.sent.splice(0), wire.order("form.look", { lookId: "${LOOK_ID}" })`);
      // Beside the answers, the watcher tells of every change.
      return world.run<Found[]>(
        `wire.sent.filter(({ type }) => type === "form.report").map(({ payload }) => payload.report)`,
      );
    };
    expect(await reportOn("restore-boxes")).toMatchObject([{ kind: "form", shape: { boxes: 16 } }]);
    expect(await reportOn("create")).toMatchObject([{ kind: "no-form" }]);
    for (const what of ["pin", "pin-boxes"])
      expect(await reportOn(what)).toMatchObject([{ kind: "refused", why: "other-code", chosen: false }]);
  });
}
