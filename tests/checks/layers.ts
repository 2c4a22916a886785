/**
 * Checks the imports that the compiler does not refuse. Each room's `tsconfig.json` names the rooms that it
 * may import, and an import from any other room does not compile. But the compiler also accepts the
 * references of a referenced room, every file of a referenced room, and every installed package.
 */
import { posix } from "node:path";
import { parseSync, Visitor } from "vite";
import { readText } from "./files.ts";

type Project = { compilerOptions?: { types?: string[] }; references: { path: string }[] };

const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;
const projectOf = (room: string) => readJson<Project>(`src/${room}/tsconfig.json`);

export const ROOMS: readonly string[] = readJson<Project>("tsconfig.json")
  .references.filter(({ path }) => path.startsWith("src/"))
  .map(({ path }) => path.slice("src/".length));

/** A room that may import only these files of the rooms it references. */
const SINGLE_FILES: Record<string, readonly string[]> = {
  // Nothing else: a content script must have no way to storage, tabs or the clipboard.
  content: ["core/sites.ts", "platform/messaging.ts", "platform/shadow.ts"],
  // Their own sentences, and those that they share with the pages. The others would only make both larger.
  cli: ["backup-acts", "backups", "command", "format", "inside", "key-text"].map(
    (name) => `ui/text/en/${name}.ts`,
  ),
  reader: ["places", "reader", "shared-words"].map((name) => `ui/text/en/${name}.ts`),
};

/** The packages that a room may import. The vault may import what its own `package.json` lists. */
export const PACKAGES: Record<string, readonly string[]> = {
  core: ["@noble/ciphers", "@noble/hashes", "hash-wasm", "valibot"],
  backup: ["@noble/ciphers", "@noble/hashes", "client-zip", "hash-wasm", "pako"],
  // No import: the build puts its WebAssembly in.
  inside: ["@sqlite.org/sqlite-wasm"],
  copies: ["@noble/ciphers", "@noble/hashes", "hash-wasm", "qr"],
  protocol: ["valibot"],
  background: ["valibot"],
  platform: ["webextension-polyfill"],
  "vault-client": ["@noble/hashes", "@serenity-kit/opaque", "valibot"],
  ui: ["preact", "@zxcvbn-ts/core", "@zxcvbn-ts/language-common"],
};
const VAULT_PACKAGES = Object.keys(readJson<{ dependencies: object }>("src/vault/package.json").dependencies);

/** What the build puts in, by the room that may import it. */
const MADE_BY_BUILD: Record<string, readonly string[]> = {
  ui: ["virtual:sixtyfour-reader", "virtual:sixtyfour-sqlite"],
  cli: ["virtual:sixtyfour-sqlite"],
};

/**
 * What the parts of the interface may import of each other, by the beginnings of paths. Any of them: the
 * files of `ui` itself.
 */
const PARTS_OF_UI: readonly (readonly [string, readonly string[]])[] = [
  ["ui/text", []],
  ["ui/kit/", ["ui/kit/", "ui/text"]],
  // What two features need is a feature that all may use.
  ["ui/features/keys/", ["ui/features/keys/", "ui/kit/", "ui/text"]],
  ["ui/features/keyring/", ["ui/features/keyring/", "ui/kit/", "ui/text"]],
  ["ui/features/", ["ui/features/keys/", "ui/features/keyring/", "ui/kit/", "ui/text"]],
  ...["popup", "app", "vault"].map((name) => {
    const own = `ui/pages/${name}/`;
    const shared = ["ui/pages/start-page.tsx", "ui/pages/shell/"];
    return [own, [own, ...shared, "ui/features/", "ui/kit/", "ui/text"]] as const;
  }),
  ["ui/pages/shell/", ["ui/pages/shell/", "ui/features/", "ui/kit/", "ui/text"]],
  ["ui/pages/", ["ui/pages/boundary.tsx", "ui/pages/whole-page.tsx", "ui/features/", "ui/kit/", "ui/text"]],
  // The files that all others use. If they could import more, the other rules could be bypassed.
  ["ui/", ["ui/kit/", "ui/text"]],
];

/** Does a part of the interface import what is above it or beside it? */
function isAskew(path: string, target: string): boolean {
  const part = PARTS_OF_UI.find(([start]) => path.startsWith(start));
  if (!part || !/^ui\/(?:kit|features|pages)\//.test(target)) return false;
  const own = /^ui\/features\/[^/]+\//.exec(path)?.[0];
  return ![...part[1], ...(own ? [own] : [])].some((start) => target.startsWith(start));
}

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

/** The rooms that a room may import, or single files of them, sorted. */
export function importableBy(room: string): string[] {
  const references = projectOf(room).references.map(({ path }) => path.slice("../".length));
  // A part of a room with a project of its own, as `ui/text/en`, is no other room.
  const rooms = references.filter((path) => !path.startsWith(`${room}/`));
  const filesIn = (other: string) => SINGLE_FILES[room]?.filter((file) => file.startsWith(`${other}/`)) ?? [];
  return rooms.flatMap((other) => (filesIn(other).length > 0 ? filesIn(other) : [other])).sort();
}

/**
 * What is wrong with the imports of one file.
 *
 * @param path - below `src/`, as `room/file.ts`.
 */
export function importBreaches(path: string, source: string): string[] {
  const room = path.split("/")[0] ?? "";
  if (!ROOMS.includes(room)) return [`${path} stands in no room`];
  const packages = room === "vault" ? VAULT_PACKAGES : (PACKAGES[room] ?? []);
  const isNode = projectOf(room).compilerOptions?.types?.includes("node");
  const allowed = [room, ...importableBy(room)];
  return importsOf(path, source).flatMap((specifier) => {
    if (isNode && specifier.startsWith("node:")) return [];
    if (MADE_BY_BUILD[room]?.includes(specifier)) return [];
    if (!specifier.startsWith("."))
      return packages.includes(packageOf(specifier)) ? [] : [`${path} imports ${specifier}`];
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    const isAllowed = allowed.some((from) => target === from || target.startsWith(`${from}/`));
    return isAllowed && !isAskew(path, target) ? [] : [`${path} imports ${target}`];
  });
}
