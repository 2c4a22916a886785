/** What a built script names, read from its syntax tree: words in strings and tables do not count. */
import { posix } from "node:path";
import { parseSync, Visitor } from "vite";

/** Ways to a network or to code from elsewhere. */
export const NETWORK_NAMES = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "sendBeacon",
  "RTCPeerConnection",
  "importScripts",
] as const;

/** APIs by which other extensions or pages could send us messages. */
export const EXTERNAL_LISTENERS = [
  "onMessageExternal",
  "onConnectExternal",
  "onUserScriptMessage",
  "onUserScriptConnect",
] as const;

/** Names that a script reads: variables, `a.name`, `a["name"]` and `const {name} = a`. */
export function namesIn(source: string): Set<string> {
  const names = new Set<string>();
  const addKey = (key: { type: string; name?: unknown; value?: unknown }): void => {
    const name = key.type === "Literal" ? key.value : key.name;
    if (typeof name === "string") names.add(name);
  };
  const keys = new Set<number>(); // where a name is only the key of a table
  new Visitor({
    ObjectExpression: ({ properties }) => {
      for (const property of properties) {
        const isKey = property.type === "Property" && !property.computed && !property.shorthand;
        if (isKey) keys.add(property.key.start);
      }
    },
    ObjectPattern: ({ properties }) => {
      for (const property of properties) if (property.type === "Property") addKey(property.key);
    },
    MemberExpression: ({ property }) => addKey(property),
    Identifier: ({ name, start }) => {
      if (!keys.has(start)) names.add(name);
    },
  }).visit(parse(source));
  return names;
}

/** Calls that run text as code: `eval(…)`, `Function(…)`, `new Function(…)`, timers given a text. */
export function codeFromText(source: string): string[] {
  const found: string[] = [];
  const see = (callee: { type: string }, first: { type: string } | undefined): void => {
    const name = callee.type === "Identifier" ? (callee as { type: string; name: string }).name : "";
    if (name === "eval" || name === "Function") found.push(name);
    const isText = first?.type === "TemplateLiteral" || (first?.type === "Literal" && isString(first));
    if ((name === "setTimeout" || name === "setInterval") && isText) found.push(name);
  };
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => see(callee, first),
    NewExpression: ({ callee, arguments: [first] }) => see(callee, first),
  }).visit(parse(source));
  return found;
}

/** The costs of Argon2id: of each table that gives `memoryKib` a number, all numbers by their names. */
export function costsIn(source: string): Record<string, number>[] {
  const found: Record<string, number>[] = [];
  new Visitor({
    ObjectExpression: ({ properties }) => {
      const costs: Record<string, number> = {};
      for (const property of properties) {
        if (property.type !== "Property" || property.value.type !== "Literal") continue;
        const { key, value } = property;
        if (key.type === "Identifier" && typeof value.value === "number") costs[key.name] = value.value;
      }
      if ("memoryKib" in costs) found.push(costs);
    },
  }).visit(parse(source));
  return found;
}

export type ScriptImports = { now: string[]; later: string[] };

/** Paths of the scripts that a script loads at once, and those it may load later. */
export function importsIn(path: string, source: string): ScriptImports {
  const now: string[] = [];
  const later: string[] = [];
  const resolveFrom = ({ value }: { value?: unknown }): string =>
    posix.normalize(posix.join(posix.dirname(path), String(value)));
  new Visitor({
    ImportDeclaration: ({ source: from }) => now.push(resolveFrom(from)),
    ExportAllDeclaration: ({ source: from }) => now.push(resolveFrom(from)),
    ExportNamedDeclaration: ({ source: from }) => from && now.push(resolveFrom(from)),
    ImportExpression: ({ source: from }) =>
      later.push(importedPath(path, source.slice(from.start, from.end))),
  }).visit(parse(source));
  return { now, later };
}

/** The minifier writes the text of an import with any quotes. */
function importedPath(path: string, quoted: string): string {
  return posix.normalize(posix.join(posix.dirname(path), quoted.replace(/^["'`]|["'`]$/g, "")));
}

function isString(node: object): boolean {
  return typeof (node as { value?: unknown }).value === "string";
}

function parse(source: string) {
  const { program, errors } = parseSync("built.js", source);
  if (errors.length > 0) throw new Error("a built script does not parse");
  return program;
}
