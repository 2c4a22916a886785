// Makes scripts smaller than Vite does, in place; the same bytes from the same input. Two steps:
// terser folds what Vite has left, some 4 % after gzip; and in the scripts whose size is bounded most (the worker, and
// what every page of WhatsApp Web loads) errors lose their messages, 2 %: a bug is told by where it was thrown, nobody
// is shown a message, and expected failures are codes (core/errors.ts).
import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Plain scripts; pages' are modules, and each says so by its imports. */
const PLAIN = /^(background|content)\//;
const ERRORS = new Set(["Error", "TypeError", "RangeError"]);

/** The same script, its errors made without arguments. What waits while it makes a message is left as it is. */
export async function withoutMessages(source) {
  const { parseSync, Visitor } = await import("vite");
  const spans = [];
  const look = ({ callee, arguments: given }) => {
    const [first] = given;
    const last = given.at(-1);
    if (!ERRORS.has(callee.name) || !first || !last) return;
    if (!/\b(?:await|yield)\b/.test(source.slice(first.start, last.end))) spans.push([first.start, last.end]);
  };
  const { program, errors } = parseSync("script.js", source);
  if (errors.length > 0) throw new Error("the script does not parse");
  new Visitor({ NewExpression: look, CallExpression: look }).visit(program);
  let shorter = "";
  let from = 0;
  for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
    if (start < from) continue; // within one that is cut already
    shorter += source.slice(from, start);
    from = end;
  }
  return shorter + source.slice(from);
}

/** Every script below a folder. */
export async function shrinkScripts(folder) {
  const { minify } = await import("terser");
  const paths = await readdir(folder, { recursive: true });
  for (const path of paths.filter((name) => name.endsWith(".js")).sort()) {
    const file = resolve(folder, path);
    const source = await readFile(file, "utf8");
    const isPlain = PLAIN.test(path);
    const { code } = await minify(isPlain ? await withoutMessages(source) : source, {
      module: !isPlain,
      toplevel: true,
      // Nothing of ours asks how many parameters a function has, or calls one with `new` that is no class.
      compress: { passes: 3, ecma: 2020, keep_fargs: false, unsafe_arrows: true },
      format: { ecma: 2020 },
    });
    await writeFile(file, code);
  }
}
