/** A page of Firefox behind the interface of both browsers. */
import { type Base64File, type GivenFile, inBase64, Page, type Paper } from "../page.ts";
import type { Target } from "../target.ts";
import type { Bidi } from "./bidi.ts";
import { FirefoxPage, KEYS } from "./firefox-page.ts";
import type { SharedReference } from "./locate.ts";

type InPage = (...given: never[]) => unknown;

/** In centimetres, as WebDriver counts. */
const PAPERS: Record<Paper, { width: number; height: number }> = {
  A4: { width: 21, height: 29.7 },
  Letter: { width: 21.59, height: 27.94 },
};
/** Marks the file field that was pressed. */
const CHOOSING = "data-choosing";
type Tree = { context: string; children: Tree[] | null };

export class BidiPage extends Page {
  readonly #page: FirefoxPage;

  constructor(
    private readonly bidi: Bidi,
    readonly context: string,
    /** For a popup, which is no tab. */
    private readonly closePage?: () => Promise<void>,
  ) {
    super();
    this.#page = new FirefoxPage(bidi, context);
  }

  goto(url: string) {
    return this.#page.goto(url);
  }

  reload() {
    return this.#page.reload();
  }

  close() {
    return this.closePage?.() ?? this.#page.close();
  }

  bringToFront() {
    return this.#page.bringToFront();
  }

  url() {
    return this.#page.url();
  }

  evaluate<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    return this.#page.call<R>(run as InPage, null, arg);
  }

  async evaluateInFrames<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R[]> {
    const { contexts } = await this.bidi.send<{ contexts: Tree[] }>("browsingContext.getTree", {
      root: this.context,
    });
    const all = (tree: Tree): string[] => [tree.context, ...(tree.children ?? []).flatMap(all)];
    return Promise.all(
      contexts.flatMap(all).map((context) => new BidiPage(this.bidi, context).evaluate(run, arg)),
    );
  }

  async onAll<R, E extends Element, A>(
    target: Target,
    run: (elements: E[], arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R> {
    return this.#page.call<R>(run as InPage, await this.#page.all(target), arg);
  }

  async on<R, E extends Element, A>(
    target: Target,
    run: (element: E, arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R> {
    return this.#page.call<R>(run as InPage, await this.#page.find(target), arg);
  }

  async click(target: Target, button: "left" | "right" = "left") {
    await this.#page.click(target, button);
  }

  async doubleClick(target: Target) {
    const element = await this.#page.pressable(target);
    const click = [
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#page.act("pointer", [moveTo(element), ...click, ...click]);
  }

  async pointAt(target: Target) {
    await this.on(target, (it) => it.scrollIntoView({ block: "nearest", behavior: "instant" }));
    await this.#page.hover(target);
  }

  pointerDown() {
    return this.#page.act("pointer", [{ type: "pointerDown", button: 0 }]);
  }

  pointerUp() {
    return this.#page.act("pointer", [{ type: "pointerUp", button: 0 }]);
  }

  async fill(target: Target, text: string) {
    await this.#page.pressable(target);
    await this.on(
      target,
      (it: HTMLInputElement, value: string) => {
        it.focus();
        if (it.select) it.select();
        else document.execCommand("selectAll");
        // The command of the editor: trusted events, as from the keyboard.
        document.execCommand(value === "" ? "delete" : "insertText", false, value);
      },
      text,
    );
  }

  async type(target: Target, text: string) {
    await this.#page.type(target, text);
  }

  async press(...keys: string[]) {
    for (const key of keys) {
      const [name = "", ...held] = key === "+" ? ["+"] : key.split("+").toReversed();
      await this.#page.press({ hold: held.toReversed().map(keyValue), key: keyValue(name) });
    }
  }

  keyDown(key: string) {
    return this.#page.act("key", [{ type: "keyDown", value: keyValue(key) }]);
  }

  keyUp(key: string) {
    return this.#page.act("key", [{ type: "keyUp", value: keyValue(key) }]);
  }

  async setFiles(target: Target, files: GivenFile[]) {
    await this.#setFiles(await this.#page.find(target), files);
  }

  async chooseFiles(button: Target, files: GivenFile[]) {
    // A headless Firefox opens no dialog and does not say that it would: the press is caught at the file
    // field.
    await this.evaluate((mark) => {
      const stop = new AbortController();
      const caught = (event: Event) => {
        if (!(event.target instanceof HTMLInputElement) || event.target.type !== "file") return;
        event.preventDefault();
        event.target.setAttribute(mark, "");
        stop.abort();
      };
      addEventListener("click", caught, { capture: true, signal: stop.signal });
    }, CHOOSING);
    await this.click(button);
    const asked = await this.#page.find(`[${CHOOSING}]`);
    await this.#page.call((it: Element, mark: string) => it.removeAttribute(mark), asked, CHOOSING);
    await this.#setFiles(asked, files);
  }

  screenshot() {
    return this.#page.screenshot();
  }

  async print(paper: Paper) {
    const { data } = await this.bidi.send<{ data: string }>("browsingContext.print", {
      context: this.context,
      page: PAPERS[paper],
      // As an ordinary printer leaves them, and without shrinking: what does not fit must show.
      margin: { top: 1.2, bottom: 1.2, left: 1.2, right: 1.2 },
      shrinkToFit: false,
    });
    return Buffer.from(data, "base64");
  }

  async useRealFocus() {}

  inChromium(): never {
    throw new Error("this is Firefox: the story must ask for a capability of Chromium");
  }

  /** WebDriver's `input.setFiles` fails in the process of extension pages. */
  async #setFiles(element: SharedReference, files: GivenFile[]): Promise<void> {
    await this.#page.call(takeFiles, element, files.map(inBase64));
  }
}

function takeFiles(picker: HTMLInputElement, files: Base64File[]): void {
  const chosen = new DataTransfer();
  for (const { name, base64 } of files)
    chosen.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
  picker.files = chosen.files;
  for (const type of ["input", "change"]) picker.dispatchEvent(new Event(type, { bubbles: true }));
}

const moveTo = (element: SharedReference) => ({
  type: "pointerMove",
  x: 0,
  y: 0,
  origin: { type: "element", element },
});

function keyValue(name: string): string {
  const key = name === "ControlOrMeta" ? "Control" : name;
  if ([...key].length === 1) return key;
  if (key in KEYS) return KEYS[key as keyof typeof KEYS];
  throw new Error(`no key ${name}`);
}
