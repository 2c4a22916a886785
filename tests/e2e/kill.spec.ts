/**
 * A power cut takes the browser right after an acknowledgement, or in the middle of a save: what was
 * acknowledged is there.
 */
import { randomBytes } from "node:crypto";
import { test } from "@playwright/test";
import { AcknowledgedActs, type ActName } from "./acknowledged.ts";
import { endAtEachStep } from "./held-steps.ts";
import { ask, sendRaw } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const WRONG = { ok: false, error: { code: "wrong-passphrase" } };
const DISK = one("chromium", "our own order of writes; kill-worker.spec.ts ends them in both");
const MIDWAY = long("crash loops; kill-worker.spec.ts ends the background at each write in every run");
/** One act for each way of writing: into nothing, over the older copy, over all copies, and none is left. */
const WAYS: ActName[] = ["create", "add", "passphrase", "set-aside"];
let all: AcknowledgedActs;

setUp(async () => {
  all = await AcknowledgedActs.start(await launch());
});

async function makeKeyring(): Promise<void> {
  await all.acts.create.prepare?.();
  await all.acts.create.run();
  await all.acts.add.run();
}

async function cutAfter(...names: ActName[]): Promise<void> {
  for (const name of names) {
    await test.step(name, async () => {
      await all.acts[name].prepare?.();
      await all.acts[name].run();
      await all.endBrowser();
      await all.compare();
    });
  }
}

story(
  "a power cut right after an acknowledgement, for each way of writing: nothing acknowledged is lost",
  DISK,
  async () => {
    test.setTimeout(300_000);
    await cutAfter(...WAYS);
  },
);

story(
  "a power cut right after each act's acknowledgement, twice: nothing acknowledged is lost",
  long("kills by the dozen"),
  async () => {
    test.setTimeout(900_000);
    const names = Object.keys(all.acts) as ActName[];
    await cutAfter(...names, ...names);
  },
);

const midway = {
  browser: () => all.browser,
  page: () => all.app,
  steps: "writes" as const,
  end: () => all.endBrowser(),
};

story(
  "a power cut at each write of a save: the new key is there or not, all else as before",
  MIDWAY,
  async () => {
    test.setTimeout(600_000);
    await makeKeyring();
    const { passphrase, entries } = all.known;
    const stored = new Set<boolean>();
    await endAtEachStep(
      midway,
      async () => ({ type: "entry.generate", payload: { label: `${entries.length}`, phoneEnding: "" } }),
      async (answer) => {
        await ask(all.app, "keyring.unlock", { passphrase });
        const [made, ...more] = (await ask(all.app, "entry.list", {})).slice(entries.length);
        expect(more).toEqual([]);
        if (made) entries.push(made);
        if (answer) expect(made).toEqual(answer);
        else stored.add(made !== undefined);
        await all.expectEntries(entries);
      },
    );
    expect(stored).toEqual(new Set([false, true])); // or no cut came before, or none after the write
  },
);

story(
  "a power cut at each write of a change of the passphrase: one opens, and never the other",
  MIDWAY,
  async () => {
    test.setTimeout(600_000);
    await makeKeyring();
    const { known } = all;
    let next = "";
    const changed: boolean[] = [];
    await endAtEachStep(
      midway,
      async () => {
        next = `another ${randomBytes(8).toString("hex")} phrase`;
        return { type: "passphrase.change", payload: { current: known.passphrase, next } };
      },
      async (answer) => {
        const isNext = (await sendRaw(all.app, "keyring.unlock", { passphrase: next }))?.ok === true;
        const other = isNext ? known.passphrase : next;
        if (isNext) known.passphrase = next;
        await ask(all.app, "keyring.lock", {});
        expect(await sendRaw(all.app, "keyring.unlock", { passphrase: other })).toEqual(WRONG);
        await ask(all.app, "keyring.unlock", { passphrase: known.passphrase });
        await all.expectEntries(known.entries);
        if (answer) expect(isNext).toBe(true);
        else changed.push(isNext);
      },
    );
    expect(changed[0]).toBe(false); // cut off before anything was derived
    expect(new Set(changed)).toEqual(new Set([false, true])); // or no cut came before, or none after the first write
  },
);

story(
  "control: the comparison notices a change that was never acknowledged",
  one("chromium", "our own comparison"),
  async () => {
    await makeKeyring();
    await sendRaw(all.app, "entry.generate", { label: "one too many", phoneEnding: "" });
    await ask(all.app, "keyring.lock", {});
    await expect(all.compare()).rejects.toThrow();
  },
);
