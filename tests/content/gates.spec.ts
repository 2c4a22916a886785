/**
 * One test for each gate, named after it, in Chromium: without the gate the test fails. More are in
 * forms-in-each.spec.ts.
 */
import { allText, appState, expect, fill, find, KEY, test } from "./isolated-world.ts";

const NO_FORM = { kind: "no-form" };

test("origin gate: only WhatsApp Web itself", async ({ open, probe }) => {
  for (const origin of [
    "https://web.whatsapp.com.example.com",
    "https://web.whatsapp.com:8443",
    "https://whatsapp.com",
  ]) {
    await open("plain", origin);
    expect(await find(await probe())).toEqual(NO_FORM);
  }
  await open("plain");
  expect((await find(await probe())).kind).toBe("form");
});

for (const how of ["srcdoc", "blank", "url"]) {
  test(`frame gate: a form in a frame (${how}) is not found from within or from above`, async ({
    page,
    open,
    probe,
  }) => {
    await open(`framed?how=${how}`);
    await page.frameLocator("iframe").getByRole("button", { name: "Restore" }).waitFor();
    expect(await find(await probe("child"))).toEqual(NO_FORM);
    expect(await find(await probe())).toEqual(NO_FORM);
  });
}

test("prerender gate: a page that nobody has opened yet is not offered", async ({ open, probe }) => {
  await open("plain");
  const world = await probe();
  const prerender = (on: boolean) =>
    world.run(
      `Object.defineProperty(document, "prerendering", { configurable: true, value: ${String(on)} }), 0`,
    );
  await prerender(true);
  expect(await find(world)).toEqual(NO_FORM);
  await prerender(false);
  expect((await find(world)).kind).toBe("form");
});

for (const how of ["none", "toasts"]) {
  test(`visibility gate: lets a form in plain sight pass (${how})`, async ({ open, probe }) => {
    await open(`hidden?how=${how}`);
    const world = await probe();
    expect((await find(world)).kind).toBe("form");
    expect(await fill(world)).toBe("filled");
  });
}

test("read-back gate: after a box that does not keep its part, no further box is tried", async ({
  page,
  open,
  probe,
}) => {
  await open("boxes16");
  const world = await probe();
  await find(world);
  await page.evaluate(() => {
    const second = document.querySelectorAll("input")[1];
    second?.addEventListener("input", () => {
      if (second.value !== "") second.value = "zz";
    });
  });
  expect(await fill(world)).toBe("page-changed-it");
  expect(await allText(page)).toBe("");
  const { events } = await appState(page);
  expect(events).toContain("focus");
  expect(events.filter((event) => event === "focus").length).toBeLessThan(5);
});

test("visibility gate: a form that is covered while it is filled is left and cleared", async ({
  page,
  open,
  probe,
}) => {
  await open("boxes16");
  const world = await probe();
  await find(world);
  await page.evaluate(() => {
    const cover = Object.assign(document.createElement("div"), { className: "cover" });
    document.addEventListener("input", () => document.body.append(cover), { once: true });
  });
  expect(await fill(world)).toBe("field-not-usable");
  expect(await allText(page)).toBe("");
  expect((await appState(page)).key).toBe("");
});

for (const [what, swap] of [
  [
    "another element that asks something else in the field's place",
    `document.querySelector("label").firstChild.data = "64-digit key of your other phone"; swapNow()`,
  ],
  [
    "another form in its form's place",
    `const form = document.querySelector("form"); form.replaceWith(form.cloneNode(true))`,
  ],
  [
    "another element in its place while it is elsewhere",
    `const field = document.querySelector("input"); swapNow(); document.body.prepend(field)`,
  ],
] as const)
  test(`same-form gate: ${what} is not filled`, async ({ page, open, probe }) => {
    await open("swap?how=manual");
    const world = await probe();
    expect((await find(world)).kind).toBe("form");
    await page.evaluate(swap);
    expect((await page.evaluate(() => document.querySelectorAll("form input").length)) > 0).toBe(true);
    expect(await fill(world)).toBe("field-not-usable");
    expect(await allText(page)).toBe("");
  });

test("same-form gate: a form that is gone is not filled", async ({ page, open, probe }) => {
  await open("plain");
  const world = await probe();
  await find(world);
  await page.evaluate(() => document.querySelector("form")?.remove());
  expect(await fill(world)).toBe("no-form");
});

test("emptiness gate: what the user typed after the offer is not overwritten", async ({
  page,
  open,
  probe,
}) => {
  await open("boxes16");
  const world = await probe();
  expect((await find(world)).kind).toBe("form");
  await page.getByRole("textbox").nth(9).fill("12");
  expect(await fill(world)).toBe("field-not-usable");
  expect(await allText(page)).toBe("12");
});

test("ambiguity gate: a second form after the offer stops the fill", async ({ page, open, probe }) => {
  await open("plain");
  const world = await probe();
  await find(world);
  await page.evaluate(() => {
    const form = document.querySelector("form");
    form?.after(form.cloneNode(true));
  });
  expect(await fill(world)).toBe("ambiguous");
  expect(await allText(page)).toBe("");
});

test("words: a title does not run into what follows", async ({ page, open, probe }) => {
  await open("plain");
  const world = await probe();
  await page.evaluate(() => {
    document.body.innerHTML = `<form><h1>Restore chat history</h1><label><b>Encryption key</b><span>64 digits</span><input maxlength=64></label></form>`;
  });
  expect((await find(world)).kind).toBe("form");
});

test("password gate: filled only when it reads like the key's and was pointed at, and then whatever it shows", async ({
  page,
  open,
  probe,
}) => {
  await open("plain");
  const world = await probe();
  const shown = (heading: string) =>
    page.evaluate((text) => {
      document.body.innerHTML = `<form><h1>${text}</h1><input type=password autocomplete=new-password></form>`;
      // What libraries do to show what was typed.
      document.querySelector("input")?.addEventListener("input", ({ target }) => {
        (target as HTMLInputElement).type = "text";
      });
    }, heading);
  await shown("App lock: enter your password");
  expect(await world.run(`probe.choose("input")`)).toBe("no-form");
  await shown("Enter your 64-digit encryption key");
  expect(await find(world)).toEqual({ kind: "no-form" });
  expect(await world.run(`probe.choose("input")`)).toBe("form");
  // The look at the fill finds what was pointed at; without it there is none.
  expect(await world.run(`probe.fillChosen("${KEY}")`)).toBe("filled");
  expect(await allText(page)).toBe(KEY);
});

test("other-code gate: a PIN's field gets no key even when the user points at it", async ({
  open,
  probe,
}) => {
  for (const [what, found] of [
    ["pin", "no-form"],
    ["restore", "form"],
  ]) {
    await open(`language?lang=en&what=${what}`);
    expect(await (await probe()).run(`probe.choose("input")`)).toBe(found);
  }
});
