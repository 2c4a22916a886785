/** *Look inside* in the built extension: SQLite in a worker under the extension's own policy, in both browsers. */
import { randomBytes } from "node:crypto";
import { backupsPress, backupsWords, verdictText } from "../../src/ui/text/en/backups.ts";
import { insideWords } from "../../src/ui/text/en/inside.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { makeBackup } from "../support/backup-files.ts";
import { MARKUP, makeSmall, NEWER_COUNTS } from "../support/message-databases.ts";
import { addKey, button, createKeyring, field, link, type Target } from "./steps.ts";
import { both, launch, setUp, story } from "./story.ts";

const BOTH = both("WebAssembly in a worker, and the policy that allows it, are the browser's own");
const KEY = randomBytes(32);
const cells = (words: string): Target => ({ css: "td", holding: words });

let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY.toString("hex"), "Old phone");
  await app.click(link("Backups"));
});

story("an encrypted backup is tested, then looked into: the answer, a chat, a search", BOTH, async () => {
  const bytes = makeBackup(KEY, { payload: await makeSmall("lid") });
  await app.setFiles(field(backupsWords.pick, { within: { role: "group", name: backupsWords.drop } }), [
    { name: "msgstore.db.crypt15", bytes },
  ]);
  await app.click(button(backupsPress.test));
  await app.expectShown(cells(verdictText["right-key"]));
  await app.click(button(backupsPress.inside));
  const answer = `${NEWER_COUNTS.chats} chats, ${NEWER_COUNTS.messages} messages`;
  await app.expectShown({ css: ".inside-answer", holding: answer });
  await app.fill(field(insideWords.findAll), "Good morning");
  await app.click(button(insideWords.find));
  await app.expectShown({ css: "p[role=status]", holding: "found" });
  await app.click({ css: ".chats button", holding: "Walking group" });
  await app.expectShown({ css: ".message-text", holding: MARKUP });
  await app.click(button(backupsPress.close));
});
