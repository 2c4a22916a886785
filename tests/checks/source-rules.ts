/** The house rules that can be read off one source file. Each breach is `rule (line)`. */
import { type ESTree, parseSync, Visitor } from "vite";

const LONGEST_FILE = 300;
/** Writes markup from text, or runs text as code. */
const FORBIDDEN_NAMES = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "dangerouslySetInnerHTML",
  "eval",
  "Function",
]);
/** The browser's API and the browser's name belong to one room. */
const PLATFORM_NAMES = new Set(["browser", "__BROWSER__"]);
/** Past the polyfill: one file, which says why. */
const BARE_API_FILE = "platform/beside-polyfill.ts";
const LOG_FILE = "platform/log.ts";
/** Ways to use a network. It must be passed in as an argument. */
const NETWORK_NAMES = new Set(["fetch", "XMLHttpRequest", "WebSocket", "EventSource"]);
const ERRORS = new Set(["Error", "TypeError", "RangeError"]);
/** What runs in no browser: its errors reach no report. */
const ELSEWHERE = ["cli/", "reader/", "vault/"];
/** In these rooms nobody hears of a promise that is rejected and that nobody catches. */
const UNHEARD_ROOMS = ["background/", "content/", "offscreen/", "platform/"];
/** These rooms use no clock, no randomness and no network of their own. They get them as arguments. */
const PURE_ROOMS = ["core/", "copies/", "protocol/", "vault-client/"];

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}

/** Is it a promise whose failure goes to somebody: `….catch(f)`, `….then(f, g)`? */
function isCaught(expression: ESTree.Expression): boolean {
  if (expression.type !== "CallExpression" || expression.callee.type !== "MemberExpression") return false;
  const { property } = expression.callee;
  const name = property.type === "Identifier" ? property.name : "";
  return expression.arguments.length === (name === "then" ? 2 : 1) && /^(catch|then)$/.test(name);
}

type Made = { message: string | null; start: number };

/** The errors that a file makes. `message`: null if it is not one constant text. */
function errorsMade(program: ESTree.Program): Made[] {
  const made: Made[] = [];
  const see = ({ callee, arguments: given, start }: ESTree.NewExpression | ESTree.CallExpression): void => {
    const [message] = given;
    if (callee.type !== "Identifier" || !ERRORS.has(callee.name) || !message) return;
    const isConstant = message.type === "Literal" && typeof message.value === "string" && given.length === 1;
    made.push({ message: isConstant ? (message.value as string) : null, start });
  };
  new Visitor({ NewExpression: see, CallExpression: see }).visit(program);
  return made;
}

/** The constant messages of the errors that a file makes, if it runs in the browser. */
export function bugMessages(path: string, source: string): string[] {
  if (ELSEWHERE.some((room) => path.startsWith(room))) return [];
  return errorsMade(parseSync(path, source).program).flatMap(({ message }) => message ?? []);
}

/** @param path - below `src/`, as `room/file.ts`. */
export function sourceBreaches(path: string, source: string): string[] {
  const breaches: string[] = [];
  const add = (rule: string, { start }: { start: number }): void => {
    breaches.push(`${rule} (${path}:${lineOf(source, start)})`);
  };
  const isPlatform = path.startsWith("platform/");
  const isPure = PURE_ROOMS.some((room) => path.startsWith(room));

  /** Keys named `eval` in object literals: WebAuthn's PRF has one. Written so, the name reads and runs nothing. */
  const harmless = new Set<number>();
  const seeName = (name: string, node: { start: number }): void => {
    if (FORBIDDEN_NAMES.has(name) && !harmless.has(node.start)) add(name, node);
    if (isPure && NETWORK_NAMES.has(name)) add(`a network, ${name}`, node);
    if (name === "console" && path !== LOG_FILE) add("console", node);
    if (PLATFORM_NAMES.has(name) && !isPlatform) add(`platform name ${name}`, node);
    if (name === "chrome" && path !== BARE_API_FILE) add("platform name chrome", node);
  };
  const { program, comments, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse`);
  new Visitor({
    ObjectExpression: ({ properties }) => {
      for (const one of properties)
        if (one.type === "Property" && !one.computed && !one.shorthand)
          if (one.key.type === "Identifier" && one.key.name === "eval") harmless.add(one.key.start);
    },
    TSAnyKeyword: (node) => add("any", node),
    TSEnumDeclaration: (node) => add("enum", node),
    ExportDefaultDeclaration: (node) => add("default export", node),
    DebuggerStatement: (node) => add("debugger", node),
    Identifier: (node) => seeName(node.name, node),
    JSXIdentifier: (node) => seeName(node.name, node),
    UnaryExpression: (node) => {
      const isUnheard = UNHEARD_ROOMS.some((room) => path.startsWith(room));
      if (isUnheard && node.operator === "void" && !isCaught(node.argument))
        add("a promise without a catch", node);
    },
    MemberExpression: (node) => {
      const { object, property } = node;
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (name === "Math.random") add(name, node);
      if (isPure && (name === "Date.now" || object.name === "performance")) add("a clock", node);
    },
    NewExpression: (node) => {
      const isNow =
        node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0;
      if (isPure && isNow) add("a clock", node);
    },
  }).visit(program);

  for (const made of ELSEWHERE.some((room) => path.startsWith(room)) ? [] : errorsMade(program))
    if (made.message === null) add("an error whose message is not a constant", made);

  for (const comment of comments) {
    if (/\b(TODO|FIXME|XXX|HACK)\b/.test(comment.value)) add("unfinished", comment);
    if (/@ts-(ignore|nocheck|expect-error)/.test(comment.value)) add("type check turned off", comment);
  }
  const lines = source.trimEnd().split("\n").length;
  if (lines > LONGEST_FILE) breaches.push(`${lines} lines (${path})`);
  if (!/^([a-z0-9]+(-[a-z0-9]+)*\/)+[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(path))
    breaches.push(`name (${path})`);
  if (/\b(utils?|helpers?|misc|common)\b/.test(path)) breaches.push(`a name that says nothing (${path})`);
  return breaches;
}
