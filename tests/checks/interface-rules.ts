/**
 * Rules of the interface: what the kit draws no feature draws again, and every sentence stands in `ui/text`,
 * those of the command line and the reader too.
 * Each breach is `rule (line)`.
 */
import { type ESTree, parseSync, Visitor } from "vite";

/** Only the kit writes these elements, so that each has one look and one behaviour. */
const OF_THE_KIT = new Set(["button", "select", "dialog", "textarea"]);
/** Attributes that a person hears or sees. */
const HEARD = new Set(["aria-label", "aria-valuetext", "title", "placeholder", "alt", "label", "hint"]);
/** The report is for developers, so it uses the code's words. */
const NOT_FOR_USERS = new Set(["ui/features/help/report.ts"]);

/** The rooms that say something to people. */
const SPEAKING = ["ui/", "cli/", "reader/"];

const hasWords = (text: string): boolean => /[A-Za-z]{2}/.test(text);
const isSentence = (text: string): boolean => /^[A-Z][a-z]+(?:,| [a-z])/.test(text);

const literalOf = (node: { type: string; value?: unknown }): string | null =>
  node.type === "Literal" && typeof node.value === "string" ? node.value : null;

function wordsIn(value: ESTree.JSXAttributeValue | null): boolean {
  if (value === null) return false;
  const inner = value.type === "JSXExpressionContainer" ? value.expression : value;
  if (inner.type === "TemplateLiteral") return inner.quasis.some(({ value: { raw } }) => hasWords(raw));
  return hasWords(literalOf(inner) ?? "");
}

/** @param path - below `src/`. */
export function interfaceBreaches(path: string, source: string): string[] {
  const isSpeaking = SPEAKING.some((room) => path.startsWith(room));
  if (!isSpeaking || path.startsWith("ui/text/") || NOT_FOR_USERS.has(path)) return [];
  const breaches: string[] = [];
  const add = (rule: string, { start }: { start: number }): void => {
    breaches.push(`${rule} (${path}:${source.slice(0, start).split("\n").length})`);
  };
  const isKit = path.startsWith("ui/kit/");
  new Visitor({
    JSXOpeningElement: (node) => {
      if (isKit || node.name.type !== "JSXIdentifier") return;
      if (OF_THE_KIT.has(node.name.name)) add(`<${node.name.name}>`, node);
    },
    JSXAttribute: (node) => {
      const { name } = node.name;
      if (typeof name !== "string") return;
      if (HEARD.has(name) && wordsIn(node.value)) add(`words in ${name}`, node);
      const look = node.value === null ? null : literalOf(node.value);
      if (!isKit && name === "class" && look?.split(" ").includes("panel")) add("a panel", node);
    },
    JSXText: (node) => {
      if (hasWords(node.value)) add("words", node);
    },
    Literal: (node) => {
      if (isSentence(literalOf(node) ?? "")) add("a sentence", node);
    },
    TemplateElement: (node) => {
      if (isSentence(node.value.raw)) add("a sentence", node);
    },
  }).visit(parseSync(path, source).program);
  return breaches;
}
