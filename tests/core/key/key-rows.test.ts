/** What counts as digits of a key in a text that somebody has marked. */
import { expect, test } from "vitest";
import { holdsKeyRow, keyRows } from "../../../src/core/key/key-rows.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const [ROW = ""] = keyRows(KEY).map((groups) => groups.join(" "));

test.each([
  KEY,
  KEY.toUpperCase(),
  ROW,
  `A ${ROW} check 35`,
  ROW.replaceAll(" ", "\n"),
  ROW.replaceAll(" ", " - "),
])("%s holds a row", (text) => expect(holdsKeyRow(text)).toBe(true));

test.each([
  "",
  ROW.slice(0, -1),
  "Daily phone · djyx42ac",
  "sixtyfour-keyring-2026-12-01.sixtyfour",
  "A faded decade: bad cafe facade",
  "+49 151 1234567, 1 Dec 2026, 10:45",
])("%j holds none", (text) => expect(holdsKeyRow(text)).toBe(false));
