// @vitest-environment happy-dom
/** `encrypted_backup.key`: written after a warning, read by *Add a key*. */
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { bytesToHex, hexToBytes } from "../../src/core/bytes.ts";
import { readKeyFile, writeKeyFile } from "../../src/core/key/key-file.ts";
import { keyFileText } from "../../src/ui/text/en/key-file.ts";
import { words } from "../../src/ui/text/en/shared-words.ts";
import { until } from "./backup-stage.tsx";
import { FakeApi, SAMPLE_KEY } from "./fake-api.ts";
import { alertText, press, showApp, statusText, type } from "./stage.tsx";

const KEY_FILE = writeKeyFile(hexToBytes(SAMPLE_KEY));
const WHATSAPPS = Buffer.concat([
  Buffer.from("aced0005757200025b42acf317f8060854e0020000787000000083", "hex"),
  Buffer.of(0, 1),
  Buffer.alloc(129, 9),
]);

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
});

describe("saving", () => {
  const saved: { name: string; bytes: Uint8Array }[] = [];
  beforeEach(async () => {
    saved.length = 0;
    api.saveFile = (name, bytes) => void saved.push({ name, bytes: bytes.slice() });
    const { id } = api.put(SAMPLE_KEY, { label: "Mine" });
    await showApp(api, `#key/${id}`);
  });

  it("warns first that the file is the key, and asks for no key before the answer", async () => {
    await press(keyFileText.save);
    expect(screen.getByRole("dialog").textContent).toContain("not encrypted");
    expect(api.asked).not.toContain("key.reveal");
    await press("Cancel");
    expect(saved).toEqual([]);
    expect(api.asked).not.toContain("key.reveal");
  });

  it("writes the 59 bytes that other tools read", async () => {
    await press(keyFileText.save);
    fireEvent.click(screen.getAllByRole("button", { name: keyFileText.save }).at(-1) as HTMLElement);
    await until("the file", () => saved.length === 1);
    expect(saved[0]?.name).toBe("encrypted_backup.key");
    const read = readKeyFile(saved[0]?.bytes ?? new Uint8Array(0));
    expect(read?.kind === "backup-key" && bytesToHex(read.key)).toBe(SAMPLE_KEY);
    expect(saved[0]?.bytes).toHaveLength(59);
    expect(statusText()).toBe(keyFileText.saved);
    expect(document.documentElement.outerHTML).not.toContain(SAMPLE_KEY.slice(0, 4));
  });
});

describe("reading", () => {
  beforeEach(() => showApp(api, "#add").then(() => undefined));

  const typed = () => screen.getByLabelText<HTMLTextAreaElement>(words.theKey).value;
  const picker = () => document.querySelector("input[type=file]") as HTMLInputElement;
  const pick = (file: File) => fireEvent.change(picker(), { target: { files: [file] } });
  const drop = (file: File) => {
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ["Files"], files: [file] } });
    return fireEvent(screen.getByLabelText(words.theKey), event);
  };

  it.each([
    ["chosen", pick],
    ["dropped anywhere", drop],
  ])("a key file that is %s fills in its digits, and nothing is stored by it", async (_, hand) => {
    hand(new File([KEY_FILE], "encrypted_backup.key"));
    await until("the digits", () => typed() === SAMPLE_KEY);
    expect(api.asked).not.toContain("entry.add");
    expect(screen.getByRole("button", { name: "Save key" })).toBeTruthy();
  });

  it("a label that is typed while the file is read stays", async () => {
    const file = new File([KEY_FILE], "encrypted_backup.key");
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => (answer = resolve));
    file.arrayBuffer = () => waiting.then(() => Uint8Array.from(KEY_FILE).buffer);
    pick(file);
    await type(words.label, "Mine");
    answer();
    await until("the digits", () => typed() === SAMPLE_KEY);
    expect(screen.getByLabelText<HTMLInputElement>(words.label).value).toBe("Mine");
  });

  it("a dropped file does not take the tab to itself", () => {
    expect(drop(new File([KEY_FILE], "encrypted_backup.key"))).toBe(false);
  });

  it("text that is dropped is left to the browser", () => {
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ["text/plain"], files: [] } });
    expect(fireEvent(screen.getByLabelText(words.theKey), event)).toBe(true);
  });

  it.each([
    ["WhatsApp's own key file", WHATSAPPS, keyFileText.whatsapps],
    ["a file that is no key file", Buffer.from("hello"), keyFileText.notAKey],
    ["a long one", Buffer.alloc(5000), keyFileText.notAKey],
    ["a cut one", Buffer.from(KEY_FILE.subarray(0, 58)), keyFileText.notAKey],
  ])("%s is refused with its own sentence", async (_, bytes, expected) => {
    pick(new File([Uint8Array.from(bytes)], "key"));
    await until("the sentence", () => alertText() !== "");
    expect(alertText()).toBe(expected);
    expect(typed()).toBe("");
  });
});
