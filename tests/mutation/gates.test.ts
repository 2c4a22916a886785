import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { ROOT, readText } from "../checks/files.ts";
import { GATES } from "./gates.ts";

it("each gate stands once in its file, and its test's file is there: a change that moves it is seen at once", () => {
  const times = ({ file, find }: (typeof GATES)[number]) => readText(file).split(find).length - 1;
  expect(GATES.filter((gate) => times(gate) !== 1).map(({ gate }) => gate)).toEqual([]);
  expect(GATES.filter(({ suite }) => !existsSync(resolve(ROOT, suite)))).toEqual([]);
});
