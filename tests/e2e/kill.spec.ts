/**
 * A power cut takes the browser right after an acknowledgement, or in the middle of a save: what was
 * acknowledged is there.
 */
import { randomBytes } from "node:crypto";
import { test } from "@playwright/test";
import { fromBase64, toBase64 } from "../../src/core/bytes.ts";
import { inspectSealed } from "../../src/core/sealed/sealed-keyring.ts";
import { sealedByVersion1 } from "../support/first-version.ts";
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
        return { type: "passphrase.change", payload: { current: known.passphrase, next, kept: [] } };
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

/** A keyring as version 1 left it, in all three places. @returns its passphrase. */
async function storeVersion1(): Promise<string> {
  const passphrase = `an old ${randomBytes(8).toString("hex")} phrase`;
  const { newer } = await sealedByVersion1("one before it", passphrase);
  await sendRaw(all.app, "keyring.lock");
  await all.app.evaluate(async (sealed) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set({ "keyring.slot-a": sealed, "keyring.slot-b": sealed });
    const opening = indexedDB.open("sixtyfour", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keyring");
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const transaction = opening.result.transaction("keyring", "readwrite", { durability: "strict" });
    const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
    // What other stories have set aside lies there too.
    transaction.objectStore("keyring").clear();
    transaction.objectStore("keyring").put(bytes, "sealed");
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    opening.result.close();
  }, toBase64(newer));
  return passphrase;
}

story(
  "a power cut at each write of the taking over of version 1: it opens, with its key",
  MIDWAY,
  async () => {
    test.setTimeout(600_000);
    let passphrase = "";
    const versions: unknown[] = [];
    await endAtEachStep(
      midway,
      async () => {
        passphrase = await storeVersion1();
        return { type: "keyring.unlock", payload: { passphrase } };
      },
      async () => {
        await ask(all.app, "keyring.unlock", { passphrase });
        expect((await ask(all.app, "entry.list", {})).map(({ label }) => label)).toEqual(["of version 1"]);
        const slots = await all.app.evaluate(() => chrome.storage.local.get(null));
        versions.push(
          ...["keyring.slot-a", "keyring.slot-b"].map((slot) => {
            const header = inspectSealed(fromBase64(String(slots[slot])) ?? new Uint8Array());
            return header.ok && header.value.version;
          }),
        );
        // The keyring, and nothing that was set aside.
        expect((await ask(all.app, "keyring.export-all", {})).sealed).toHaveLength(1);
      },
    );
    expect(versions.length).toBeGreaterThan(6); // a cut at each of three writes
    expect(new Set(versions)).toEqual(new Set([2]));
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
