/**
 * Who may import whom: the layer table of ARCHITECTURE.md as data.
 *
 * A room may import itself, the rooms (or single files) listed in `from`, the npm packages listed, and Node's own
 * modules where it says `node`. `texts`: files that come as text, not as code.
 */
import { posix } from "node:path";
import { parseSync, Visitor } from "vite";

export type Layer = {
  from: readonly string[];
  packages: readonly string[];
  texts?: readonly string[];
  node?: true;
  /** Where its packages are listed, when not in the root's list. */
  packageFile?: string;
};

export const LAYERS: Record<string, Layer> = {
  core: { from: [], packages: ["@noble/ciphers", "@noble/hashes", "hash-wasm"] },
  cli: { from: ["core", "backup"], packages: [], node: true },
  backup: { from: ["core"], packages: ["@noble/ciphers", "@noble/hashes", "client-zip", "hash-wasm"] },
  copies: { from: ["core", "backup"], packages: ["@noble/ciphers", "@noble/hashes", "hash-wasm", "qr"] },
  reader: { from: ["core", "copies"], packages: [] },
  protocol: { from: ["core"], packages: [] },
  vault: {
    from: ["core", "protocol"],
    packages: [
      "@fastify/cors",
      "@fastify/helmet",
      "@fastify/rate-limit",
      "@fastify/swagger",
      "@serenity-kit/opaque",
      "better-sqlite3",
      "fastify",
      "kysely",
      "pg",
      "prom-client",
    ],
    node: true,
    packageFile: "src/vault/package.json",
  },
  platform: { from: ["core", "protocol"], packages: ["webextension-polyfill"] },
  "vault-client": {
    from: ["core", "protocol"],
    packages: ["@noble/hashes", "@serenity-kit/opaque"],
  },
  background: { from: ["core", "backup", "protocol", "platform"], packages: [] },
  offscreen: { from: ["core", "protocol", "platform"], packages: [] },
  // No more: a content script that could name storage, tabs or the clipboard would be a way to them.
  content: { from: ["protocol", "platform/messaging.ts", "platform/shadow.ts"], packages: [] },
  ui: {
    from: ["core", "backup", "copies", "protocol", "platform", "vault-client"],
    packages: ["preact", "@zxcvbn-ts/core", "@zxcvbn-ts/language-common"],
    texts: ["../docs/reader/sixtyfour-reader.html?raw"],
  },
};

/** Corners within a room that keep apart: the popup's first load must not grow by the full tab's views. */
export const APART: readonly (readonly [string, string])[] = [
  ["ui/popup/", "ui/app/"],
  ["ui/components/", "ui/app/"],
  ["ui/components/", "ui/popup/"],
];

/** Everything a module imports: static, re-exported, dynamic, and types by `import("…")`. */
export function importsOf(path: string, source: string): string[] {
  const found: string[] = [];
  const add = (node: unknown): void => {
    const { value } = node as { value?: unknown };
    found.push(typeof value === "string" ? value : "(computed)");
  };
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse`);
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => node.source && add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
  }).visit(program);
  return found;
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/**
 * What is wrong with the imports of one file.
 *
 * @param path - below `src/`, as `room/file.ts`.
 */
export function importBreaches(path: string, source: string): string[] {
  const room = path.split("/")[0] ?? "";
  const layer = LAYERS[room];
  if (!layer) return [`${path} stands in no room`];
  return importsOf(path, source).flatMap((specifier) => {
    if (layer.node && specifier.startsWith("node:")) return [];
    if (!specifier.startsWith(".")) {
      return layer.packages.includes(packageOf(specifier)) ? [] : [`${path} imports ${specifier}`];
    }
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    const allowed =
      target.startsWith(`${room}/`) ||
      layer.texts?.includes(target) ||
      layer.from.some((from) => target === from || target.startsWith(`${from}/`));
    const apart = APART.some(([from, to]) => path.startsWith(from) && target.startsWith(to));
    return allowed && !apart ? [] : [`${path} imports ${target}`];
  });
}

/** The rooms that a room's TypeScript project must refer to, no more and no fewer. */
export function referencesOf(room: string): string[] {
  const rooms = (LAYERS[room]?.from ?? []).map((from) => from.split("/")[0] ?? "");
  return [...new Set(rooms)].sort();
}
