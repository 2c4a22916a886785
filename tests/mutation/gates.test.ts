import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { ROOT, readText } from "../checks/files.ts";
import { GATES } from "./gates.ts";
import config from "./stryker.config.mjs";

it("each gate stands once in its file, and its test's file is there: a change that moves it is seen at once", () => {
  const times = ({ file, find }: (typeof GATES)[number]) => readText(file).split(find).length - 1;
  expect(GATES.filter((gate) => times(gate) !== 1).map(({ gate }) => gate)).toEqual([]);
  expect(GATES.filter(({ suite }) => !existsSync(resolve(ROOT, suite)))).toEqual([]);
});

it("Stryker copies every project that the tests' one refers to: it would find no test without one of them", () => {
  const { references } = JSON.parse(readText("tests/tsconfig.json")) as { references: { path: string }[] };
  const projects = references.map(({ path }) => join("tests", path, "tsconfig.json"));
  const copied = (config.ignorePatterns ?? []).flatMap((it) => (it?.startsWith("!") ? it.slice(1) : []));
  const isCopied = (file: string) =>
    copied.some((it) => (it.endsWith("/**") ? file.startsWith(it.slice(0, -2)) : file === it));
  expect(projects).not.toEqual([]);
  expect(projects.filter((file) => !isCopied(file))).toEqual([]);
});
