/** A page of either browser as a test sees it: a tab, a popped-out window, or the real toolbar popup. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, type Page as PlaywrightPage } from "@playwright/test";
import { PATIENCE_MS, waitFor } from "../support/wait.ts";
import { describeTarget, type Target } from "./target.ts";

/** A file by its path, or made up here. */
export type GivenFile = string | { name: string; bytes: Uint8Array };
export type Paper = "A4" | "Letter";

/** What a function that runs in the page may be given, and may answer with: JSON, or nothing. */
type Run<A, R> = (arg: A) => R | Promise<R>;
type RunOn<E, A, R> = (element: E, arg: A) => R | Promise<R>;

/**
 * Short at first: most things that a story waits for are there within one frame. The timeout stands here
 * because benches and the demo run outside Playwright's runner, without its configuration.
 */
const POLL = { intervals: [20, 50, 100, 250], timeout: PATIENCE_MS };

/**
 * Functions given to `evaluate`, `on`, `onAll`, `waitFor` run in the page, from their source text: they use
 * nothing of the test's module but their argument. Where a target matches several elements, the first one is
 * meant.
 */
export abstract class Page {
  // What each browser does in its own way.

  abstract goto(url: string): Promise<void>;
  abstract reload(): Promise<void>;
  /** Closes a tab, a window, or the popup's panel as a click elsewhere does. */
  abstract close(): Promise<void>;
  /** Brings the tab to the front of its window; see `Driver.focusWindow` for windows. */
  abstract bringToFront(): Promise<void>;
  abstract url(): Promise<string>;
  abstract evaluate<R, A = undefined>(run: Run<A, R>, arg?: A): Promise<R>;
  /** In the page and in every frame of it, of whatever origin. */
  abstract evaluateInFrames<R, A = undefined>(run: Run<A, R>, arg?: A): Promise<R[]>;
  /** With all elements that match now, none or hidden ones included. */
  abstract onAll<R, E extends Element = HTMLElement, A = undefined>(
    target: Target,
    run: RunOn<E[], A, R>,
    arg?: A,
  ): Promise<R>;
  /** With the first match, once there is one. */
  abstract on<R, E extends Element = HTMLElement, A = undefined>(
    target: Target,
    run: RunOn<E, A, R>,
    arg?: A,
  ): Promise<R>;
  /** A trusted click in the middle, once the element is shown and not disabled (`aria-disabled` included). */
  abstract click(target: Target, button?: "left" | "right"): Promise<void>;
  /** Two trusted clicks, with nothing of this machine's slowness between them. */
  abstract doubleClick(target: Target): Promise<void>;
  /** Moves the pointer onto the middle of the element; waits for nothing but the element. */
  abstract pointAt(target: Target): Promise<void>;
  abstract pointerDown(): Promise<void>;
  abstract pointerUp(): Promise<void>;
  /** Replaces what the field holds, at once; the page sees a trusted `input` event. */
  abstract fill(target: Target, text: string): Promise<void>;
  /** Clicks into the field and types key by key. */
  abstract type(target: Target, text: string): Promise<void>;
  /**
   * DOM key names, with modifiers held: `Enter`, `Space`, `Shift+Tab`, `Control+v`. Goes to what has the
   * focus.
   */
  abstract press(...keys: string[]): Promise<void>;
  /** Held until `keyUp`; again while held is the keyboard's repeat. */
  abstract keyDown(key: string): Promise<void>;
  abstract keyUp(key: string): Promise<void>;
  /** Puts files into an `input type=file`. */
  abstract setFiles(target: Target, files: GivenFile[]): Promise<void>;
  /** Clicks what opens the browser's file dialog, and answers that. */
  abstract chooseFiles(button: Target, files: GivenFile[]): Promise<void>;
  abstract screenshot(): Promise<Uint8Array>;
  /** The PDF that the browser's print dialog would save. */
  abstract print(paper: Paper): Promise<Uint8Array>;
  /**
   * Chromium: Playwright tells every page that it has the focus; from now on this one has and loses it as for
   * a user. Firefox: always so.
   */
  abstract useRealFocus(): Promise<void>;
  /**
   * Playwright's own page, for what only Chromium can: in stories that ask for the capability, and in
   * benches.
   */
  abstract inChromium(): PlaywrightPage;

  // What follows from that.

  /** Until the function answers with something truthy. */
  async waitFor<R, A = undefined>(run: Run<A, R>, arg?: A): Promise<NonNullable<R>> {
    return waitFor(String(run), () => this.evaluate(run, arg));
  }

  count(target: Target): Promise<number> {
    return this.onAll(target, (elements) => elements.length);
  }

  /** Of the first match, as it is shown, white space as one blank. */
  text(target: Target): Promise<string> {
    return this.on(target, (it) => it.innerText.replace(/\s+/g, " ").trim());
  }

  /** Of every match. */
  texts(target: Target): Promise<string[]> {
    return this.onAll(target, (all) => all.map((it) => it.innerText.replace(/\s+/g, " ").trim()));
  }

  value(target: Target): Promise<string> {
    return this.on(target, (it: HTMLInputElement) => it.value);
  }

  attribute(target: Target, name: string): Promise<string | null> {
    return this.on(target, (it, attribute: string) => it.getAttribute(attribute), name);
  }

  hasFocus(target: Target): Promise<boolean> {
    return this.on(target, (it) => document.activeElement === it);
  }

  focus(target: Target): Promise<void> {
    return this.on(target, (it) => it.focus());
  }

  /** Whether any match is shown. */
  isShown(target: Target): Promise<boolean> {
    return this.onAll(target, (all) =>
      all.some((it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0),
    );
  }

  /** Presses a check box or radio button unless it is as wanted. */
  async check(target: Target, checked = true): Promise<void> {
    const isChecked = () => this.on(target, (it: HTMLInputElement) => it.checked);
    if ((await isChecked()) !== checked) await this.click(target);
    await expect.poll(isChecked, POLL).toBe(checked);
  }

  /** Chooses in a `select` by the text of the option, once there is one. */
  async select(target: Target, option: string): Promise<void> {
    const choose = (it: HTMLSelectElement, wanted: string) => {
      const at = [...it.options].findIndex(({ label }) => label.trim() === wanted);
      if (at < 0) return false;
      it.selectedIndex = at;
      for (const type of ["input", "change"]) it.dispatchEvent(new Event(type, { bubbles: true }));
      return true;
    };
    await waitFor(`option ${option}`, () => this.on(target, choose, option));
  }

  /** Lets files fall onto the element. */
  async dropFiles(target: Target, files: GivenFile[]): Promise<void> {
    await this.on(
      target,
      (it, given: Base64File[]) => {
        const dataTransfer = new DataTransfer();
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
          dataTransfer.items.add(new File([bytes], name));
        }
        for (const type of ["dragenter", "dragover", "drop"])
          it.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      files.map(inBase64),
    );
  }

  // Expectations: each asks again until it holds or the time of `expect` is over.

  /** The first match's text holds the string, or matches. */
  async expectText(target: Target, expected: string | RegExp): Promise<void> {
    const poll = expect.poll(() => this.text(target).catch(() => null), {
      ...POLL,
      message: describeTarget(target),
    });
    await (typeof expected === "string" ? poll.toContain(expected) : poll.toMatch(expected));
  }

  /** Anywhere on the page, across elements too. */
  expectSays(expected: string | RegExp): Promise<void> {
    return this.expectText("body", expected);
  }

  async expectValue(target: Target, expected: string | RegExp): Promise<void> {
    const poll = expect.poll(() => this.value(target).catch(() => null), {
      ...POLL,
      message: describeTarget(target),
    });
    await (typeof expected === "string" ? poll.toBe(expected) : poll.toMatch(expected));
  }

  async expectAttribute(target: Target, name: string, expected: string): Promise<void> {
    const attribute = () => this.attribute(target, name).catch(() => null);
    await expect.poll(attribute, { ...POLL, message: `${name} of ${describeTarget(target)}` }).toBe(expected);
  }

  async expectShown(...targets: Target[]): Promise<void> {
    for (const target of targets)
      await expect
        .poll(() => this.isShown(target).catch(() => false), {
          ...POLL,
          message: `${describeTarget(target)} shown`,
        })
        .toBe(true);
  }

  /** No match is shown. */
  async expectGone(...targets: Target[]): Promise<void> {
    for (const target of targets)
      await expect
        .poll(() => this.isShown(target).catch(() => null), {
          ...POLL,
          message: `${describeTarget(target)} gone`,
        })
        .toBe(false);
  }

  async expectCount(target: Target, count: number): Promise<void> {
    await expect
      .poll(() => this.count(target).catch(() => null), { ...POLL, message: describeTarget(target) })
      .toBe(count);
  }

  async expectFocus(target: Target): Promise<void> {
    await expect
      .poll(() => this.hasFocus(target).catch(() => null), {
        ...POLL,
        message: `focus on ${describeTarget(target)}`,
      })
      .toBe(true);
  }
}

export function contentOf(file: GivenFile): { name: string; bytes: Uint8Array } {
  return typeof file === "string" ? { name: basename(file), bytes: readFileSync(file) } : file;
}

export type Base64File = { name: string; base64: string };

/** As it can be given to a function in the page. */
export function inBase64(file: GivenFile): Base64File {
  const { name, bytes } = contentOf(file);
  return { name, base64: Buffer.from(bytes).toString("base64") };
}
