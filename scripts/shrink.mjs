// Minifies what Vite has minified once more: terser folds what is left, some 4 % after gzip, which is what the
// background has to spare (tests/bundle.test.ts). In place; the same bytes from the same input.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/** Every script below a folder; pages' are modules, the others plain scripts, and each says so by its imports. */
export async function shrinkScripts(folder) {
  const { minify } = await import("terser");
  const paths = await readdir(folder, { recursive: true });
  for (const path of paths.filter((name) => name.endsWith(".js")).sort()) {
    const file = resolve(folder, path);
    const module = !/^(background|content)\//.test(path);
    const { code } = await minify(await readFile(file, "utf8"), {
      module,
      toplevel: true,
      // Nothing of ours asks how many parameters a function has, or calls one with `new` that is no class.
      compress: { passes: 3, ecma: 2020, keep_fargs: false, unsafe_arrows: true },
      format: { ecma: 2020 },
    });
    await writeFile(file, code);
  }
}
