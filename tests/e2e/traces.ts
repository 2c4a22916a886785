/** What a page could see of us, recorded by the page itself from before its first script. */

export type Traces = {
  /** Every change of the document, with the value that came of it. */
  changes: string[];
  /** Every event that reached the window, of all types that a handler can be named for. */
  events: string[];
  /** How often functions of the page's own prototypes ran, by whoever. */
  calls: Record<string, number>;
  /** All that stands still: markup, names, style sheets, styles, entries of the performance timeline. */
  state: Record<string, unknown>;
};

/** Pages that are looked at: a form waits in the first three, the last is a chat without one. */
export const TRACED_PAGES = ["plain", "single", "boxes16", "chat"] as const;

/**
 * The window's own: a popup over the page takes the focus from it, or a browser without a screen leaves it
 * there.
 */
const OF_WINDOW = ["focus undefined", "blur undefined"];

/**
 * Without what the browser's own timing settles: the window's focus, and the order of events (a first frame
 * may be late).
 */
export function comparable(traces: Traces): Traces {
  return { ...traces, events: traces.events.filter((event) => !OF_WINDOW.includes(event)).toSorted() };
}

/** Runs in the page, from its text: uses nothing of this module. The answer is `window.readTraces()`. */
export function recordTraces(): void {
  if (location.protocol !== "https:") return;
  const changes: string[] = [];
  const events: string[] = [];
  const calls: Record<string, number> = {};
  const { apply } = Reflect;
  /** React's own names end in a random number. */
  const namesOf = (one: object): string[] =>
    Object.getOwnPropertyNames(one)
      .filter((name) => !/^_+react/.test(name))
      .sort();
  const namesAtStart = new Set(Object.getOwnPropertyNames(window));

  const valueAfter = ({ target, attributeName }: MutationRecord): string =>
    (target instanceof Element && attributeName && target.getAttribute(attributeName)) || "";
  const nodes = (list: NodeList): string => Array.from(list, (node) => node.nodeName).join();
  const note = (records: MutationRecord[]): void => {
    for (const record of records) {
      const { type, target, attributeName, addedNodes, removedNodes } = record;
      const parts = [type, target.nodeName, attributeName ?? "", valueAfter(record)];
      changes.push([...parts, nodes(addedNodes), nodes(removedNodes)].join(" "));
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const handlers = [window, Document.prototype, HTMLElement.prototype].flatMap((one) =>
    Object.getOwnPropertyNames(one).filter((name) => /^on[a-z]/.test(name)),
  );
  const unnamed = ["focusin", "focusout", "DOMContentLoaded", "compositionstart", "visibilitychange"];
  for (const type of new Set([...handlers.map((name) => name.slice(2)), ...unnamed]))
    window.addEventListener(
      type,
      ({ target }) => events.push(`${type} ${String((target as Node).nodeName)}`),
      true,
    );

  const watched: [{ prototype: object }, string[]][] = [
    [Document, ["querySelectorAll", "querySelector", "elementsFromPoint", "getElementById", "createElement"]],
    [Element, ["matches", "closest", "getBoundingClientRect", "setAttribute", "attachShadow"]],
    [HTMLElement, ["focus", "blur"]],
    [EventTarget, ["dispatchEvent"]],
    [MutationObserver, ["observe"]],
  ];
  for (const [{ prototype }, names] of watched)
    for (const name of names) {
      const real = Reflect.get(prototype, name) as () => unknown;
      const counting = function (this: unknown, ...values: unknown[]): unknown {
        calls[name] = (calls[name] ?? 0) + 1;
        return apply(real, this, values);
      };
      Object.defineProperty(prototype, name, { configurable: true, writable: true, value: counting });
    }

  const stylesOf = (element: Element): string =>
    Array.from(
      getComputedStyle(element),
      (name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`,
    ).join(";");

  Object.defineProperty(window, "readTraces", {
    value: (): Traces => {
      note(observer.takeRecords());
      const before = { ...calls };
      const fields = Array.from(document.querySelectorAll("input, textarea, [contenteditable]"));
      const names = namesOf(window).filter((name) => !namesAtStart.has(name));
      const state = {
        markup: document.documentElement.outerHTML,
        names,
        documentNames: namesOf(document),
        fieldNames: fields.map(namesOf),
        chrome: namesOf(Reflect.get(window, "chrome") ?? {}),
        sheets: Array.from(document.styleSheets, ({ cssRules }) => cssRules.length),
        adopted: document.adoptedStyleSheets.length,
        fonts: document.fonts.size,
        styles: [document.documentElement, document.body, ...fields].map(stylesOf),
        active: document.activeElement?.nodeName,
        selection: [getSelection()?.rangeCount, getSelection()?.type],
        place: [scrollX, scrollY, innerWidth, innerHeight, history.length, window.length],
        entries: performance
          .getEntries()
          .map(({ entryType, name }) => `${entryType} ${name}`)
          .filter((entry) => /^(?:navigation|resource|mark|measure) /.test(entry)),
      };
      return { changes, events, calls: before, state };
    },
  });
}
