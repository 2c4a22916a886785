/**
 * Finds what a {@link Target} means in a page of Firefox: by WebDriver's locators, and by label and text in
 * the page.
 */
import { patternOf, type Target } from "../target.ts";
import type { Bidi } from "./bidi.ts";

export type SharedReference = { sharedId: string };
type Nodes = { nodes: SharedReference[] };
type Found = { type: string; result: { value?: SharedReference[] }; exceptionDetails?: { text: string } };

/** All that match now. */
export async function locate(bidi: Bidi, context: string, target: Target): Promise<SharedReference[]> {
  if (typeof target === "string") return nodesAt(bidi, context, { type: "css", value: target });
  const { within, holding, nth } = target;
  const roots = within === undefined ? [] : (await locate(bidi, context, within)).slice(0, 1);
  if (within !== undefined && roots.length === 0) return [];
  const matches = await locateBelow(bidi, context, target, roots);
  const held =
    holding === undefined
      ? matches
      : await search(bidi, context, elementsHolding, matches, patternOf(holding));
  return nth === undefined ? held : held.slice(nth).slice(0, 1);
}

function locateBelow(
  bidi: Bidi,
  context: string,
  target: Exclude<Target, string>,
  roots: SharedReference[],
): Promise<SharedReference[]> {
  if ("css" in target) return nodesAt(bidi, context, { type: "css", value: target.css }, roots);
  if ("label" in target) return search(bidi, context, fieldsLabelled, roots, target.label);
  if ("text" in target) return search(bidi, context, elementsOfText, roots, patternOf(target.text));
  const { role, name } = target;
  return nodesAt(
    bidi,
    context,
    { type: "accessibility", value: { role, ...(name === undefined ? {} : { name }) } },
    roots,
  );
}

async function nodesAt(
  bidi: Bidi,
  context: string,
  locator: { type: string; value: unknown },
  roots: SharedReference[] = [],
): Promise<SharedReference[]> {
  const startNodes = roots.length === 0 ? {} : { startNodes: roots };
  const { nodes } = await bidi.send<Nodes>("browsingContext.locateNodes", {
    context,
    locator,
    ...startNodes,
  });
  return nodes.map(({ sharedId }) => ({ sharedId }));
}

type Search = (given: Element[], wanted: string, flags: string) => Element[];

/** Runs a search in the page, below the given elements or among them. */
async function search(
  bidi: Bidi,
  context: string,
  run: Search,
  given: SharedReference[],
  wanted: string | RegExp,
): Promise<SharedReference[]> {
  const words = typeof wanted === "string" ? [wanted, ""] : [wanted.source, wanted.flags];
  const { type, result, exceptionDetails } = await bidi.send<Found>("script.callFunction", {
    functionDeclaration: String(run),
    arguments: [{ type: "array", value: given }, ...words.map((value) => ({ type: "string", value }))],
    target: { context },
    awaitPromise: false,
  });
  if (type === "exception") throw new Error(exceptionDetails?.text ?? "exception in the page");
  return (result.value ?? []).map(({ sharedId }) => ({ sharedId }));
}

function fieldsLabelled(roots: Element[], label: string): Element[] {
  const fields = [...(roots[0] ?? document).querySelectorAll<HTMLInputElement>("input, textarea, select")];
  /** Without what the fields inside say: a list says all its options. */
  const isLabel = (element: Element | null) => {
    const copy = element?.cloneNode(true) as Element | undefined;
    for (const inside of copy?.querySelectorAll("textarea, select") ?? []) inside.remove();
    return copy?.textContent?.replace(/\s+/g, " ").trim() === label;
  };
  return fields.filter((it) => {
    const byId = (it.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id));
    return it.getAttribute("aria-label") === label || [...(it.labels ?? []), ...byId].some(isLabel);
  });
}

function elementsOfText(roots: Element[], source: string, flags: string): Element[] {
  const pattern = new RegExp(source, flags);
  const holds = (it: Element) => pattern.test((it.textContent ?? "").replace(/\s+/g, " ").trim());
  const all = [...(roots[0] ?? document.body).querySelectorAll("*")];
  return all.filter(
    (it) => !it.matches("script, style, noscript") && holds(it) && ![...it.children].some(holds),
  );
}

function elementsHolding(elements: Element[], source: string, flags: string): Element[] {
  const pattern = new RegExp(source, flags);
  return elements.filter((it) => pattern.test((it.textContent ?? "").replace(/\s+/g, " ").trim()));
}
