/** Playwright's page behind the interface of both browsers. */
import type { Locator, Page as PlaywrightPage } from "@playwright/test";
import { contentOf, type GivenFile, Page, type Paper } from "../page.ts";
import { patternOf, type Target } from "../target.ts";
import { setFocusEmulation } from "./chromium-controls.ts";

/** What `getByLabel` finds beside fields: regions and groups with an `aria-label`. */
const FIELDS = "input, textarea, select";

export class ChromiumPage extends Page {
  constructor(
    private readonly page: PlaywrightPage,
    /** For a popup, whose own connection goes with it. */
    private readonly closePage: () => Promise<void> = () => page.close(),
  ) {
    super();
  }

  #locate(target: Target): Locator {
    if (typeof target === "string") return this.page.locator(target);
    const { within, holding, nth } = target;
    const root = within === undefined ? this.page : this.#locate(within).first();
    const matches = locateIn(root, target);
    const held = holding === undefined ? matches : matches.filter({ hasText: patternOf(holding) });
    return nth === undefined ? held : held.nth(nth);
  }

  #first(target: Target): Locator {
    return this.#locate(target).first();
  }

  async goto(url: string) {
    await this.page.goto(url);
  }

  async reload() {
    await this.page.reload();
  }

  close() {
    return this.closePage();
  }

  bringToFront() {
    return this.page.bringToFront();
  }

  async url() {
    return this.page.url();
  }

  evaluate<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return this.page.evaluate(run as (arg: unknown) => R, arg);
  }

  evaluateInFrames<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R[]> {
    return Promise.all(this.page.frames().map((frame) => frame.evaluate(run as (arg: unknown) => R, arg)));
  }

  onAll<R, E extends Element, A>(
    target: Target,
    run: (elements: E[], arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R> {
    return this.#locate(target).evaluateAll(run as (elements: unknown, arg: unknown) => R, arg);
  }

  on<R, E extends Element, A>(
    target: Target,
    run: (element: E, arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R> {
    return this.#first(target).evaluate(run as (element: unknown, arg: unknown) => R, arg);
  }

  async click(target: Target, button: "left" | "right" = "left") {
    await this.#first(target).click({ button });
  }

  async doubleClick(target: Target) {
    await this.#first(target).dblclick();
  }

  async pointAt(target: Target) {
    // Playwright's own `hover` would wait until nothing lies above the element.
    await this.#first(target).scrollIntoViewIfNeeded();
    const box = await this.#first(target).boundingBox();
    if (!box) throw new Error("the element has no place");
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  }

  pointerDown() {
    return this.page.mouse.down();
  }

  pointerUp() {
    return this.page.mouse.up();
  }

  fill(target: Target, text: string) {
    return this.#first(target).fill(text);
  }

  async type(target: Target, text: string) {
    await this.#first(target).click();
    await this.#first(target).pressSequentially(text);
  }

  async press(...keys: string[]) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  keyDown(key: string) {
    return this.page.keyboard.down(key);
  }

  keyUp(key: string) {
    return this.page.keyboard.up(key);
  }

  setFiles(target: Target, files: GivenFile[]) {
    return this.#first(target).setInputFiles(files.map(payloadOf));
  }

  async chooseFiles(button: Target, files: GivenFile[]) {
    const choosing = this.page.waitForEvent("filechooser");
    await this.click(button);
    await (await choosing).setFiles(files.map(payloadOf));
  }

  screenshot() {
    return this.page.screenshot();
  }

  print(format: Paper) {
    return this.page.pdf({ format, preferCSSPageSize: false });
  }

  useRealFocus() {
    return setFocusEmulation(this.page, false);
  }

  inChromium() {
    return this.page;
  }
}

function locateIn(root: PlaywrightPage | Locator, target: Exclude<Target, string>): Locator {
  if ("css" in target) return root.locator(target.css);
  if ("role" in target) {
    const role = target.role === "image" ? "img" : target.role;
    return root.getByRole(role, target.name === undefined ? {} : { name: target.name, exact: true });
  }
  if ("label" in target) {
    const fields = root.getByLabel(target.label, { exact: true }).and(root.locator(FIELDS));
    // The label around a list holds the text of all its options.
    return fields.or(root.getByRole("combobox", { name: target.label, exact: true }));
  }
  return root.getByText(patternOf(target.text));
}

const payloadOf = (file: GivenFile) => {
  const { name, bytes } = contentOf(file);
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
};
