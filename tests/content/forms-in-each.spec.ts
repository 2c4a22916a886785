/** Every form that we fill, and every gate that an offer and a fill must pass, in each browser. */
import { FORM_CAUSES, FORMS, KEY, NEGATIVES, UNSEEN, UNSEEN_CAUSES } from "./cases.ts";
import { OTHER_ORIGINS } from "./foe-places.ts";
import { appStateOn, expect, inEachBrowser, type Stage, test, textOn } from "./stage.ts";
import { taken } from "./taken.ts";

const RESTORE = `[...document.querySelectorAll("button")].find((one) => one.textContent === "Restore")`;
const until = (stage: Stage, condition: string) =>
  expect.poll(() => stage.page<boolean>(`Boolean(${condition})`)).toBe(true);

inEachBrowser(() => {
  for (const [address, boxes, digitsPerBox, multiline] of taken(FORMS, ([at]) => at, FORM_CAUSES)) {
    test(`${address}: found and filled`, async ({ stage }) => {
      await stage.open(address);
      await until(stage, RESTORE);
      expect(await stage.find()).toEqual({ kind: "form", shape: { boxes, digitsPerBox, multiline } });
      expect(await stage.fill()).toBe("filled");
      const { key, events } = await appStateOn(stage);
      expect(key).toBe(KEY);
      expect(await textOn(stage)).toBe(KEY);
      expect(await stage.page(`${RESTORE}.disabled`)).toBe(false);
      expect(events.filter((event) => event.startsWith("submit"))).toEqual([]);
    });
  }

  for (const how of taken(UNSEEN, String, UNSEEN_CAUSES)) {
    test(`visibility gate: not offered when hidden by ${how}, nor filled after the offer`, async ({
      stage,
    }) => {
      await stage.open(`hidden?how=${how}`);
      expect(await stage.find()).toEqual({ kind: "no-form" });
      await stage.open("hidden");
      expect((await stage.find()).kind).toBe("form");
      await stage.page(`hide("${how}")`);
      expect(await stage.fill()).toBe("field-not-usable");
      expect(await textOn(stage)).toBe("");
    });
  }

  for (const how of ["composer", "swap", "prefill"]) {
    test(`same-task focus gate: nothing is typed when the page acts on focus (${how})`, async ({ stage }) => {
      await stage.open(`focus-thief?how=${how}`);
      expect((await stage.find()).kind).toBe("form");
      expect(await stage.fill()).toBe("field-not-usable");
      const { key, events } = await appStateOn(stage);
      expect(key).toBe("");
      expect(events).toContain("stolen");
      expect(await textOn(stage)).toBe(how === "prefill" ? "0" : "");
    });
  }

  for (const how of ["later", "microtask"]) {
    test(`same-task focus gate: a theft that comes ${how} finds nothing to take`, async ({ stage }) => {
      await stage.open(`focus-thief?how=${how}`);
      await stage.find();
      expect(await stage.fill()).toBe("filled");
      expect(await stage.page(`document.querySelector("[contenteditable]").textContent`)).toBe("");
      expect((await appStateOn(stage)).events).not.toContain("composer-input");
    });
  }

  for (const how of ["cut", "later"]) {
    test(`read-back gate: a page that changes the key (${how}) is noticed and its field cleared`, async ({
      stage,
    }) => {
      await stage.open(`refuses?how=${how}`);
      await stage.find();
      expect(await stage.fill()).toBe("page-changed-it");
      expect((await appStateOn(stage)).key).toBe("");
      expect(await textOn(stage)).toBe("");
    });
  }

  test("a page that repeats beside the field what is typed is filled", async ({ stage }) => {
    await stage.open("plain");
    await until(stage, RESTORE);
    await stage.page(`void document.addEventListener("input", ({ target }) => target.after(target.value))`);
    await stage.find();
    expect(await stage.fill()).toBe("filled");
    expect(await textOn(stage)).toBe(KEY);
    expect(await stage.page("document.body.textContent")).toContain(KEY);
  });

  test("a text area that is made anew again and again while it is empty is filled", async ({ stage }) => {
    await stage.open("swap?while=empty");
    expect((await stage.find()).kind).toBe("form");
    const swaps = (await appStateOn(stage)).events.length;
    await until(stage, `appState.events.length > ${swaps}`);
    expect(await stage.fill()).toBe("filled");
    expect((await appStateOn(stage)).key).toBe(KEY);
    expect(await textOn(stage)).toBe(KEY);
  });

  for (const how of ["srcdoc", "blank", "url"]) {
    test(`frame gate: a form in a frame (${how}) is not found from above`, async ({ stage }) => {
      await stage.open(`framed?how=${how}`);
      await until(stage, `appState.events.includes("framed")`);
      expect(await stage.find()).toEqual({ kind: "no-form" });
    });
  }

  for (const how of [
    ...["foreign", "other", "beside", "unseen", "above", "clipped", "tiny", "veiled"],
    ...["solid-foreign", "solid-covered"],
  ]) {
    test(`visibility gate: a field that is transparent, or under a text, is not offered, nor filled after an offer (${how})`, async ({
      stage,
    }) => {
      await stage.open(`own-label?how=${how}`);
      expect(await stage.find()).toEqual({ kind: "no-form" });
      expect(await stage.ours(`probe.choose("input")`)).toBe("no-form");
      await stage.open(`own-label?how=${how}&when=call`);
      expect((await stage.find()).kind).toBe("form");
      await stage.page("act()");
      expect(await stage.fill()).toBe("field-not-usable");
      expect(await textOn(stage)).toBe("");
    });
  }

  for (const how of ["stays", "flickers", "solid-stays"]) {
    test(`visibility gate: a field that is not in sight with the focus either is not filled (${how})`, async ({
      stage,
    }) => {
      await stage.open(`own-label?how=${how}`);
      expect((await stage.find()).kind).toBe("form");
      expect(await stage.fill()).toBe("field-not-usable");
      expect((await appStateOn(stage)).key).toBe("");
      expect(await textOn(stage)).toBe("");
    });
  }

  for (const how of ["cut", "faint", "clipped", "end"]) {
    test(`visibility gate: boxes that no scrolling shows, or the first of them out of view (${how})`, async ({
      stage,
    }) => {
      await stage.open(`sideways?how=${how}`);
      expect(await stage.find()).toEqual({ kind: "no-form" });
      expect(await stage.ours(`probe.choose("input")`)).toBe("no-form");
    });
  }

  test("visibility gate: a box that the page takes out of view again is not filled", async ({ stage }) => {
    await stage.open("sideways?how=back");
    expect((await stage.find()).kind).toBe("form");
    expect(await stage.fill()).toBe("field-not-usable");
    expect(await textOn(stage)).toBe("");
  });

  test("two forms that look alike: neither is chosen", async ({ stage }) => {
    await stage.open("ambiguous");
    expect(await stage.find()).toEqual({ kind: "ambiguous" });
  });

  test("a button that stays disabled is reported", async ({ stage }) => {
    await stage.open("button-disabled");
    await stage.find();
    expect(await stage.fill()).toBe("filled-button-disabled");
    expect((await appStateOn(stage)).key).toBe(KEY);
  });

  test("a page that takes no text from a script: its sleeping button is reported", async ({ stage }) => {
    await stage.open("before-input?hears=trusted");
    await stage.find();
    expect(await stage.fill()).toBe("filled-button-disabled");
    expect((await appStateOn(stage)).key).toBe("");
  });

  test("never offered: each of the negatives", async ({ stage }) => {
    await stage.open("negatives");
    for (const name of NEGATIVES) {
      await stage.page(`void negatives.show("${name}")`);
      expect(await stage.page(`document.querySelector("input, [contenteditable]") !== null`)).toBe(true);
      expect([name, await stage.find()]).toEqual([name, { kind: "no-form" }]);
    }
  });

  test("of more than 300 ordinary forms none is offered; control: the same page shows one that is", async ({
    stage,
  }) => {
    await stage.open("ordinary");
    const count = await stage.page<number>("ordinary.count");
    expect(count).toBeGreaterThan(300);
    const offered: [string, unknown][] = [];
    for (let number = 0; number < count; number++) {
      const name = await stage.page<string>(`ordinary.show(${number})`);
      const found = await stage.find();
      if (found.kind !== "no-form") offered.push([name, found]);
    }
    expect(offered).toEqual([]);
    await stage.page(`void (document.body.innerHTML =
      "<form><h1>Restore chat history</h1><label>64-digit encryption key <input maxlength=64></label></form>")`);
    expect((await stage.find()).kind).toBe("form");
  });

  // Firefox has no certificate for these, and so no address over http: that one is tried in places.spec.ts.
  for (const origin of OTHER_ORIGINS.filter((one) => one.startsWith("https:"))) {
    test(`origin gate: ${origin} is another site`, async ({ stage }) => {
      await stage.open(`${origin}/plain`);
      await until(stage, RESTORE);
      expect(await stage.page("location.origin")).toBe(origin);
      expect(await stage.find()).toEqual({ kind: "no-form" });
    });
  }
});
