/**
 * Reads as much of XML as a KeePass database has, piece by piece.
 *
 * Elements, attributes, text, CDATA, comments and processing instructions, the five named entities and
 * numbered ones. No document type: entities that are declared in a file can grow without bound (the *billion
 * laughs*), and no password manager writes any, so a file with `<!DOCTYPE` is refused as damaged. The
 * browser's own parser is not used, as it expands them. Not checked: whether names close what names opened
 * is, characters that XML forbids are not.
 */

export type XmlPiece =
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }
  | { kind: "fault" };

// Counted, as a repetition without end lets a long enough text exhaust the engine's stack.
const NAME = "[A-Za-z_][\\w.:-]{0,99}";
const ATTRIBUTES = `(?:\\s{1,99}${NAME}\\s{0,99}=\\s{0,99}(?:"[^"<]{0,9999}"|'[^'<]{0,9999}')){0,20}`;
const TAG = new RegExp(`<(?:/(${NAME})\\s{0,99}|(${NAME})(${ATTRIBUTES})\\s{0,99}(/?))>`, "y");
/** Pieces that say nothing, and CDATA: how they begin and end. */
const SECTIONS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const LONE_AMPERSAND = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/;
const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const DEEPEST = 200;

/** Null where an ampersand starts no entity that we know. */
function decode(text: string): string | null {
  if (LONE_AMPERSAND.test(text)) return null;
  let isFaulty = false;
  const plain = text.replace(ENTITY, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? "";
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    isFaulty = true;
    return "";
  });
  return isFaulty ? null : plain;
}

/**
 * The pieces in order; `fault` is the last one where the text is not well-formed. An empty element opens and
 * closes.
 */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  const open: string[] = [];
  let hasRoot = false;
  for (let at = 0; at < text.length; ) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const plain = decode(text.slice(at, next < 0 ? text.length : next));
      if (plain === null || (open.length === 0 && plain.trim() !== "")) return yield { kind: "fault" };
      yield { kind: "text", text: plain };
      at = next < 0 ? text.length : next;
      continue;
    }
    const section = SECTIONS.find(([start]) => text.startsWith(start, at));
    if (section) {
      const [start, stop] = section;
      const end = text.indexOf(stop, at + start.length);
      if (end < 0) return yield { kind: "fault" };
      if (start === "<![CDATA[") yield { kind: "text", text: text.slice(at + start.length, end) };
      at = end + stop.length;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, closed, opened, attributes = "", empty] = TAG.exec(text) ?? [];
    if (whole === undefined) return yield { kind: "fault" };
    at += whole.length;
    if (opened !== undefined) {
      if ((open.length === 0 && hasRoot) || open.length >= DEEPEST) return yield { kind: "fault" };
      hasRoot = true;
      open.push(opened);
      yield { kind: "open", name: opened, attributes };
    }
    if (closed !== undefined || empty === "/") {
      const name = closed ?? opened ?? "";
      if (open.pop() !== name) return yield { kind: "fault" };
      yield { kind: "close", name };
    }
  }
  if (open.length > 0 || !hasRoot) yield { kind: "fault" };
}

/** Text for an element. Control characters that XML has no way to hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 §2.2 forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>\r]/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}
