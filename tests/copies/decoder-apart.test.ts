/**
 * A malicious picture can keep the QR decoder busy, so it runs in a worker that can be ended. No page imports
 * it.
 */
import { expect, test } from "vitest";
import { listFiles, readText } from "../checks/files.ts";

const DECODER = ["copies/qr/qr-picture.ts", "ui/features/copies/qr-worker.ts"];
/**
 * A worker's file is loaded when the worker is started, with what it imports; it stands in the list itself.
 */
const WORKERS: readonly string[] = ["ui/features/copies/qr-worker.ts"];
const STATIC = /^(?:import|export)\s(?!type\b)[^;]*?\sfrom\s+"([^"]+)"/gm;

function staticImports(source: string): string[] {
  return [...source.matchAll(STATIC)].map(([, specifier = ""]) => specifier);
}

test.each(DECODER)("%s", (decoder) => {
  const name = `/${decoder.split("/").at(-1)}`;
  const importers = listFiles("src")
    .filter((path) => /\.tsx?$/.test(path) && !WORKERS.includes(path))
    .filter((path) => staticImports(readText(`src/${path}`)).some((specifier) => specifier.endsWith(name)));
  expect(importers).toEqual([]);
});

test("the search sees imports of every shape", () => {
  const source =
    'import {\n  a,\n} from "./kdbx.ts";\nexport * from "./b.ts";\nimport type { C } from "./c.ts";\n';
  expect(staticImports(source)).toEqual(["./kdbx.ts", "./b.ts"]);
});
