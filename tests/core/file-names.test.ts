import { expect, test } from "vitest";
import { numberedName } from "../../src/core/file-names.ts";

test.each([
  ["photo.jpg", 1, "photo.jpg"],
  ["photo.jpg", 2, "photo (2).jpg"],
  ["a.b/photo", 3, "a.b/photo (3)"],
  ["a/msgstore.db.opened.db", 2, "a/msgstore.db.opened (2).db"],
  [".nomedia", 2, ".nomedia (2)"],
  ["a/.nomedia", 2, "a/.nomedia (2)"],
])("%s, %i: %s", (path, n, name) => {
  expect(numberedName(path, n)).toBe(name);
});
