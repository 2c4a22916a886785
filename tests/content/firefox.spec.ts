/** The same forms, gates and negatives in Firefox, whose isolated world looks at the page through wrappers. */
import { rmSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Firefox } from "../support/firefox.ts";
import type { FirefoxPage } from "../support/firefox-page.ts";
import { practiceSite } from "../support/practice-pages.ts";
import { writeScratchExtension } from "../support/scratch-extension.ts";
import { bundleProbe } from "./bundles.ts";
import { FORMS, KEY, NEGATIVES, ORIGIN, UNSEEN } from "./cases.ts";
import { OTHER_ORIGINS } from "./foe-places.ts";
import { sample } from "./sample.ts";

let firefox: Firefox;
let page: FirefoxPage;
let probeScript: string;
/** The driver wants an add-on; what this one does is of no matter here. */
const addOn = writeScratchExtension("firefox");

test.beforeAll(async () => {
  probeScript = await bundleProbe("firefox");
  firefox = await Firefox.launch({ addOn });
  await firefox.serve(ORIGIN, practiceSite());
  page = await firefox.newPage();
  await page.bringToFront();
});

test.afterAll(async () => {
  await firefox?.close();
  rmSync(addOn, { recursive: true, force: true });
});

/** Evaluates in a world of its own in the page. */
async function run<T>(expression: string): Promise<T> {
  const answer = await firefox.bidi.send<{
    type: string;
    result: { value: string };
    exceptionDetails?: { text: string };
  }>("script.evaluate", {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context: page.context, sandbox: "probe" },
    awaitPromise: true,
  });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return JSON.parse(answer.result.value) as T;
}

async function open(address: string): Promise<void> {
  await page.goto(`${ORIGIN}/${address}`);
  await run(`(0, eval)(${JSON.stringify(probeScript)})`);
}

const allText = () =>
  page.evaluate<string>(
    `[...document.querySelectorAll("input, textarea, [contenteditable]")].map((one) => one.value ?? one.textContent).join("")`,
  );
const find = () => run<{ kind: string; shape?: unknown }>("probe.find()");
const fill = () => run<string>(`probe.fill("${KEY}")`);

for (const [address, boxes, digitsPerBox, multiline] of sample(FORMS, 4)) {
  test(`${address}: found and filled`, async () => {
    await open(address);
    await page.find({ role: "button", name: "Restore" });
    expect(await find()).toEqual({ kind: "form", shape: { boxes, digitsPerBox, multiline } });
    expect(await fill()).toBe("filled");
    expect(await page.evaluate("appState.key")).toBe(KEY);
    expect(await allText()).toBe(KEY);
    expect(await page.evaluate(`document.querySelector("button").disabled`)).toBe(false);
  });
}

for (const how of sample(UNSEEN, 4)) {
  test(`visibility gate: ${how}`, async () => {
    await open(`hidden?how=${how}`);
    expect(await find()).toEqual({ kind: "no-form" });
    await open("hidden");
    expect((await find()).kind).toBe("form");
    await page.evaluate(`hide("${how}")`);
    expect(await fill()).toBe("field-not-usable");
    expect(await allText()).toBe("");
  });
}

for (const how of ["composer", "swap", "prefill"]) {
  test(`same-task focus gate: ${how}`, async () => {
    await open(`focus-thief?how=${how}`);
    expect((await find()).kind).toBe("form");
    expect(await fill()).toBe("field-not-usable");
    expect(await allText()).toBe(how === "prefill" ? "0" : "");
  });
}

for (const how of ["later", "microtask"]) {
  test(`same-task focus gate: a theft that comes ${how} finds nothing to take`, async () => {
    await open(`focus-thief?how=${how}`);
    await find();
    expect(await fill()).toBe("filled");
    expect(await page.evaluate(`document.querySelector("[contenteditable]").textContent`)).toBe("");
  });
}

for (const how of ["cut", "later"]) {
  test(`read-back gate: ${how}`, async () => {
    await open(`refuses?how=${how}`);
    await find();
    expect(await fill()).toBe("page-changed-it");
    expect(await allText()).toBe("");
  });
}

for (const how of ["srcdoc", "blank", "url"]) {
  test(`frame gate: ${how}`, async () => {
    await open(`framed?how=${how}`);
    await page.waitFor(`appState.events.includes("framed")`);
    expect(await find()).toEqual({ kind: "no-form" });
  });
}

test("two forms that look alike: neither is chosen", async () => {
  await open("ambiguous");
  expect(await find()).toEqual({ kind: "ambiguous" });
});

test("a button that stays disabled is reported", async () => {
  await open("button-disabled");
  await find();
  expect(await fill()).toBe("filled-button-disabled");
});

test("never offered: each of the negatives", async () => {
  for (const name of NEGATIVES) {
    await open(`negatives?only=${name}`);
    expect([name, await find()]).toEqual([name, { kind: "no-form" }]);
  }
});

test("of more than 300 ordinary forms none is offered", async () => {
  await open("ordinary");
  const count = await page.evaluate<number>("ordinary.count");
  expect(count).toBeGreaterThan(300);
  const offered: [string, unknown][] = [];
  for (let number = 0; number < count; number++) {
    const name = await page.evaluate<string>(`ordinary.show(${number})`);
    const found = await find();
    if (found.kind !== "no-form") offered.push([name, found]);
  }
  expect(offered).toEqual([]);
});

// Without a certificate there is no address to answer for: http is tried in Chromium.
for (const origin of OTHER_ORIGINS.filter((one) => one.startsWith("https:"))) {
  test(`origin gate: ${origin} is another site`, async () => {
    await firefox.serve(origin, practiceSite());
    await page.goto(`${origin}/plain`);
    await run(`(0, eval)(${JSON.stringify(probeScript)})`);
    await page.find({ role: "button", name: "Restore" });
    expect(await page.evaluate("location.origin")).toBe(origin);
    expect(await find()).toEqual({ kind: "no-form" });
  });
}
