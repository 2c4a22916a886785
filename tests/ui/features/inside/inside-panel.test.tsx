// @vitest-environment happy-dom
/** *Look inside*: the answer, the chats, a chat, the search, the saving; and that closing forgets it all. */
import { screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { hexToBytes } from "../../../../src/core/bytes.ts";
import { backupsPress, backupsSay } from "../../../../src/ui/text/en/backups.ts";
import {
  hitsText,
  insideText,
  insideWords,
  saveText,
  whyUnreadableText,
} from "../../../../src/ui/text/en/inside.ts";
import { flip, makeBackup } from "../../../support/backup-files.ts";
import { MARKUP, makeSmall, NEWER_COUNTS, TURNED } from "../../../support/message-databases.ts";
import { choose, disk, showBackups, testKeys, until } from "../../backup-stage.tsx";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { InPageWorker } from "../../in-page-worker.ts";
import { alertText, press, type } from "../../stage.tsx";

const KEY = hexToBytes(SAMPLE_KEY);
const ANSWER = `${NEWER_COUNTS.chats} chats, ${NEWER_COUNTS.messages} messages`;
const text = () => document.body.textContent ?? "";
const chat = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}:`) });

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Mine" });
});

async function lookInto(name: string, file: Uint8Array, isEncrypted: boolean): Promise<void> {
  await showBackups(api);
  await choose({ [name]: file });
  if (isEncrypted) await testKeys(name);
  await press(backupsPress.inside);
}

describe.each([true, false])("encrypted: %s", (isEncrypted) => {
  it("first comes the answer, then the chats; closing ends the worker, and nothing is written", async () => {
    const database = await makeSmall("lid");
    const file = isEncrypted ? makeBackup(KEY, { payload: database }) : database;
    await lookInto(isEncrypted ? "msgstore.db.crypt15" : "msgstore.db", file, isEncrypted);
    await until("the answer", () => text().includes(ANSWER));
    expect(screen.getAllByRole("button", { name: /: \d+ messages/ })).toHaveLength(NEWER_COUNTS.chats);
    expect(InPageWorker.alive.size).toBe(1);
    await press(backupsPress.close);
    expect(InPageWorker.alive.size).toBe(0);
    expect(text()).not.toContain(ANSWER);
    expect(disk.contents()).toEqual({});
  });
});

describe("a chat", () => {
  beforeEach(async () => {
    await lookInto("msgstore.db", await makeSmall("lid"), false);
    await until("the answer", () => text().includes(ANSWER));
  });

  it("shows hostile messages as text, each with a direction of its own", async () => {
    chat("Walking group").click();
    await until("the messages", () => text().includes(MARKUP));
    expect(document.querySelectorAll(".messages img, .messages script, .messages a")).toHaveLength(0);
    const turned = [...document.querySelectorAll(".message-text")].find((one) => one.textContent === TURNED);
    expect(turned?.getAttribute("dir")).toBe("auto");
    // A megabyte is cut, and that is said.
    expect(text()).toContain("more characters are in the file");
  });

  it("finds words in all chats, and goes to the chat of a hit", async () => {
    await type(insideWords.findAll, "morning");
    await press(insideWords.find);
    await until("the hits", () => text().includes(hitsText(2, false, 100)));
    screen.getAllByRole("button", { name: /·/ })[0]?.click();
    await until("the chat", () => text().includes("Good morning"));
    await type(insideWords.findHere, "nothing like it");
    await press(insideWords.find);
    await until("no hit", () => text().includes(hitsText(0, false, 100)));
  });

  it("jumps to a date, and says what a date is", async () => {
    chat("Walking group").click();
    await until("the messages", () => text().includes("Saturday"));
    await type(insideWords.date, "yesterday");
    await press(insideWords.jump);
    await until("the sentence", () => alertText() === insideWords.dateWrong);
    await type(insideWords.date, "2014-03-03");
    await press(insideWords.jump);
    await until("no complaint", () => text().includes("Saturday"));
  });

  it("is saved to a file of the user's choice, alone or with all", async () => {
    await press(saveText("json", false));
    await until("the file", () => "whatsapp-chats.json" in disk.contents());
    const saved = JSON.parse(
      Buffer.from(disk.contents()["whatsapp-chats.json"] ?? "", "latin1").toString("utf8"),
    );
    expect(saved.chats).toHaveLength(NEWER_COUNTS.chats);
    chat("Walking group").click();
    await until("the chat", () => text().includes("Saturday"));
    await press(saveText("html", true));
    await until("the file", () => (disk.contents()["whatsapp-chats.html"] ?? "").endsWith("</html>\n"));
    expect(disk.contents()["whatsapp-chats.html"]).not.toContain("Good morning");
  });
});

describe("what cannot be looked into", () => {
  it("is said before anything is read", async () => {
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY) });
    await press(backupsPress.inside);
    expect(alertText()).toBe(backupsSay.noInside);
    expect(InPageWorker.sent).toEqual([]);
  });

  it.each([["a database of noise", (file: Uint8Array) => file.fill(0x5a, 100), whyUnreadableText.damaged]])(
    "%s",
    async (_, change, said) => {
      const database = change(Uint8Array.from(await makeSmall("before-2021")));
      await lookInto("msgstore.db", database, false);
      await until("the sentence", () => text().includes(said) || text().includes(insideText.noMessages));
    },
  );

  it("a backup that was altered gives nothing, whatever was read of it", async () => {
    const file = makeBackup(KEY, { payload: await makeSmall("lid") });
    await lookInto("msgstore.db.crypt15", flip(file, file.length - 100), true);
    await until("the sentence", () => text().includes(insideText.refused));
    expect(text()).not.toContain("chats,");
  });
});
