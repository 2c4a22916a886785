/** Firefox's own importer of passwords takes our tables: every key arrives, under a username of its own. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hexToBytes } from "../../../src/core/bytes.ts";
import { type ChromeFirefox, startChromeFirefox } from "../../drivers/firefox/firefox-marionette.ts";
import { entriesOf, OTHER_HEX, sourceOf, tableText } from "../../support/export-sources.ts";

/** Two keys of one phone: what Firefox would take for one login, were it not for the username. */
const ENTRIES = entriesOf([sourceOf({ note: 'a "b"\n=1,2' }), sourceOf({ key: hexToBytes(OTHER_HEX) })]);
const IMPORT = `
  const { LoginCSVImport } = ChromeUtils.importESModule("resource://gre/modules/LoginCSVImport.sys.mjs");
  await Services.logins.removeAllLoginsAsync();
  const report = await LoginCSVImport.importFromCSV(args[0]);
  const logins = await Services.logins.getAllLogins();
  return {
    results: report.map(({ result }) => result),
    logins: logins.map(({ origin, username, password, timeCreated }) => ({ origin, username, password, timeCreated })),
  };`;

describe("Firefox", () => {
  let firefox: ChromeFirefox;
  beforeAll(async () => {
    firefox = await startChromeFirefox();
  });
  afterAll(() => firefox.close());

  test.each(["firefox", "chromium", "apple"] as const)("imports our table for %s", async (format) => {
    const file = join(firefox.profile, `${format}.csv`);
    writeFileSync(file, tableText(format, ENTRIES));
    const { results, logins } = (await firefox.run(IMPORT, [file])) as {
      results: string[];
      logins: object[];
    };
    expect(results).toEqual(["added", "added"]);
    expect(logins).toHaveLength(2);
    for (const { username, hex, createdAtMs } of ENTRIES)
      expect(logins).toContainEqual({
        origin: "https://web.whatsapp.com",
        username,
        password: hex,
        timeCreated: format === "firefox" ? createdAtMs : expect.any(Number),
      });
  });

  test("drops the second of two rows with one username: why ours hold the Key ID", async () => {
    const file = join(firefox.profile, "same.csv");
    writeFileSync(
      file,
      tableText(
        "firefox",
        ENTRIES.map((entry) => ({ ...entry, username: "…34" })),
      ),
    );
    const { results, logins } = (await firefox.run(IMPORT, [file])) as {
      results: string[];
      logins: object[];
    };
    expect(results).toEqual(["added", "no_change"]);
    expect(logins).toHaveLength(1);
  });
});
