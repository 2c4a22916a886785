/** What is taken out of the worker's and the content scripts' errors, and what is not. */
import { expect, test } from "vitest";
// @ts-expect-error: a script without types
import { withoutMessages } from "../scripts/shrink.mjs";

test.each([
  ['throw new Error("no such " + what)', "throw new Error()"],
  ["throw TypeError(name(a) + ` is ` + b, { cause })", "throw TypeError()"],
  ['fail(new RangeError(Error("inner")))', "fail(new RangeError())"],
  ["a(new Error('1')); b(new Error('2'))", "a(new Error()); b(new Error())"],
  ["throw new Error()", "throw new Error()"],
  ['throw new FileError("kept")', 'throw new FileError("kept")'],
  ["async () => { throw new Error(await f()) }", "async () => { throw new Error(await f()) }"],
  ['const text = "new Error(1)"', 'const text = "new Error(1)"'],
])("%s", async (source, shorter) => {
  expect(await withoutMessages(source)).toBe(shorter);
});

test("what does not parse is not passed on", async () => {
  await expect(withoutMessages("throw new Error(")).rejects.toThrow();
});
