/** One page in Firefox: a tab, a popped-out window, or the real toolbar popup. */
import { waitFor } from "../../support/wait.ts";
import { describeTarget, type Target } from "../target.ts";
import type { Bidi } from "./bidi.ts";
import { locate, type SharedReference } from "./locate.ts";

type InPage = (...given: never[]) => unknown;
type EvaluateResult = {
  type: string;
  result: { type?: string; value?: string };
  exceptionDetails?: { text: string };
};

/** Keys of WebDriver (https://www.w3.org/TR/webdriver2/#keyboard-actions) by their DOM names. */
export const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
} as const;

export class FirefoxPage {
  constructor(
    private readonly bidi: Bidi,
    /** The id of the browsing context. */
    readonly context: string,
  ) {}

  async goto(url: string): Promise<void> {
    await this.bidi.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  async reload(): Promise<void> {
    await this.bidi.send("browsingContext.reload", { context: this.context, wait: "complete" });
  }

  async bringToFront(): Promise<void> {
    await this.bidi.send("browsingContext.activate", { context: this.context });
  }

  async close(): Promise<void> {
    await this.bidi.send("browsingContext.close", { context: this.context });
  }

  url(): Promise<string> {
    return this.evaluate<string>("location.href");
  }

  /** The value of an expression in the page (awaited), through JSON; `undefined` comes back as null. */
  evaluate<T = unknown>(expression: string): Promise<T> {
    return evaluateJson<T>(this.bidi, this.context, expression);
  }

  waitFor(expression: string, timeoutMs?: number): Promise<unknown> {
    const options = timeoutMs === undefined ? {} : { timeoutMs };
    return waitFor(expression, () => this.evaluate<unknown>(expression), options);
  }

  /** All that match now, hidden ones too. */
  all(target: Target): Promise<SharedReference[]> {
    return locate(this.bidi, this.context, target);
  }

  /** Waits for the first match. */
  find(target: Target): Promise<SharedReference> {
    return waitFor(describeTarget(target), async () => (await this.all(target))[0]);
  }

  async has(target: Target): Promise<boolean> {
    return (await this.all(target)).length > 0;
  }

  waitForGone(target: Target): Promise<unknown> {
    return waitFor(`${describeTarget(target)} gone`, async () => !(await this.has(target)));
  }

  /** Calls a function, given as source text, with the element; the answer comes through JSON. */
  async on<T = unknown>(target: Target, body: string): Promise<T> {
    const element = await this.find(target);
    const answer = await this.bidi.send<EvaluateResult>("script.callFunction", {
      functionDeclaration: `async (element) => JSON.stringify((await (${body})(element)) ?? null)`,
      arguments: [element],
      target: { context: this.context },
      awaitPromise: true,
    });
    return readResult<T>(answer);
  }

  /**
   * Calls a function with these arguments; what goes in and comes out is JSON or nothing, elements by
   * reference.
   */
  async call<R>(run: InPage, elements: SharedReference[] | SharedReference | null, arg: unknown): Promise<R> {
    const given =
      elements === null ? [] : [Array.isArray(elements) ? { type: "array", value: elements } : elements];
    const answer = await this.bidi.send<EvaluateResult>("script.callFunction", {
      functionDeclaration: `async (...given) => {
        const arg = given.pop();
        return JSON.stringify(await (${run})(...given, arg === "" ? undefined : JSON.parse(arg)));
      }`,
      arguments: [...given, { type: "string", value: JSON.stringify(arg) ?? "" }],
      target: { context: this.context },
      awaitPromise: true,
      userActivation: true,
    });
    return readResult<R>(answer);
  }

  text(target: Target): Promise<string> {
    return this.on<string>(target, "(element) => element.innerText");
  }

  value(target: Target): Promise<string> {
    return this.on<string>(target, "(element) => element.value");
  }

  /** The first match, once it is shown and neither disabled nor `aria-disabled`: Playwright waits so, too. */
  pressable(target: Target): Promise<SharedReference> {
    return waitFor(`${describeTarget(target)} to be shown and enabled`, async () => {
      const element = await this.find(target);
      return (await this.call<boolean>(isPressable, element, null)) ? element : null;
    });
  }

  /**
   * A trusted click in the middle of the element, once it can be pressed. What the page moved elsewhere
   * between the aiming and the press is pressed again; what lay there instead has seen nothing of it.
   */
  async click(target: Target, button: "left" | "right" = "left"): Promise<void> {
    const number = button === "left" ? 0 : 2;
    await waitFor(`${describeTarget(target)} to be hit`, async () => {
      const element = await this.pressable(target);
      await this.call(aim, element, null);
      await this.act("pointer", [
        { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } },
        { type: "pointerDown", button: number },
        { type: "pointerUp", button: number },
      ]);
      // A page that the press closed or left was hit.
      return !(await this.call<boolean>(hasMissed, null, null).catch(() => false));
    });
  }

  /** Moves the pointer onto the middle of the element. */
  async hover(target: Target): Promise<void> {
    const element = await this.find(target);
    await this.act("pointer", [{ type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } }]);
  }

  /** Clicks into the field and types key by key. */
  async type(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.press(...text);
  }

  /** Replaces what the field holds. */
  async fill(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.on(target, "(element) => element.select()");
    await this.press(KEYS.Delete, ...text);
  }

  /** Presses the keys one after the other; `{ hold, key }` holds modifiers meanwhile. */
  async press(...keys: (string | { hold: string[]; key: string })[]): Promise<void> {
    const down = (value: string) => ({ type: "keyDown", value });
    const up = (value: string) => ({ type: "keyUp", value });
    const actions = keys.flatMap((key) =>
      typeof key === "string"
        ? [down(key), up(key)]
        : [...key.hold.map(down), down(key.key), up(key.key), ...key.hold.toReversed().map(up)],
    );
    await this.act("key", actions);
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.bidi.send<{ data: string }>("browsingContext.captureScreenshot", {
      context: this.context,
    });
    return Buffer.from(data, "base64");
  }

  /** Keys and buttons that are left down stay so for the next call. */
  async act(type: "key" | "pointer", actions: unknown[]): Promise<void> {
    await this.bidi.send("input.performActions", {
      context: this.context,
      actions: [{ type, id: type, actions }],
    });
  }
}

const isPressable = (it: HTMLButtonElement) =>
  it.getClientRects().length > 0 && !it.disabled && it.getAttribute("aria-disabled") !== "true";

type Aimed = Window & { missed?: boolean; stopAiming?: () => void };

/** Brings the element into view and keeps the next press from whatever else it lands on. */
function aim(element: Element): void {
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const aimed: Aimed = window;
  aimed.stopAiming?.();
  const stop = new AbortController();
  delete aimed.missed;
  aimed.stopAiming = () => stop.abort();
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "contextmenu"])
    window.addEventListener(
      type,
      (event) => {
        aimed.missed ??= !event.composedPath().includes(element);
        if (!aimed.missed) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal: stop.signal },
    );
}

function hasMissed(): boolean {
  const aimed: Aimed = window;
  aimed.stopAiming?.();
  return aimed.missed === true;
}

/** Also used for the browser's own windows, whose contexts have ids too. */
export async function evaluateJson<T>(bidi: Bidi, context: string, expression: string): Promise<T> {
  const answer = await bidi.send<EvaluateResult>("script.evaluate", {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  return readResult<T>(answer);
}

function readResult<T>(answer: EvaluateResult): T {
  if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text ?? "exception in the page");
  if (answer.result.type === "undefined") return undefined as T;
  return JSON.parse(answer.result.value ?? "null") as T;
}
